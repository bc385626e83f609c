"""The document with its trace: the same report, and at every number a comment that says where it comes from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from perfeval import pipeline
from perfeval.figures import Figures
from perfeval.load import Source, load
from perfeval.printing import PRINT
from perfeval.validate import validate
from tools import libreoffice, pdf, structure, word_text
from tools.any_report import Data, as_yaml, reports
from tools.examples import EXAMPLES, example, rendered
from tools.validators import VALIDATORS
from tools.word_text import W

COMMENT_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
DATE = re.compile(r"[0-9]{4}(?:—[0-9]{4})?年|[0-9]{1,2}[月日]")
TAG = re.compile(r"\{\{.*?\}\}", re.DOTALL)
PLACE = re.compile(r"，([^，:]+\.yaml):([0-9]+):([0-9]+)$")
VALUE = "\ufffc"
"""Stands for a value that has a comment."""

LEFT = {
    "gaocheng-housing": [
        "附件2", "9〕9号）", "如图1所示", "图1：2", "如图2所示", "图2：2", *map(str, range(1, 62)), "分为4个等",
        "如图3所示", "图3：2", "1.项", "2.绩", "3.部", "1.把", "2.把", "3.加", "4.督",
    ],
    "liuying-street": [
        "附件3", "9〕5号）", "如图1所示", "图1：2", "如图2所示", "图2：2", "分为4个等", "1.绩", "2.评", "1.加", "2.加",
    ],
}  # fmt: skip
"""Numbers without a comment that are not typed in a text of the department nor part of a date: they number and count."""

every_example = pytest.mark.parametrize("name", EXAMPLES)


@dataclass(frozen=True, slots=True)
class Comment:
    """A paragraph of a comment, and the text it is about."""

    words: str
    about: str

    @property
    def name(self) -> str:
        return self.words.split(" ")[0]


def traced(path: Path) -> bytes:
    result = pipeline.render(path, trace=True)
    assert result.value is not None
    return result.value.content


@pytest.fixture(scope="module")
def commented() -> dict[str, bytes]:
    """Each example with its trace."""
    return {name: traced(example(name)) for name in EXAMPLES}


def comments(document: bytes) -> list[Comment]:
    """The comments in the order of the page; on a value that stands for two, one for each."""
    with ZipFile(BytesIO(document)) as archive:
        said = {
            comment.get(f"{W}id"): [text.text or "" for text in comment.iter(f"{W}t")]
            for comment in etree.fromstring(archive.read("word/comments.xml"))
        }
    found = [Comment(words, about) for number, about in commented_texts(document) for words in said.pop(number, ())]
    assert not said
    return found


def commented_texts(document: bytes) -> Iterator[tuple[str | None, str]]:
    """Every text of the body with the number of the comment that it stands in."""
    number: str | None = None
    for found in word_text.body(document).iter(*COMMENT_MARKS[:2], f"{W}t", f"{W}p"):
        if found.tag == f"{W}t":
            yield number, found.text or ""
        else:
            number = found.get(f"{W}id") if found.tag == COMMENT_MARKS[0] else None


def without_comments(document: bytes) -> str:
    """The body without comments, its runs of one look joined."""
    body = word_text.body(document)
    for mark in list(body.iter(*COMMENT_MARKS)):
        gone = mark.getparent() if mark.tag == COMMENT_MARKS[2] else mark
        assert gone is not None
        holder = gone.getparent()
        assert holder is not None
        holder.remove(gone)
    for run in list(body.iter(f"{W}r")):
        before = run.getprevious()
        if before is not None and before.tag == f"{W}r" and look(before) == look(run):
            for content in [content for content in run if content.tag != f"{W}rPr"]:
                if content.tag == before[-1].tag == f"{W}t":
                    before[-1].text = (before[-1].text or "") + (content.text or "")
                else:
                    before.append(content)
            run.getparent().remove(run)  # type: ignore[union-attr]
    return etree.tostring(body, method="c14n").decode()


def look(run: etree._Element) -> list[bytes]:
    return [etree.tostring(properties, method="c14n") for properties in run.iterchildren(f"{W}rPr")]


@every_example
def test_without_its_comments_it_is_the_document(
    name: str, commented: Mapping[str, bytes], documents: Mapping[str, bytes]
) -> None:
    assert without_comments(commented[name]) == without_comments(documents[name])
    with ZipFile(BytesIO(commented[name])) as ours, ZipFile(BytesIO(documents[name])) as plain:
        assert set(ours.namelist()) - set(plain.namelist()) == {"word/comments.xml"}
        added_to = {part for part in plain.namelist() if ours.read(part) != plain.read(part)}
        assert added_to == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}


@every_example
def test_every_number_has_a_comment_but_what_was_typed_and_what_numbers(
    name: str, commented: Mapping[str, bytes]
) -> None:
    typed = re.sub(r"\s", "", "\n".join(TAG.sub(VALUE, text) for text in texts(source_of(name).data)))
    assert list(without_origin(commented[name], typed)) == LEFT[name]


def texts(data: object) -> Iterator[str]:
    """All that was typed as text."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for below in data.values() if isinstance(data, dict) else data:
            yield from texts(below)


