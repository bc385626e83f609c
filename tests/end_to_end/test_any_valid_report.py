"""Whatever valid report a department writes becomes a document that opens, is valid, and holds every number given."""

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings

from tools import structure, validators, word_text
from tools.any_report import Data, as_yaml, reports
from tools.examples import rendered

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
AMOUNT_MISSING = re.compile(r"(?:共|为|预算|到位|执行|决算|增加|减少)(?:万元|%|分|人)")

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "report.yaml"


def made(report: Data, file: Path) -> bytes:
    file.write_text(as_yaml(report), encoding="utf-8")
    return rendered(file)


def plain(value: object) -> str:
    """A number as a report prints it, without zeros at its end; a mark as it is; nothing where there is nothing."""
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return "" if value is None else str(value)


def numbers(data: object) -> Iterator[str]:
    """Every number within."""
    if isinstance(data, dict):
        for value in data.values():
            yield from numbers(value)
    elif isinstance(data, list):
        for value in data:
            yield from numbers(value)
    elif isinstance(data, Decimal | int):
        yield plain(data)


def stated(report: Data) -> Iterator[str]:
    """The numbers that stand in sentences or tables beside the ledger; last year's budget only as the change from it."""
    for name in ("attachment", "staff", "assets", "official_expenses", "indicators"):
        yield from numbers(report.get(name))
    for side in report.get("budget", {}).values():
        yield from numbers({key: value for key, value in side.items() if key != "previous"})
    funds = report.get("funds", [])
    if len(funds) > 1:
        yield from numbers(funds)


@settings(slowly, max_examples=80)
@given(report=reports("project-ledger", "indicator-scorecard"))
def test_every_number_is_in_the_document(report: Data, file: Path) -> None:
    content = made(report, file)
    docx.Document(BytesIO(content))
    paragraphs = [paragraph.text for paragraph in word_text.paragraphs(content)]
    text = "\n".join(paragraphs)
    assert not set(stated(report)) - set(NUMBER.findall(text))
    assert AMOUNT_MISSING.search(text) is None
    assert "。" not in paragraphs
    if "projects" in report:
        assert ledger(content) == [row_of(*numbered) for numbered in enumerate(report["projects"], 1)]


def row_of(number: int, project: Data) -> list[str]:
    """Serial number, name, budget, received, executed and score as the ledger has to show them."""
    amounts = (plain(project.get(key)) for key in ("budget", "received", "executed"))
    return [str(number), project["name"], *amounts, plain(score_of(project))]


def score_of(project: Data) -> object:
    """The score as it was given; where there are indicators, their sum."""
    groups = (group for category in project.get("indicators", ()) for group in category["groups"])
    scores = [item["score"] for group in groups for item in group["items"]]
    return sum(scores) if scores else project.get("score")


def ledger(document: bytes) -> list[list[str]]:
    """What the document's ledger shows of the same, between its head and its total."""
    rows = word_text.rows(document)
    start = 1 + next(index for index, row in enumerate(rows) if row[:2] == ["序号", "项目名称"])
    end = next(index for index, row in enumerate(rows) if index >= start and row[0] == "合计")
    return [[*row[:5], row[7]] for row in rows[start:end]]


@settings(slowly, max_examples=40)
@given(report=reports("project-forms"))
def test_every_number_of_a_project_is_on_its_form(report: Data, file: Path) -> None:
    tables = word_text.tables(made(report, file))
    assert len(tables) == 2 * len(report["projects"])
    for project, funds, indicators in zip(report["projects"], tables[::2], tables[1::2], strict=True):
        assert funds[0][1] == project["name"]
        cells = {cell for row in (*funds, *indicators) for cell in row}
        amounts = {key: project.get(key) for key in ("initial", "budget", "executed", "funds")}
        assert set(numbers(amounts)) <= cells
        assert set(numbers(project.get("indicators"))) <= cells
        assert indicators[-1][:1] == ["总分"]
        assert plain(score_of(project)) in indicators[-1]


@settings(slowly, max_examples=15)
@given(report=reports())
def test_the_document_is_valid(report: Data, file: Path) -> None:
    document = file.with_suffix(".docx")
    document.write_bytes(made(report, file))
    assert validators.integrity(document) == []
    assert structure.faults(document) == []
