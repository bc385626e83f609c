"""How far a pass has come: lines where there is no terminal, a bar where there is one, nothing when it is quiet."""

import sys

import pytest

from perfeval.cli.progress import progress
from perfeval.diagnostic import Lang, Text


def lines(capsys: pytest.CaptureFixture[str], total: int, lang: Lang = "en", *, quiet: bool = False) -> list[str]:
    with progress(total, lang, quiet=quiet) as shown:
        for number in range(total):
            shown.advance(failed=number % 2 == 0)
        shown.say("words")
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


@pytest.mark.parametrize(("total", "told"), [(100, 10), (300, 10), (20, 10), (21, 10), (19, 0), (1, 0), (0, 0)])
def test_a_line_is_told_for_every_tenth(total: int, told: int, capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(capsys, total)
    assert found[-1] == "words"
    assert len(found) == told + 1
    if told:
        assert found[-2].startswith(f"{total}/{total}, ")
        assert found[-2].endswith(f" 0 s left, {(total + 1) // 2} without a report")


def test_the_same_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, 20, "zh")[4].startswith("10/20，每秒 ")
    assert "未生成 10 个" in lines(capsys, 20, "zh")[9]


def test_those_that_failed_are_told_in_words_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(20, "zh", quiet=False, lacking=Text("未计入", "left out")) as shown:
        shown.advance(failed=True)
        shown.advance(failed=True)
    assert capsys.readouterr().err.endswith("，未计入 2 个\n")


def test_quiet_tells_only_what_has_to_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, 20, quiet=True) == ["words"]


@pytest.mark.parametrize(("lang", "words"), [("zh", "未生成"), ("en", "without a report")])
def test_a_terminal_has_a_bar_and_the_words_above_it(
    lang: Lang, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    told = "\n".join(lines(capsys, 20, lang))
    assert "words" in told
    assert "20/20" in told
    assert words in told
