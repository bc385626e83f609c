"""``perfeval layout``: a copy to be made one's own, and what is wrong with it, in words, forms and comments."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document

from perfeval import pipeline
from perfeval.diagnostic import Severity
from perfeval.layouts import LayoutKind, folder_of, names
from perfeval.word import archive
from perfeval.word.parts import parsed
from perfeval.word.places import W
from tools.command import Run
from tools.examples import rendered
from tools.validators import VALIDATORS

EVERY = [name for kind in LayoutKind for name in names(kind)]
SLIPS = {"report.department.name }}": "report.departmnt.name }}", "projects.budget | money": "projects.budget | mony"}
"""Edits of the built-in template, each a fault."""


def broken(run: Run, folder: Path) -> Path:
    """A copy of a built-in layout with a few slips in its template."""
    layout = folder / "ours"
    assert run("layout", "new", layout).code == 0
    path = layout / "report.docx"
    parts = archive.unpack(path.read_bytes())
    body = parts["word/document.xml"].decode()
    for right, wrong in SLIPS.items():
        assert right in body
        body = body.replace(right, wrong)
    parts["word/document.xml"] = body.encode()
    path.write_bytes(archive.pack(archive.deflated_fast(name, content) for name, content in parts.items()))
    return layout


@pytest.mark.parametrize("name", EVERY)
def test_a_copy_has_no_fault_and_finds_its_schemas(name: str, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "我局"
    made = run("layout", "new", copy, "--from", name, "--lang", "zh")
    assert made.code == 0
    assert f"perfeval layout check {copy.as_posix()}" in made.out
    checked = run("layout", "check", copy, "--lang", "en")
    assert (checked.code, checked.err) == (0, "")
    for file in copy.glob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert (copy / first.removeprefix("# yaml-language-server: $schema=")).is_file()


@pytest.mark.parametrize("name", names())
def test_the_starter_of_a_copy_renders_by_the_copy_as_by_the_original(name: str, run: Run, tmp_path: Path) -> None:
    assert run("layout", "new", tmp_path / "ours", "--from", name).code == 0
    starter = tmp_path / "ours" / "starter.yaml"
    assert "\nlayout: ./ " in starter.read_text(encoding="utf-8")
    assert not [one for one in pipeline.check(starter).findings if one.kind.severity is Severity.ERROR]
    assert rendered(starter) == rendered(folder_of(name) / "starter.yaml")


def test_a_folder_that_is_there_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    refused = run("layout", "new", tmp_path / "ours", "--lang", "en")
    assert refused.code == 3
    assert "W103" in refused.err
    assert list((tmp_path / "ours").iterdir()) == []


@pytest.mark.parametrize("arguments", [("new", "x", "--from", "nix"), ("check", "nix")])
def test_a_layout_that_nobody_knows_is_wrong_usage(
    arguments: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for lang, words in (("zh", "没有名为“nix”的版式"), ("en", "there is no layout “nix”")):
        refused = run("layout", *arguments, "--lang", lang)
        assert refused.code == 2
        assert words in refused.err
        assert "project-ledger" in refused.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", EVERY)
def test_a_built_in_layout_is_checked_by_its_name(
    name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("layout", "check", name).code == 0


def test_faults_are_told_with_paragraph_excerpt_and_caret(run: Run, tmp_path: Path) -> None:
    layout = broken(run, tmp_path)
    checked = run("layout", "check", layout, "--lang", "zh")
    assert checked.code == 1
    first, excerpt, caret, *_ = checked.out.splitlines()
    assert first.startswith(f"{layout / 'report.docx'}:")
    assert "R112 错误 版式“" in first
    assert "名称 departmnt" in first
    assert excerpt.index("{{") == caret.index("^")
    assert "R111 错误" in checked.out
    assert "没有名为 mony 的写法，可用 money" in checked.out
    assert checked.out.endswith("共发现 2 个错误。\n")
    english = run("layout", "check", layout, "--lang", "en").out
    assert "uses a name that does not exist: departmnt" in english


def test_programs_read_the_same(run: Run, tmp_path: Path) -> None:
    layout = broken(run, tmp_path)
    told = json.loads(run("layout", "check", layout, "--format", "json").out)
    assert [one["code"] for one in told["findings"]] == ["R112", "R111"]
    assert told["files"] == [str(layout / "layout.yaml"), str(layout / "report.docx")]
    assert told["findings"][0]["line"] > 1
    assert run("layout", "check", layout, "--format", "github").out.startswith("::error file=")
    results = json.loads(run("layout", "check", layout, "--format", "sarif").out)["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == ["R112", "R111"]
    assert run("layout", "check", layout, "--format", "waivers").code == 2


def test_a_template_that_is_not_there_is_a_failure(run: Run, tmp_path: Path) -> None:
    layout = broken(run, tmp_path)
    (layout / "report.docx").unlink()
    assert run("layout", "check", layout).code == 3
    nowhere = run("layout", "check", tmp_path / "nowhere" / "ours")
    assert nowhere.code == 1
    assert "S303" in nowhere.out


def test_the_annotated_copy_has_its_comments_and_is_otherwise_the_template(run: Run, tmp_path: Path) -> None:
    layout, copy = broken(run, tmp_path), tmp_path / "copy.docx"
    template = (layout / "report.docx").read_bytes()
    checked = run("layout", "check", layout, "--annotate", copy, "--lang", "zh")
    assert (checked.code, checked.err) == (1, f"已生成：{copy}\n")
    assert (layout / "report.docx").read_bytes() == template
    comments = list(Document(str(copy)).comments)
    assert [one.text.partition(" ")[0] for one in comments] == ["R112", "R111"]
    assert "departmnt" in comments[0].text
    assert len(comments[0].paragraphs) == 3
    assert _around(copy.read_bytes(), 0).startswith("{{ report.departmnt.name }}")
    assert _texts(copy.read_bytes()) == _texts(template)
    (layout / "report.docx").write_bytes(copy.read_bytes())
    assert run("layout", "check", layout, "--lang", "zh").out == checked.out


def test_the_annotated_copy_is_valid(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    run("layout", "check", broken(run, tmp_path), "--annotate", copy)
    assert {name: found for name, validate in VALIDATORS.items() if (found := validate(copy))} == {}


def test_the_template_itself_is_never_written_over(run: Run, tmp_path: Path) -> None:
    layout = broken(run, tmp_path)
    template = (layout / "report.docx").read_bytes()
    for target in (layout / "report.docx", tmp_path / "copy.txt"):
        assert run("layout", "check", layout, "--annotate", target).code == 2
    assert (layout / "report.docx").read_bytes() == template


def _texts(document: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(document)) as container:
        body = parsed("word/document.xml", container.read("word/document.xml"))
    return ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p")]


def _around(document: bytes, number: int) -> str:
    """The text of the paragraph that a comment is on."""
    with zipfile.ZipFile(io.BytesIO(document)) as container:
        body = parsed("word/document.xml", container.read("word/document.xml"))
    start = next(one for one in body.iter(f"{W}commentRangeStart") if one.get(f"{W}id") == str(number))
    paragraph = start.getparent()
    assert paragraph is not None
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
