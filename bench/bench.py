"""Speed and memory: the docx stage beside plain docxtpl, each stage of the way, the rules, cold processes, long runs.

How many departments the runs have can be given as arguments.
Medians of interleaved runs, so that a machine's drift hits both sides alike; ratios are what to quote.
"""

import gc
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docxtpl import DocxTemplate
from jinja2 import Environment

from checking import dearest, scale
from perfeval import pipeline, rules
from perfeval.compose import compose
from perfeval.diagnostic import Result
from perfeval.figures import calculate
from perfeval.formats.docx import docx, prose
from perfeval.layouts import Layout, read_layout
from perfeval.load import load
from perfeval.printing import FILTERS
from perfeval.standards import read_standard
from perfeval.validate import validate

ROOT = Path(__file__).parents[1]
LEDGER = ROOT / "examples" / "gaocheng-housing.yaml"
ROUNDS = 31
COLD_ROUNDS = 7
RUNS = (100, 1000)


def median_ms(*runs: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median of each, run in turn; one round before the first is not counted."""
    taken: list[list[float]] = [[] for _ in runs]
    for counted in (False, *[True] * rounds):
        for run, times in zip(runs, taken, strict=True):
            gc.collect()  # what one leaves behind is not the other's to clear away
            start = time.perf_counter()
            run()
            if counted:
                times.append((time.perf_counter() - start) * 1000)
    return [statistics.median(times) for times in taken]


def plain(template: bytes, context: Mapping[str, Any]) -> bytes:
    """The same report by docxtpl as it comes, with the same filters."""
    environment = Environment(autoescape=True)
    environment.filters.update({**FILTERS, "prose": prose})
    document = DocxTemplate(BytesIO(template))
    document.render(dict(context), jinja_env=environment, autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(document: bytes) -> str:
    """All text of the body, to see that both sides did the same work."""
    from lxml import etree  # noqa: PLC0415 (only the comparison needs it)

    with ZipFile(BytesIO(document)) as archive:
        return "".join(map(str, etree.fromstring(archive.read("word/document.xml")).itertext()))


def common_dialect(template: bytes) -> bytes:
    """The template without ``{% vm EXPRESSION %}``, which plain docxtpl does not know."""
    out = BytesIO()
    with ZipFile(BytesIO(template)) as archive, ZipFile(out, "w") as changed:
        for name in archive.namelist():
            changed.writestr(name, re.sub(rb"\{% vm [^%]+%\}", b"", archive.read(name)))
    return out.getvalue()


def docx_stage(layout: Layout, context: dict[str, Any], folder: Path) -> None:
    """The finished context to bytes, on the same template and data."""
    template = common_dialect(layout.template.read_bytes())
    (folder / layout.template.name).write_bytes(template)
    both = replace(layout, path=folder)
    rendered = docx(both, context).value
    assert rendered is not None
    assert text_of(rendered.content) == text_of(plain(template, context)), "the two sides differ"
    ours, theirs = median_ms(lambda: docx(both, context), lambda: plain(template, context))
    row("docx stage, perfeval", ours)
    row("docx stage, plain docxtpl", theirs)
    print(f"{'times faster':44s} {theirs / ours:9.1f}")


def stages() -> tuple[Layout, dict[str, Any]]:
    """Each stage of the 61-project department, warm."""
    source = load(LEDGER).value
    assert source is not None
    report = validate(source).value
    assert report is not None
    standard, layout = read_standard(report.standard, LEDGER.parent), read_layout(report.layout, LEDGER.parent)
    assert isinstance(standard, Result)
    assert standard.value is not None
    assert isinstance(layout, Result)
    assert layout.value is not None
    place, scoring = layout.value, standard.value
    facts = calculate(report, scoring)
    context = compose(facts, place).value
    assert context is not None
    steps: dict[str, Callable[[], object]] = {
        "load (YAML with places)": lambda: load(LEDGER),
        "validate (schema and records)": lambda: validate(source),
        "calculate (every figure)": lambda: calculate(report, scoring),
        "check (every rule)": lambda: rules.check(replace(facts)),  # facts that nobody has audited yet
        "compose (prose and sentences)": lambda: compose(facts, place),
        "the whole way to findings": lambda: pipeline.check(LEDGER),
        "the whole way to bytes": lambda: pipeline.render(LEDGER),
    }
    for name, taken in zip(steps, median_ms(*steps.values()), strict=True):
        row(name, taken)
    for code, taken in dearest(facts):
        row(f"  of the rules: {code}", taken)
    return place, context


def cold(folder: Path) -> None:
    """Whole processes, as a user starts them."""
    commands = {
        "perfeval --help": ["--help"],
        "perfeval check": ["check", str(LEDGER)],
        "perfeval render": ["render", str(LEDGER), "-o", str(folder)],
    }

    def start(arguments: list[str]) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-m", "perfeval", *arguments], check=True, capture_output=True)

    times = median_ms(*map(start, commands.values()), rounds=COLD_ROUNDS)
    for name, taken in zip(commands, times, strict=True):
        row(f"cold: {name}", taken)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'cold: largest process':44s} {peak:9.1f} MB")


def row(name: str, taken: float) -> None:
    print(f"{name:44s} {taken:9.2f} ms")


def main() -> None:
    print(f"{platform.platform()}, Python {platform.python_version()}, docxtpl {version('docxtpl')}; medians\n")
    layout, context = stages()
    with tempfile.TemporaryDirectory() as folder:
        docx_stage(layout, context, Path(folder))
        cold(Path(folder))
    scale([int(count) for count in sys.argv[1:]] or RUNS)


if __name__ == "__main__":
    main()