def without_origin(document: bytes, typed: str) -> Iterator[str]:
    """Each number without a comment, two characters on either side, that is not in what was typed nor in a date."""
    for paragraph in word_text.body(document).iter(f"{W}p"):
        text = ""
        inside = False
        for found in paragraph.iter(*COMMENT_MARKS[:2], f"{W}t"):
            if found.tag == f"{W}t":
                text += VALUE if inside else re.sub(r"\s", "", found.text or "")
            inside = found.tag == COMMENT_MARKS[0]
        for number in NUMBER.finditer(text):
            around = text[max(0, number.start() - 2) : number.end() + 2]
            is_typed = around != number.group() and around in typed
            if not is_typed and not DATE.match(text, number.start()):
                yield around


@every_example
def test_a_comment_names_a_figure_or_the_line_that_holds_the_value(name: str, commented: Mapping[str, bytes]) -> None:
    source, figures = source_of(name), figures_of(name)
    lines = source.text.splitlines()
    found = comments(commented[name])
    assert len(found) > 80
    for comment in found:
        place = PLACE.search(comment.words)
        if comment.words.startswith("评分标准 "):
            assert f"从 {comment.about} 分起" in comment.words
        elif " = " in comment.words:
            figure = figures[comment.name]
            assert f" = {figure.formula.zh} = {PRINT[figure.unit](figure.value)}" in comment.words
            assert says(comment.about, figure.value), comment
            assert (place is None) == (figure.pointer is None)
        else:
            assert place is not None, comment
            assert place[1] == example(name).name
            written = lines[int(place[2]) - 1][int(place[3]) - 1 :]
            number = NUMBER.match(written.lstrip("-"))
            assert says(comment.about, Decimal(number[0]) if number else written[: len(comment.about)]), comment


def says(printed: str, value: object) -> bool:
    """Whether the text says the value, rounded to the digits that it has; the sign may be said in words."""
    number = NUMBER.search(printed)
    if not isinstance(value, Decimal) or number is None:
        return printed in {value, "持平"}
    shown = Decimal(number[0])
    return shown == abs(value).quantize(shown, ROUND_HALF_UP)


def source_of(name: str) -> Source:
    source = load(example(name)).value
    assert source is not None
    return source


def figures_of(name: str) -> Figures:
    figures = pipeline.figures(example(name)).value
    assert figures is not None
    return figures


@every_example
def test_every_given_number_of_the_tables_is_found(name: str, commented: Mapping[str, bytes]) -> None:
    """Budget, funds received and executed and the score of every project; weight and score of every indicator."""
    report = validate(source_of(name)).value
    assert report is not None
    names = {comment.name for comment in comments(commented[name])}
    for number, project in enumerate(report.projects, 1):
        given_ = [key for key in ("budget", "received", "executed", "score") if getattr(project, key) is not None]
        assert not {f"projects.{number}.{key}" for key in given_} - names
    for c, category in enumerate(report.indicators, 1):
        for g, group in enumerate(category.groups, 1):
            for i in range(1, len(group.items) + 1):
                item = f"indicators.{c}.groups.{g}.items.{i}"
                assert {f"{item}.weight", f"{item}.score"} <= names


@pytest.mark.parametrize("validator", VALIDATORS)
@every_example
def test_it_is_valid(name: str, validator: str, commented: Mapping[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(commented[name])
    assert VALIDATORS[validator](path) == []


def test_it_has_the_pages_of_the_document(
    commented: Mapping[str, bytes], pages: Mapping[str, Sequence[pdf.Page]], tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.docx" for name in EXAMPLES]
    for name, path in zip(EXAMPLES, paths, strict=True):
        path.write_bytes(commented[name])
    for name, made in zip(EXAMPLES, libreoffice.to_pdf(paths, tmp_path), strict=True):
        assert len(pdf.pages(made)) == len(pages[name])


def test_it_is_the_same_wherever_and_whenever_it_is_made(
    commented: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = example(EXAMPLES[0])
    monkeypatch.chdir(path.parent)
    assert traced(Path(path.name)) == commented[EXAMPLES[0]]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "report.yaml"


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(report=reports())
def test_any_report_with_its_trace_reads_the_same(report: Data, file: Path) -> None:
    file.write_text(as_yaml(report), encoding="utf-8")
    document = traced(file)
    assert without_comments(document) == without_comments(rendered(file))
    path = file.with_suffix(".docx")
    path.write_bytes(document)
    assert structure.faults(path) == []
