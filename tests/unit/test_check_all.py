"""Many files checked in one run: each by itself, and between them."""

from pathlib import Path

from perfeval import pipeline
from perfeval.diagnostic import Finding
from perfeval.rules import ACROSS, ALL, Selection
from perfeval.rules.rule import files_of
from tools.departments import department, write

FIRST, SECOND = files_of(ACROSS[0].fails)
WAIVER = """\
waivers:
  - code: K613
    at: conclusion
    found: {found}
    reason: 两局合署办公，同一支队伍
    by: 财务科
"""


def checked(folder: Path, *texts: str, selection: Selection = ALL) -> list[Finding]:
    paths = [folder / f"{number}.yaml" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [found for found in pipeline.check_all(paths, selection) if found.kind.code != "R201"]


def codes(found: list[Finding]) -> list[tuple[str, str]]:
    return [(Path(finding.file).name, finding.kind.code) for finding in found]


def test_a_copy_is_told_in_its_line_of_the_later_file(tmp_path: Path) -> None:
    found = checked(tmp_path, FIRST, SECOND + "problems: [2019年的问题仍未解决。]\n", FIRST + "nonsense: 1\n")
    assert codes(found) == [("1.yaml", "K613"), ("1.yaml", "K601"), ("2.yaml", "S010")]


def test_what_cannot_be_read_or_calculated_is_not_compared(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, FIRST, "year: [\n", SECOND.replace("2025", "去年"), SECOND)) == [
        ("1.yaml", "L033"), ("2.yaml", "S022"), ("3.yaml", "K613"),
    ]  # fmt: skip


def test_an_unreadable_file_is_told_in_its_turn(tmp_path: Path) -> None:
    there = tmp_path / "there.yaml"
    there.write_text(FIRST + "nonsense: 1\n", encoding="utf-8")
    found = pipeline.check_all([tmp_path / "nothing.yaml", there])
    assert codes(list(found)) == [("nothing.yaml", "W101"), ("there.yaml", "S010")]


def test_files_are_not_compared_where_the_rule_is_not_asked(tmp_path: Path) -> None:
    assert checked(tmp_path, FIRST, SECOND, selection=Selection(ignored=("K613",))) == []


def test_a_copy_can_be_waived_and_comes_back_when_it_changes(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, FIRST, SECOND)
    numbers = {name: found.arguments[name] for name in ("beginning", "length")}
    (waived,) = checked(tmp_path, FIRST, SECOND + WAIVER.format(found=numbers))
    assert waived.waived is not None
    (changed,) = checked(tmp_path, FIRST, SECOND + WAIVER.format(found={**numbers, "length": "1"}))
    assert changed.waived is None


def test_drawn_departments_have_nothing_wrong_but_what_is_planted(tmp_path: Path) -> None:
    assert codes(list(pipeline.check_all(write(tmp_path, 24, {20: 3})))) == [("00020.yaml", "K613")]


def test_the_same_number_draws_the_same_department() -> None:
    drawn = [department(number) for number in range(40)]
    assert drawn == [department(number) for number in range(40)]
    assert len({text.splitlines()[3] for text in drawn}) == len(drawn)
