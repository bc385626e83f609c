"""Whatever text a department gives comes out as it was written, or is refused by its place; nothing changes silently."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.diagnostic import Finding, Place, Severity
from tools import naughty, word_text

LISTS: dict[str, tuple[Callable[[], Sequence[str]], int, int]] = {
    # the list, how many strings it has, and how many of them at least have to be taken
    "Big List of Naughty Strings, 503": (naughty.of_2020, 503, 480),
    "Big List of Naughty Strings, 485": (naughty.of_2016, 485, 470),
    "templates and XML": (lambda: naughty.TEMPLATE_STRINGS, len(naughty.TEMPLATE_STRINGS), 20),
}
every_list = pytest.mark.parametrize(("strings", "length", "least"), LISTS.values(), ids=LISTS)

REPORT = """\
layout: project-ledger
standard: shijiazhuang
year: 2025
department: {{name: 留营街道办事处}}
projects:
  - name: {name}
    budget: 4
    executed: 4
    score: 99
conclusion: {prose}
"""
NAME, PROSE = Place(6, 11), Place(10, 13)
"""Where REPORT holds the string."""
ANCHOR = "此处为锚。"
BLANKS = re.compile(r"\s+")
MARKUP = re.compile(r"^\s*(?:[-+*]|[0-9]{1,9}[.)])(?=\s|$)|\||\*\*", re.MULTILINE)
"""What prose takes for a list, a table or bold type, and shows as such."""
SHOWN_MARKUP = re.compile(r"[-+*|·－.)（）0-9\\:]")


def rendered(folder: Path, name: str = "办公经费", prose: str = ANCHOR) -> tuple[bytes | None, list[Finding]]:
    """The document and the errors; the strings are written as YAML's double-quoted text."""
    path = folder / "report.yaml"
    text = REPORT.format(name=json.dumps(name, ensure_ascii=False), prose=json.dumps(prose, ensure_ascii=False))
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    result = pipeline.render(path)
    errors = [found for found in result.findings if found.kind.severity is Severity.ERROR]
    return None if result.value is None else result.value.content, errors


def is_refused_at(start: Place, string: str, errors: list[Finding], folder: Path) -> bool:
    """Whether every error names the file and a place within the string."""
    dumped = json.dumps(string, ensure_ascii=False)
    end = Place(start.line + len(dumped.splitlines()) - 1, start.column + len(dumped))
    return bool(errors) and all(
        found.file == str(folder / "report.yaml") and start <= found.place <= end for found in errors
    )


@every_list
def test_a_text_comes_out_as_it_was_written(
    strings: Callable[[], Sequence[str]], length: int, least: int, tmp_path: Path
) -> None:
    taken = 0
    assert len(strings()) == length
    for string in strings():
        document, errors = rendered(tmp_path, name=string)
        if document is None:
            assert is_refused_at(NAME, string, errors, tmp_path), (string, errors)
        else:
            row = next(row for row in word_text.rows(document) if row[0] == "1")
            assert row[1] == string
            taken += 1
    assert taken >= least


@every_list
def test_prose_comes_out_as_it_was_written(
    strings: Callable[[], Sequence[str]], length: int, least: int, tmp_path: Path
) -> None:
    """But for white space, and for what it takes as a list, a table or bold type."""
    plain, _ = rendered(tmp_path)
    assert plain is not None
    around = [paragraph.text for paragraph in word_text.paragraphs(plain)]
    at = around.index(ANCHOR)
    taken = 0
    for string in strings():
        document, errors = rendered(tmp_path, prose=string)
        if document is None:
            assert is_refused_at(PROSE, string, errors, tmp_path), (string, errors)
            continue
        found = [paragraph.text for paragraph in word_text.paragraphs(document)]
        behind = len(around) - at - 1
        assert found[:at] + found[len(found) - behind :] == around[:at] + around[at + 1 :]
        printed = "\n".join(found[at : len(found) - behind])
        assert bare(printed, string) == bare(string, string), string
        taken += 1
    assert taken >= least


def bare(text: str, string: str) -> str:
    """A text without white space and, where the string has markup, without what marks or shows it."""
    if MARKUP.search(string) is not None:
        text = SHOWN_MARKUP.sub("", text)
    return BLANKS.sub("", text)


def test_a_figure_is_named_in_prose_only(tmp_path: Path) -> None:
    document, _ = rendered(tmp_path, name="{{ year }}", prose="{{ year }}")
    assert document is not None
    assert "{{ year }}" in [row[1] for row in word_text.rows(document)]
    assert "2025" in [paragraph.text for paragraph in word_text.paragraphs(document)]
