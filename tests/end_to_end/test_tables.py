"""Tables in place of rows: the same report from YAML, Excel and CSV, whoever saved the file; broken ones are refused."""

import io
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from perfeval import pipeline
from perfeval.files import DISK
from perfeval.load import Source, load
from perfeval.model import Report
from perfeval.tables import fill
from perfeval.tables.form import SHEETS, title, workbook
from perfeval.tables.titles import form
from perfeval.validate import validate
from tools import any_report, tables
from tools.examples import EXAMPLES, example, rendered
from tools.require import present, require

Records = list[dict[str, Any]]
FORMS = ["xlsx", "csv"]


def without_form(project: dict[str, Any]) -> dict[str, Any]:
    """A project as a row: its funds by kind and its own indicators are no columns."""
    return {name: value for name, value in project.items() if name not in {"funds", "indicators"}}


def flat(key: str, records: Records) -> list[list[Any]]:
    """Rows in the order of the form's columns."""
    shape = form(key)

    def below(record: dict[str, Any], level: int) -> Iterator[dict[tuple[int, str], Any]]:
        own = {(level, name): value for name, value in record.items() if not isinstance(value, list)}
        if level == len(shape.lists):
            yield own
            return
        for inner in record[shape.lists[level]]:
            for row in below(inner, level + 1):
                yield {**own, **row}
                own = {}

    cells = [row for record in records for row in below(record, 0)]
    return [[row.get((field.level, field.key)) for field in shape.fields] for row in cells]


def head(key: str) -> list[str]:
    return [title(field) for field in form(key).fields]


def in_file(folder: Path, suffix: str, key: str, records: Records, encoding: str = "utf-8") -> Path:
    """A report whose rows stand in a file beside it."""
    rows = flat(key, records)
    if suffix == "xlsx":
        shown = [[float(value) if isinstance(value, Decimal) else value for value in row] for row in rows]
        return tables.report(folder, tables.xlsx(head(key), *shown), "t.xlsx", key)
    plain = [[f"{value:f}" if isinstance(value, Decimal) else value for value in row] for row in rows]
    return tables.report(folder, tables.text(head(key), *plain).encode(encoding), "t.csv", key)


def built(source: Source) -> Report:
    outcome = validate(source)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def read(path: Path) -> Report:
    source = load(path).value
    assert source is not None
    result = fill(source, DISK)
    assert result.value is not None, [(str(each.place), each.kind.code, each.arguments) for each in result.findings]
    return built(result.value)


def written(path: Path, key: str, records: Records) -> Report:
    source = load(path).value
    assert source is not None
    assert source.data is not None
    return built(Source("", "", {**source.data, key: records}))  # type: ignore[dict-item]


def exact(value: Any) -> Any:
    """What YAML would give: numbers Decimal, words without blanks around them."""
    if isinstance(value, dict):
        return {key: exact(each) for key, each in value.items()}
    if isinstance(value, list):
        return [exact(each) for each in value]
    return Decimal(value) if isinstance(value, int) else value.strip() if isinstance(value, str) else value


def told_apart(categories: Records) -> Records:
    """Groups of one name that follow each other would be one."""
    for number, category in enumerate(categories):
        category["name"] = f"{number}{category['name']}"
        for inner, group in enumerate(category["groups"]):
            group["name"] = f"{inner}{group['name']}"
    return categories


PROJECTS = any_report.projects().map(lambda records: exact([without_form(record) for record in records]))
INDICATORS = any_report.indicators().map(exact).map(told_apart)


