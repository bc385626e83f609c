"""docxtpl's own collection of templates, rendered by us and by docxtpl with the contexts of its scripts.

The collection is docxtpl's (LGPL) and no part of this repository: it is read where docxtpl's sources were unpacked.
"""

import io
import json
import os
import re
import runpy
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docxtpl
import jinja2.utils
import pytest
from lxml import etree
from markupsafe import Markup

from perfeval.word.fault import TemplateFault
from perfeval.word.template import Template
from tools.require import ROOT, present

VARIABLE = "DOCXTPL_TESTS"
"""The environment variable that names the folder ``tests`` of docxtpl's sources."""
USUAL = ROOT / ".venv" / "docxtpl-src" / "tests"
COMPARED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
FOLDERS = ("templates", "test_files")
"""What the folder of the templates is called, in sources of now and in those of 2018, the last that its packages hold."""
FEWEST = 15
"""Templates that the collection has at least; that of now has 35."""

DIFFERENT = {
    "custom_jinja_filters_tpl.docx": ("R111", "filters of the script's own; ours are a closed list"),
    "dynamic_table_tpl.docx": ("R111", "Jinja's filter `count`: ours of that name prints a number"),
    "escape_tpl.docx": ("R111", "Jinja's filter `e`: here everything is escaped"),
    "escape_tpl_auto.docx": ("R113", "a function is called"),
    "module_execute_tpl.docx": ("R113", "Jinja's test `mapping`; ours are a closed list"),
    "header_footer_entities_tpl.docx": ("R111", "Jinja's filter `default`, for a name that nothing bears"),
    "header_footer_inline_image_tpl.docx": ("R119", "a picture is an object with methods, not plain data"),
    "inline_image_tpl.docx": ("R119", "a picture is an object with methods, not plain data"),
    "header_footer_tpl.docx": ("R118", "a subdocument is an object with methods, not plain data"),
    "header_footer_tpl_utf8.docx": ("R118", "a subdocument is an object with methods, not plain data"),
    "merge_docx_master_tpl.docx": ("R118", "a subdocument is an object with methods, not plain data"),
    "subdoc_tpl.docx": ("R118", "a subdocument is an object with methods, not plain data"),
    "richtext_tpl.docx": ("R115 R119", "\\a for a new paragraph: XML has no such character"),
    "richtext_paragraph_tpl.docx": ("R115", "\\a for a new paragraph: XML has no such character"),
    "template_error_tpl.docx": ("R111", "a template with an error, which docxtpl refuses too"),
    "replace_picture_tpl.docx": ("differs", "a part without tags is taken over as it is, the ids of its drawings too"),
}
"""The templates that do not come out alike: what becomes of them here, and why."""


class Anything:
    """Stands in for ``DocxTemplate``, and for all that a script asks of it: does nothing but note what is rendered."""

    def __init__(self, renders: dict[str, Any], template: object = "") -> None:
        self._renders = renders
        self._name = Path(str(template)).name

    def render(self, context: Mapping[str, Any], *_: object, **__: object) -> None:
        self._renders[self._name] = context

    def __getattr__(self, name: str) -> "Anything":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: object, **__: object) -> "Anything":
        return self

    def __getitem__(self, _: object) -> "Anything":
        return self

    def __iter__(self) -> Iterator["Anything"]:
        return iter(())


@pytest.fixture
def collection() -> Path:
    """The folder ``tests`` of docxtpl."""
    named = os.environ.get(VARIABLE)
    folder = USUAL if named is None else Path(named)
    source = f"docxtpl's sources; unpack their folder `tests` to {USUAL.relative_to(ROOT)}, or say in {VARIABLE} where"
    return present(folder if _templates(folder).is_dir() else None, "docxtpl's collection", source)


def _templates(folder: Path) -> Path:
    first, second = (folder / name for name in FOLDERS)
    return first if first.is_dir() else second


def contexts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The contexts of the scripts by the names of their templates."""
    renders: dict[str, Any] = {}
    with monkeypatch.context() as patched:
        patched.setattr(docxtpl, "DocxTemplate", lambda template, *_, **__: Anything(renders, template))
        patched.setattr(os, "system", lambda _: 0)
        patched.setattr(jinja2.utils, "Markup", Markup, raising=False)  # where scripts of 2018 look for it
        patched.chdir(folder)
        for script in sorted(folder.glob("*.py")):
            if script.name not in {"__init__.py", "runtests.py"}:
                runpy.run_path(str(script))
    command = _templates(folder) / "module_execute.json"  # its script runs docxtpl as a program
    if command.exists():
        renders["module_execute_tpl.docx"] = json.loads(command.read_text(encoding="utf-8"))
    return renders


def verdict(template: Path, context: Mapping[str, Any]) -> str:
    """Whether ours is equal to docxtpl's or differs from it, or the code of our refusal."""
    try:
        ours = Template.compile(template.read_bytes(), template.stem, {}).render(context)
    except TemplateFault as fault:
        return fault.kind.code
    theirs = io.BytesIO()
    document = docxtpl.DocxTemplate(template)
    document.render(dict(context), autoescape=True)
    document.save(theirs)
    return "equal" if canonical(ours) == canonical(theirs.getvalue()) else "differs"


def canonical(document: bytes) -> dict[str, str]:
    """The parts that have text, whatever prefixes their namespaces have."""
    with zipfile.ZipFile(io.BytesIO(document)) as container:
        names = filter(COMPARED.fullmatch, container.namelist())
        return {
            name: etree.canonicalize(etree.fromstring(container.read(name)), rewrite_prefixes=True) for name in names
        }


@pytest.mark.unsound_template("docxtpl's collection shows what docxtpl does, not what Word likes")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a script leaves a file open
def test_docxtpls_templates_come_out_as_docxtpl_has_them(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = {
        name: context
        for name, context in contexts(collection, monkeypatch).items()
        if (_templates(collection) / name).is_file()
    }
    assert len(rendered) >= FEWEST
    monkeypatch.chdir(collection)
    verdicts = {name: verdict(_templates(collection) / name, context) for name, context in rendered.items()}
    found = {name: one for name, one in verdicts.items() if one != "equal"}
    expected = {name: codes.split() for name, (codes, _) in DIFFERENT.items() if name in rendered}
    assert found.keys() == expected.keys()
    assert {name: one for name, one in found.items() if one not in expected[name]} == {}
