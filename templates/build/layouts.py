"""The built-in layouts: what stands first in a report and what is its heart, and the summary of many."""

from collections.abc import Callable, Mapping

from bureau import summary
from chapters import duties, indicator_lines, ledger, report, scorecard
from forms import department_form, project_forms
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


REPORT = {"title": "{{ title }}", "subject": "{{ year }}年度", "creator": "{{ report.department.name }}"}
SUMMARY = {"title": "{{ title }}"}

LAYOUTS: dict[str, tuple[Callable[[], list[Element]], Mapping[str, str]]] = {
    "project-ledger": (project_ledger, REPORT),
    "indicator-scorecard": (indicator_scorecard, REPORT),
    "project-forms": (project_forms, REPORT),
    "department-form": (department_form, REPORT),
    "bureau-summary": (summary, SUMMARY),
}
"""By folder: the body, and what the document's properties say."""
