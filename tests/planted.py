"""A report with nothing wrong in it, and for every rule the one change that it finds: the table behind many tests."""

from pathlib import Path

from faults import amounts, comparisons, dates, execution, form, forms, indicators, prose, scores, stated
from faults.fault import REPORT, Fault, replaced
from perfeval import pipeline
from perfeval.diagnostic import Finding
from perfeval.rules import Selection

__all__ = ["FAULTS", "HARMLESS", "REPORT", "Fault", "found_in", "replaced"]


EVERY = Selection(("K",))
"""All rules, those on request too."""


def found_in(text: str, folder: Path) -> tuple[Finding, ...]:
    """The findings about a report."""
    path = folder / "dept.yaml"
    path.write_text(text, encoding="utf-8")
    return pipeline.check(path, EVERY).findings


FAULTS = (
    *indicators.FAULTS, *scores.FAULTS, *amounts.FAULTS, *comparisons.FAULTS, *stated.FAULTS, *execution.FAULTS, *dates.FAULTS, *form.FAULTS,
    *forms.FAULTS,
    *prose.FAULTS,
)  # fmt: skip

HARMLESS = {
    **indicators.HARMLESS, **scores.HARMLESS, **amounts.HARMLESS, **comparisons.HARMLESS, **stated.HARMLESS, **execution.HARMLESS, **dates.HARMLESS, **form.HARMLESS,
    **forms.HARMLESS,
    **prose.HARMLESS,
}  # fmt: skip
"""What a rule must let pass: the change, by the rule and the reason."""
