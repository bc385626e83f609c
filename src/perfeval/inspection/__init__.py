"""A layout's tags, held against all that there is to print."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perfeval.context import Context
from perfeval.diagnostic import Diagnostic, Finding, Result
from perfeval.files import UNREADABLE, about_file
from perfeval.inspection.document import read_parts
from perfeval.inspection.known import known_names, report_contexts
from perfeval.inspection.template import compiled, in_template, whole
from perfeval.inspection.unprinted import never_printed
from perfeval.inspection.wording import in_wording
from perfeval.layouts import OTHER_KIND, Layout, LayoutKind, read_layout
from perfeval.word import package
from perfeval.word.fault import TemplateFault

__all__ = ["Contexts", "Inspected", "inspect", "report_contexts"]

Contexts = Mapping[LayoutKind, Callable[[], Iterable[Context]]]
"""Contexts that together have all that a layout of a kind may name."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found in the files of a layout; ``notes`` are the findings in its template, by the paragraph to note.

    ``parts`` are the template's, as far as it could be read.
    """

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    parts: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[tuple[int, Finding], ...] = ()


def inspect(name: str, contexts: Contexts) -> Inspected | Diagnostic:
    """The layout built in by that name, or in the folder if it has a slash; a diagnostic where there is none."""
    found = _layout(name)
    if isinstance(found, Diagnostic):
        return found
    if found.value is None:
        return Inspected((Path(name) / "layout.yaml",), found.findings)
    layout = found.value
    files = (layout.path / "layout.yaml", layout.template)
    try:
        content = package.load(layout.template, layout.name, layout.files)
        parts = package.read(content, layout.name)
    except OSError as error:
        return Inspected(files, (*found.findings, about_file(UNREADABLE, layout.template, error)))
    except TemplateFault as fault:
        return Inspected(files, (*found.findings, whole(layout, fault).finding))
    return _inspected(layout, content, parts, found.findings, contexts)


def _inspected(
    layout: Layout, content: bytes, members: Mapping[str, bytes], before: Sequence[Finding], contexts: Contexts
) -> Inspected:
    wording, parts = layout.path / "layout.yaml", tuple(read_parts(members, layout.name, layout.template))
    known = known_names(layout, contexts[layout.wording.kind]())
    said = (*before, *in_wording(layout, wording, parts, known))
    by_tag = tuple(in_template(layout, members, parts, known))
    template, refused = compiled(layout, content, parts, by_tag)
    notes = tuple((line, fault.finding) for line, fault in (*by_tag, *refused))
    found = (*said, *(finding for _, finding in notes))
    if template is not None and layout.wording.kind is LayoutKind.REPORT and not any(one.forbids for one in found):
        found = (*found, *never_printed(template, layout))
    return Inspected((wording, layout.template), found, members, notes)


def _layout(name: str) -> Result[Layout] | Diagnostic:
    """The layout, whatever it is for."""
    found = [read_layout(name, Path(), kind=kind) for kind in LayoutKind]
    return next((one for one in found if not isinstance(one, Diagnostic) or one.kind is not OTHER_KIND), found[0])
