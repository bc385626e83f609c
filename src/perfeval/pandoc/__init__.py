"""All that knows pandoc: Word documents to the web page, Markdown, OpenDocument and plain text."""

from perfeval import resources
from perfeval.diagnostic import Outcome
from perfeval.pandoc.convert import converted, version
from perfeval.pandoc.opendocument import finished
from perfeval.pandoc.reading import reading_copy

__all__ = ["html", "markdown", "odt", "text", "version"]

_LINES = ("--wrap=none",)


def html(document: bytes) -> Outcome[bytes]:
    """One file for browsers, without a script and without a reference to another."""
    web = resources.folder("templates") / "web"
    options = (
        "--standalone", "--embed-resources", "--wrap=none", "--toc", "--toc-depth=3",
        f"--template={web / 'report.html5'}", f"--include-in-header={web / 'report.css'}",
    )  # fmt: skip
    return converted(reading_copy(document, pictures=True), "html5", options, ("structure", "web"))


def markdown(document: bytes) -> Outcome[bytes]:
    """Markdown as GitHub shows it: a line a paragraph, tables with bars."""
    return converted(reading_copy(document, pictures=False), "gfm", _LINES, ("structure", "lines"))


def text(document: bytes) -> Outcome[bytes]:
    """Plain text: a line a paragraph, the columns of tables below one another where hanzi are two wide."""
    return converted(reading_copy(document, pictures=False), "plain", _LINES, ("structure", "lines"))


def odt(document: bytes) -> Outcome[bytes]:
    """An OpenDocument text in the official styles."""
    looks = resources.folder("templates") / "web" / "reference.odt"
    copy = reading_copy(document, pictures=True)
    made = converted(copy, "odt", (f"--reference-doc={looks}",), ("paper",))
    return made if made.value is None else Outcome(finished(made.value), made.diagnostics)
