"""The built-in layouts: what stands first in the report and what is its heart."""

from collections.abc import Callable

from chapters import duties, indicator_lines, ledger, report, scorecard
from wordml import Element, heading, optional, prose, sentence, when


def project_ledger() -> list[Element]:
    """The ledger of projects is the heart; the duties are listed by unit."""
    return report(
        overview=[
            *optional("report.department.institution"),
            *when("report.staff", *sentence("staff"), *optional("report.staff.text")),
            *when("report.assets", *sentence("assets"), *optional("report.assets.text")),
            *when("report.duties", *duties(level=3)),
        ],
        details=[*ledger(), *scorecard(), *indicator_lines()],
    )


def indicator_scorecard() -> list[Element]:
    """The table of indicators is the heart, with a line for every indicator; the duties are told by theme."""
    institution = "report.department.institution"
    return report(
        overview=[
            *when("report.duties", heading(3, "部门职责"), *duties(level=4)),
            *when(institution, heading(3, "机构情况"), prose(institution)),
            *when("report.staff", heading(3, "人员情况"), *sentence("staff"), *optional("report.staff.text")),
            *when("report.assets", heading(3, "资产情况"), *sentence("assets"), *optional("report.assets.text")),
        ],
        details=[*scorecard(), *indicator_lines(), *ledger()],
    )


LAYOUTS: dict[str, Callable[[], list[Element]]] = {
    "project-ledger": project_ledger,
    "indicator-scorecard": indicator_scorecard,
}
"""By folder."""