@settings(max_examples=60)
@given(PROJECTS, st.sampled_from(FORMS))
def test_projects_read_from_a_table_are_those_of_the_yaml(records: Records, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = in_file(Path(folder), suffix, "projects", records)
        assert read(path) == written(path, "projects", records)


@settings(max_examples=60)
@given(INDICATORS, st.sampled_from(FORMS))
def test_indicators_read_from_a_table_are_those_of_the_yaml(records: Records, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = in_file(Path(folder), suffix, "indicators", records)
        assert read(path) == written(path, "indicators", records)


@settings(max_examples=40)
@given(PROJECTS, st.lists(st.sampled_from("道路桥梁供水改造工程，（二期）"), min_size=4, max_size=20).map("".join))
def test_a_text_in_gbk_is_read_alike(records: Records, name: str) -> None:
    named = [{**record, "name": name, "result_use": "优先保障"} for record in records]
    with tempfile.TemporaryDirectory() as folder:
        path = in_file(Path(folder), "csv", "projects", named, "gb18030")
        assert read(path) == written(path, "projects", named)


def moved(folder: Path, name: str, key: str, suffix: str) -> Path:
    """An example whose rows were moved into a file of their own."""
    source = load(example(name)).value
    assert source is not None
    assert source.data is not None
    records: Any = source.data[key]
    in_file(folder, suffix, key, records)
    lines = source.text.splitlines(keepends=True)
    first = source.values[(key,)].row
    start = next(row for row in range(first, -1, -1) if lines[row].startswith(f"{key}:"))
    end = next((row for row in range(first + 1, len(lines)) if lines[row][0] not in " \n"), len(lines))
    path = folder / "moved.yaml"
    path.write_text("".join((*lines[:start], f"{key}: {{file: t.{suffix}}}\n", *lines[end:])), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize(("name", "key"), list(zip(EXAMPLES, ("projects", "indicators"), strict=True)))
def test_an_example_moved_into_a_table_gives_the_same_document(
    name: str, key: str, suffix: str, tmp_path: Path
) -> None:
    assert rendered(moved(tmp_path, name, key, suffix)) == rendered(example(name))


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    """The workbook, opened and saved by LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="perfeval-soffice-") as profile:
        command = [
            require("soffice"), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(path),
        ]  # fmt: skip
        subprocess.run(command, check=False, capture_output=True, timeout=180)
    made = folder / path.name
    return present(made if made.exists() else None, "LibreOffice Calc", "Debian's libreoffice-calc-nogui")


def test_a_form_filled_in_and_saved_by_libreoffice_is_read_alike(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(workbook()))
    expected: dict[str, Any] = {}
    for name, key in zip(EXAMPLES, SHEETS.values(), strict=True):
        source = load(example(name)).value
        assert source is not None
        assert source.data is not None
        expected[key] = source.data[key]
        sheet = book[next(each for each, of in SHEETS.items() if of == key)]
        for line, row in enumerate(flat(key, expected[key]), start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(line, column, float(value) if isinstance(value, Decimal) else value)
    (tmp_path / "own").mkdir()
    book.save(tmp_path / "own" / "t.xlsx")
    made = saved_by_libreoffice(tmp_path / "own" / "t.xlsx", tmp_path)
    for key, records in expected.items():
        path = tables.report(tmp_path, made.read_bytes(), "t.xlsx", key)
        assert read(path) == written(path, key, records)


def test_a_formula_calculated_by_libreoffice_is_read(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    content = tables.xlsx(tables.HEAD, ("甲", "=1.1+2.2", 3, "=ROUND(2/3,2)", 90), ("合计", "=SUM(B2:B2)", 3))
    (tmp_path / "own" / "t.xlsx").write_bytes(content)
    made = saved_by_libreoffice(tmp_path / "own" / "t.xlsx", tmp_path)
    (project,) = read(tables.report(tmp_path, made.read_bytes())).projects
    assert (project.budget, project.executed) == (Decimal("3.3"), Decimal("0.67"))


WORKBOOK = tables.xlsx(tables.HEAD, tables.ROW, ("乙", (1.5, "0.00"), "=1+1", 1, 90), merged=["A5:B5"], hidden=[3])
PARTS = ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]


def spoilt(content: bytes, places: Sequence[tuple[float, bytes]]) -> bytes:
    for where, piece in places:
        at = int(where * len(content))
        content = content[:at] + piece + content[at + len(piece) :]
    return content


SPOTS = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=4)
XML_SPOTS = st.lists(
    st.tuples(st.floats(0, 1), st.text(st.sampled_from('0129-"<>/&;tsnrefv '), min_size=1, max_size=3).map(str.encode)),
    min_size=1,
    max_size=3,
)


def told(content: bytes, file: str) -> None:
    """That nothing is raised; what is refused is told with words."""
    with tempfile.TemporaryDirectory() as folder:
        for finding in pipeline.check(tables.report(Path(folder), content, file)).findings:
            assert finding.kind.what.say("zh", finding.arguments)


@settings(max_examples=100)
@given(SPOTS)
def test_broken_bytes_of_a_workbook_raise_nothing(places: Sequence[tuple[float, bytes]]) -> None:
    told(spoilt(WORKBOOK, places), "t.xlsx")


@settings(max_examples=200)
@given(st.sampled_from(PARTS), XML_SPOTS)
def test_broken_parts_of_a_workbook_raise_nothing(part: str, places: Sequence[tuple[float, bytes]]) -> None:
    content = ZipFile(io.BytesIO(WORKBOOK)).read(part)
    told(tables.with_part(WORKBOOK, part, spoilt(content, places)), "t.xlsx")


@settings(max_examples=100)
@given(SPOTS | st.just([]), st.binary(max_size=40))
def test_broken_bytes_of_a_text_raise_nothing(places: Sequence[tuple[float, bytes]], more: bytes) -> None:
    told(spoilt(tables.text(tables.HEAD, tables.ROW).encode() + more, places), "t.csv")
