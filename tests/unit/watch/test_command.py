"""The command: what it writes and says in each round, and how it ends."""

import socket
import zipfile
from pathlib import Path

import pytest

from perfeval.cli.watching import _with_page
from perfeval.diagnostic import Result
from perfeval.files import UNWRITABLE, about_file
from perfeval.watch.board import Shown
from planted import replaced
from tools.command import Run
from tools.watching import watching

TITLE = "示例区示例街道办事处2025年度部门整体支出绩效自评报告.docx"


def only(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_every_save_gives_the_report_and_errors_leave_the_old_one(dept: Path) -> None:
    good = dept.read_text(encoding="utf-8")
    with watching(dept.name, "--lang", "en", folder=dept.parent) as watch:
        watch.until("Watching dept.yaml; Ctrl-C ends it.")
        watch.until(f"written: {TITLE} (")
        first = (dept.parent / TITLE).read_bytes()

        dept.write_text(replaced("balance: 10,", "balance: 20,"), encoding="utf-8")
        said = watch.until("no new report")
        assert "dept.yaml:" in said
        assert "K301 error" in said
        assert (dept.parent / TITLE).read_bytes() == first

        dept.write_text(good.replace("year: 2025", "year: 2024"), encoding="utf-8")
        watch.until(f"written: {TITLE.replace('2025', '2024')} (")
        assert zipfile.ZipFile(dept.parent / TITLE.replace("2025", "2024")).testzip() is None
        assert watch.interrupted() == 130
    assert only(dept.parent) == {"dept.yaml", TITLE, TITLE.replace("2025", "2024")}


def test_the_report_goes_where_render_puts_it(dept: Path) -> None:
    with watching(dept.name, "-o", "x.docx", "--lang", "zh", folder=dept.parent) as watch:
        watch.until("已生成：x.docx（")
    settings = dept.parent / "perfeval.yaml"
    settings.write_text("output: 报告\nfilename: 自评\n", encoding="utf-8")
    with watching(dept.name, "--lang", "zh", folder=dept.parent) as watch:
        watch.until(f"已生成：{Path('报告', '自评.docx')}（")
        settings.write_text("output: 另处\nfilename: 自评\n", encoding="utf-8")
        watch.until(f"已生成：{Path('另处', '自评.docx')}（")


def test_a_file_may_come_later(tmp_path: Path, dept: Path) -> None:
    with watching("later.yaml", "--lang", "en", folder=tmp_path) as watch:
        assert "W101 error" in watch.until("no new report")
        dept.rename(tmp_path / "later.yaml")
        watch.until("written: ")


def test_a_place_that_cannot_be_written_is_told_and_the_watch_goes_on(dept: Path) -> None:
    (dept.parent / "out").write_text("", encoding="utf-8")
    with watching(dept.name, "-o", "out/x", "--lang", "en", folder=dept.parent) as watch:
        assert "W102 error" in watch.until("could not be written")
        (dept.parent / "out").unlink()
        dept.write_text(dept.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        watch.until("written: ")


def test_without_a_page_the_last_one_stays_and_it_is_told_why() -> None:
    why = about_file(UNWRITABLE, Path("dept.yaml"), OSError(28, "No space left on device"))
    shown = Shown(findings=(), report=b"old", edition=3)
    assert _with_page(shown, Result(b"new")) == Shown(findings=(), report=b"new", edition=4)
    assert _with_page(shown, Result(None, (why,))) == Shown(findings=(why,), report=b"old", edition=3, is_outdated=True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("dept.yaml", "-o", "x.pdf"), "只生成 .docx"),
        (("--serve", "dept.yaml", "-o", "x.pdf"), "只生成 .docx"),
        (("dept.yaml", "-o", "x.rtf"), "不能生成 .rtf"),
        ((".",), "要写一个文件"),
        (("dept.yaml", "--serve", "65536"), "选项 --serve"),
        (("dept.yaml", "other.yaml", "--serve"), "多了参数 other.yaml"),
    ],
)
def test_what_it_cannot_do_is_wrong_usage(arguments: tuple[str, ...], words: str, run: Run, dept: Path) -> None:
    ran = run("watch", *arguments, "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert only(dept.parent) == {"dept.yaml"}


@pytest.mark.parametrize("form", [("--serve", "{}"), ("--serve={}",)])
def test_a_port_that_is_taken_is_told(form: tuple[str, ...], run: Run, dept: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("watch", *(one.format(port) for one in form), dept.name, "--lang", "en")
    assert ran.code == 3
    assert f"127.0.0.1:{port}:1:1: W108 error the page cannot be served at port {port}: " in ran.err
    assert only(dept.parent) == {"dept.yaml"}
