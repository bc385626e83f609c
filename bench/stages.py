"""Each stage of one report's way, warm."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from checking import dearest
from measuring import medians, row, timed
from perfeval import pipeline, rules
from perfeval.compose import compose
from perfeval.context import Context
from perfeval.diagnostic import Result
from perfeval.figures import Facts, calculate
from perfeval.formats.docx import docx
from perfeval.layouts import Layout, read_layout
from perfeval.load import Source, load
from perfeval.model import Report
from perfeval.standards import Standard, read_standard
from perfeval.validate import validate

LEDGER = Path(__file__).parents[1] / "examples" / "gaocheng-housing.yaml"


@dataclass(frozen=True, slots=True)
class OneReport:
    """A report with what every stage makes of it."""

    path: Path
    source: Source
    report: Report
    standard: Standard
    layout: Layout
    facts: Facts
    context: Context

    @classmethod
    def of(cls, path: Path) -> Self:
        """All stages gone through, whatever the rules find."""
        source = load(path).value
        assert source is not None
        report = validate(source).value
        assert report is not None
        standard, layout = read_standard(report.standard, path.parent), read_layout(report.layout, path.parent)
        assert isinstance(standard, Result)
        assert standard.value is not None
        assert isinstance(layout, Result)
        assert layout.value is not None
        facts = calculate(report, standard.value)
        context = compose(facts, layout.value).value
        assert context is not None
        return cls(path, source, report, standard.value, layout.value, facts, context)

    def steps(self) -> dict[str, Callable[[], object]]:
        """Every stage by itself, on what the stage before it has made."""
        return {
            "load (YAML with places)": lambda: load(self.path),
            "validate (schema and records)": lambda: validate(self.source),
            "calculate (every figure)": lambda: calculate(self.report, self.standard),
            "check (every rule)": lambda: rules.check(replace(self.facts)),  # facts that nobody has audited yet
            "compose (prose and sentences)": lambda: compose(self.facts, self.layout),
            "docx (the finished context to bytes)": lambda: docx(self.layout, self.context),
        }


def measure() -> None:
    """The stages of the 61-project department, the whole way, and the rules that take most."""
    one = OneReport.of(LEDGER)
    steps = {
        **one.steps(),
        "the whole way to findings": lambda: pipeline.check(LEDGER),
        "the whole way to bytes": lambda: pipeline.render(LEDGER),
    }
    for name, taken in zip(steps, medians(*map(timed, steps.values())), strict=True):
        row(name, taken)
    for code, taken in dearest(one.facts):
        row(f"  of the rules: {code}", taken)
