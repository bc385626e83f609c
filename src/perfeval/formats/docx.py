"""The Word document: a layout's template, compiled once per process, filled with the context."""

from functools import lru_cache

from perfeval.context import Context
from perfeval.diagnostic import Arguments, Diagnostic, Kind, Outcome, Severity, Text, reason_of
from perfeval.formats.document import Document
from perfeval.layouts import Layout
from perfeval.word.fault import TemplateFault
from perfeval.word.filters import TEMPLATE_FILTERS
from perfeval.word.package import load
from perfeval.word.sandbox import Sandboxed, XmlSandbox
from perfeval.word.template import Template

NO_TEMPLATE = Kind(
    "R204",
    Severity.ERROR,
    what=Text(
        "版式“{layout}”的 report.docx 无法读取：{reason}", "report.docx of layout “{layout}” cannot be read: {reason}"
    ),
    why=Text("报告的结构和样式都在这个模板里", "the report's structure and looks are in this template"),
    cure=Text(
        "核对版式文件夹里有没有 report.docx、能否打开", "check that the layout's folder holds a readable report.docx"
    ),
)


def docx(layout: Layout, context: Context, sandboxed: Sandboxed = XmlSandbox) -> Outcome[Document]:
    """The report as a Word document, named by its pattern, or what is wrong with the layout's template."""
    try:
        template = load(layout.template, layout.name, layout.files)
        content = _compiled(template, layout.name, sandboxed, tuple(layout.wording.charts)).render(context)
    except TemplateFault as fault:
        return Outcome(None, (Diagnostic(fault.kind, ("layout",), fault.arguments),))
    except OSError as error:
        arguments: Arguments = {"layout": layout.name, "reason": reason_of(error)}
        return Outcome(None, (Diagnostic(NO_TEMPLATE, ("layout",), arguments),))
    return Outcome(Document(context["filename"], ".docx", content))


@lru_cache(maxsize=16)
def _compiled(template: bytes, layout: str, sandboxed: Sandboxed, charts: tuple[str, ...]) -> Template:
    """Compiled once, as long as the template stays the same, for all reports of a run."""
    return Template.compile(template, layout, TEMPLATE_FILTERS, sandboxed, charts)
