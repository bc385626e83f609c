"""Every number of the two published reports stands in ours beside the same words; their known mistakes do not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from tools import word_text
from tools.require import ROOT

CASES: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "cases" / "printed-figures.yaml").read_text(encoding="utf-8")
)
NUMBERS, BALANCE = slice(2, 8), 3
"""Where a row of the ledger has its numbers, and which of them is the balance."""
CELL_END = "|"


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that stand together in a published report."""

    example: str
    where: str
    near: str
    printed: Sequence[str | Mapping[str, str]]


def groups() -> Iterator[Group]:
    for example, case in CASES.items():
        for group in [*case["figures"], *case.get("after", ())]:
            yield Group(example, group["where"], group["near"], group["printed"])


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


def blocks(document: bytes) -> list[str]:
    """What stands together: a row of a table; a paragraph; a heading and the paragraph below it."""
    found = [CELL_END.join(row) for row in word_text.rows(document)]
    paragraphs = word_text.paragraphs(document)
    for paragraph, below in zip(paragraphs, [*paragraphs[1:], word_text.Paragraph(None, "")], strict=True):
        is_heading = paragraph.style is not None and paragraph.style.startswith("Heading")
        found.append(paragraph.text + (CELL_END + below.text if is_heading else ""))
    return list(map(without_blanks, found))


def stands_in(text: str, number: str) -> bool:
    """Whether the number is there whole, not as a part of a longer one."""
    before = r"(?<![0-9])(?<![0-9]\.)" if number[0].isdigit() else ""
    after = r"(?![0-9]|\.[0-9])" if number[-1].isdigit() else ""
    return re.search(before + re.escape(without_blanks(number)) + after, text) is not None


def shown_and_gone(item: str | Mapping[str, str]) -> tuple[str, str | None]:
    """The number that our document has, and the mistaken one that it must not have."""
    if isinstance(item, str):
        return item, None
    return item["shown"], item["printed"] or None if "mistake" in item else None


def holds(block: str, printed: Sequence[str | Mapping[str, str]]) -> bool:
    wanted = [shown_and_gone(item) for item in printed]
    shown = {number for number, _ in wanted}
    return all(
        stands_in(block, number) and (gone is None or gone in shown or not stands_in(block, gone))
        for number, gone in wanted
    )


@pytest.mark.parametrize("group", [pytest.param(group, id=f"{group.example}, {group.where}") for group in groups()])
def test_numbers_stand_beside_their_words(group: Group, documents: dict[str, bytes]) -> None:
    near = [block for block in blocks(documents[group.example]) if without_blanks(group.near) in block]
    assert near, f"nothing says {group.near}"
    assert any(holds(block, group.printed) for block in near), (group.printed, near)


LEDGER = [(example, row) for example, case in CASES.items() for row in case.get("rows", ())]


@pytest.mark.parametrize(("example", "row"), [pytest.param(*one, id=f"row {one[1]['row']}") for one in LEDGER])
def test_ledger_rows_are_as_published(example: str, row: Mapping[str, Any], documents: dict[str, bytes]) -> None:
    cells = next(cells for cells in word_text.rows(documents[example]) if cells[0] == str(row["row"]))
    assert cells[1] == row["name"]
    numbers = cells[NUMBERS]
    if numbers[BALANCE] == "0":  # the published table leaves it empty
        del numbers[BALANCE]
    assert [number for number in numbers if number] == row["printed"]


def test_a_mistake_is_nowhere_in_the_document(documents: dict[str, bytes]) -> None:
    """The totals that missed two hundredths of a yuan, in prose or table."""
    wrong = {
        gone for group in groups() for _, gone in map(shown_and_gone, group.printed) if gone is not None and "." in gone
    }
    assert wrong == {"76447.148184", "57940.242491", "23802.844387"}
    for block in blocks(documents["gaocheng-housing"]):
        assert not [number for number in wrong if stands_in(block, number)], block


@pytest.mark.parametrize(
    ("number", "categories", "series"),
    [
        (1, ["收入", "支出"], {"2024年年初预算": ["1706.83"] * 2, "2025年年初预算": ["2024.99"] * 2}),
        (2, ["收入", "支出"], {"年初预算": ["2024.99"] * 2, "决算": ["2465.03"] * 2}),
    ],
)
def test_the_charts_show_the_numbers_of_the_text(
    number: int, categories: list[str], series: dict[str, list[str]], documents: dict[str, bytes]
) -> None:
    chart = word_text.charts(documents["liuying-street"])[number - 1]
    assert (chart.categories, chart.series) == (categories, series)
    assert chart.description.startswith(f"图{number} ")
    assert all(stands_in(chart.description, value) for values in series.values() for value in values)


def test_all_of_both_reports_is_looked_for() -> None:
    assert [len(case.get("rows", ())) for case in CASES.values()] == [61, 0]
    assert sum(len(group.printed) for group in groups()) > 200


def test_a_number_is_not_found_within_another() -> None:
    assert stands_in("共26.4万元", "26.4")
    assert not any(stands_in(text, "6.4") for text in ("26.4", "6.41", "16.4"))
    assert not stands_in("50.26.4", "26.4")
    assert stands_in("得15分", "15")
    assert stands_in("到2025年。", "2025")
