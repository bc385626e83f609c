"""What the page says: every word of a finding, where it is, and nothing that could be markup or another's link."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from perfeval import pipeline
from perfeval.diagnostic import Finding, Place, Severity, Text, Waived
from perfeval.files import UNREADABLE
from perfeval.watch.board import Shown
from perfeval.watch.page import as_data
from planted import replaced

STATUS = Text("好", "fine")


def shown(*findings: Finding) -> dict[str, Any]:
    return as_data(Shown(STATUS, findings=findings), "en")


def found(dept: Path) -> Finding:
    dept.write_text(replaced("balance: 10,", "balance: 20,"), encoding="utf-8")
    return next(one for one in pipeline.check(Path(dept.name)).findings if one.forbids)


def test_a_finding_has_its_place_its_line_and_its_words(dept: Path) -> None:
    finding = found(dept)
    one = shown(finding)["findings"][0]
    assert one["place"] == f"dept.yaml:{finding.place}"
    assert one["link"] == f"vscode://file/{str(dept).lstrip('/')}:{finding.place}"
    before, behind = finding.excerpt[: finding.place.column - 1], finding.excerpt[finding.place.column - 1 :]
    assert before.endswith(one["before"].lstrip("…"))
    assert behind.startswith(one["at"] + one["after"])
    assert len(one["at"]) == 1
    assert (one["severity"], one["word"], one["code"]) == ("error", "error", finding.kind.code)
    assert one["what"] == finding.kind.what.say("en", finding.arguments)
    assert one["why"] == finding.kind.why.say("en", finding.arguments)
    assert one["cure"] == finding.kind.cure.say("en", finding.arguments)


def test_of_a_long_line_the_surroundings_are_shown() -> None:
    line = "a" * 500 + "b" + "c" * 500
    one = shown(Finding("x.yaml", Place(1, 501), line, UNREADABLE, {"reason": "none"}))["findings"][0]
    assert (one["before"], one["at"], one["after"]) == ("…" + "a" * 60, "b", "c" * 60 + "…")


def test_a_link_cannot_lead_elsewhere() -> None:
    name = 'a b"<部门>#?.yaml'
    one = shown(Finding(name, Place(3, 4), "", UNREADABLE, {"reason": "none"}))["findings"][0]
    assert one["link"].endswith("/a%20b%22%3C%E9%83%A8%E9%97%A8%3E%23%3F.yaml:3:4")


def test_a_cell_is_named_and_its_row_shown_with_bars() -> None:
    one = shown(Finding("t.xlsx", Place(3, 2, "明细"), "甲\t乙\t丙", UNREADABLE, {"reason": "none"}))["findings"][0]
    assert (one["place"], one["link"]) == ("t.xlsx:明细!B3", None)
    assert (one["before"], one["at"], one["after"]) == ("甲 | ", "乙", " | 丙")


def test_the_banner_says_whether_there_is_an_older_report() -> None:
    assert shown()["banner"] == ""
    refused = Shown(STATUS, findings=(), is_outdated=True)
    assert "no report yet" in as_data(refused, "en")["banner"]
    assert "the last one" in as_data(replace(refused, report=b""), "en")["banner"]


def test_before_anything_was_looked_for_nothing_is_said_of_findings() -> None:
    assert as_data(Shown(), "zh") == {
        "busy": True, "status": "正在生成…", "banner": "", "summary": "", "findings": [], "edition": 0,
    }  # fmt: skip
    done = as_data(Shown(STATUS, is_busy=False, findings=()), "en")
    assert (done["busy"], done["status"], done["summary"]) == (False, "fine", "No findings.")


def test_the_worst_comes_first_and_last_what_is_waived(dept: Path) -> None:
    error = found(dept)
    note = replace(error, kind=replace(error.kind, severity=Severity.NOTE))
    waived = replace(error, waived=Waived("right", "me"))
    told = shown(waived, note, error, note)["findings"]
    assert [(one["severity"], one["waived"]) for one in told] == [
        ("error", False), ("note", False), ("note", False), ("error", True),
    ]  # fmt: skip
