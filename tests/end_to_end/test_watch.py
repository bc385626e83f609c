"""``perfeval watch --serve`` in a browser: the page follows every save by itself and shows no half of one."""

import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from planted import REPORT
from tools.browser import DESK, PHONE, Heard, browser
from tools.examples import example
from tools.watching import Watching, watching

BANNER, LIST, STATUS = "#banner", "#list > li", "#status"
PATIENCE = 20_000
"""Milliseconds."""
FRAME = "iframe:not(.coming)"
"""The report that is seen; the next one is laid out behind it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A report that is watched, and the page about it."""

    dept: Path
    watch: Watching
    address: str
    page: Page
    heard: Heard

    def save(self, old: str, new: str) -> None:
        text = self.dept.read_text(encoding="utf-8")
        assert old in text
        self.dept.write_text(text.replace(old, new), encoding="utf-8")

    def shows(self, words: str) -> None:
        """The report in the page has these words."""
        expect(self.page.frame_locator(FRAME).get_by_text(words).first).to_be_visible(timeout=PATIENCE)


@pytest.fixture(params=[DESK], ids=["desk"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    given = request.param
    assert isinstance(given, tuple)
    return given


@pytest.fixture
def seen(tmp_path: Path, size: tuple[int, int]) -> Iterator[Seen]:
    dept = tmp_path / "dept.yaml"
    dept.write_bytes(example("liuying-street").read_bytes())
    with (
        watching("dept.yaml", "--serve", "0", "--lang", "en", folder=tmp_path) as watch,
        browser(size) as (page, heard),
    ):
        address = watch.until("http://").splitlines()[-1]
        page.goto(address)
        one = Seen(dept, watch, address, page, heard)
        one.shows("桥西区留营街道办事处")
        yield one


def test_a_saved_number_is_in_the_page_by_itself(seen: Seen) -> None:
    seen.save("retired: 24", "retired: 4711")
    seen.shows("4711")
    expect(seen.page.locator(STATUS)).to_contain_text("written: ")
    expect(seen.page.locator(BANNER)).to_be_hidden()


def test_an_error_is_shown_with_its_line_beside_the_old_report_until_it_is_mended(seen: Seen) -> None:
    seen.save("in_post: 51", "in_post: 五十一")
    line = seen.dept.read_text(encoding="utf-8").splitlines().index("  in_post: 五十一") + 1
    error = seen.page.locator("li.error")
    expect(error.locator(".where")).to_have_text(f"dept.yaml:{line}:12", timeout=PATIENCE)
    expect(error.locator(".where")).to_have_attribute("href", f"vscode://file{seen.dept.as_posix()}:{line}:12")
    expect(error.locator(".excerpt")).to_have_text("  in_post: 五十一")
    expect(error.locator("mark")).to_have_text("五")
    expect(seen.page.locator(BANNER)).to_contain_text("still the last one")
    seen.shows("桥西区留营街道办事处")
    seen.save("in_post: 五十一", "in_post: 51")
    expect(seen.page.locator(BANNER)).to_be_hidden(timeout=PATIENCE)
    expect(error).to_have_count(0)


def test_what_stands_in_the_file_is_text_and_no_markup(seen: Seen) -> None:
    seen.save("in_post: 51", 'in_post: "<img src=x onerror=alert(1)>"')
    expect(seen.page.locator("li.error .excerpt")).to_contain_text("<img src=x", timeout=PATIENCE)
    assert seen.page.locator("#findings img").count() == 0


def test_a_storm_of_half_saves_is_never_seen(seen: Seen) -> None:
    seen.page.evaluate(
        "() => { window.most = 0; new MutationObserver(() => { window.most = Math.max(window.most,"
        " document.querySelectorAll('li.error').length + !document.querySelector('#banner').hidden); })"
        ".observe(document.body, {subtree: true, childList: true, attributes: true}); }"
    )
    whole = seen.dept.read_bytes()
    for number in range(40):
        half = whole[: 300 * (number + 1)]
        if number % 3:
            seen.dept.write_bytes(half)
        else:
            seen.dept.unlink()
        time.sleep(0.04)
        if number % 4 == 0:
            seen.dept.write_bytes(whole)
            time.sleep(0.04)
    seen.dept.write_bytes(whole.replace(b"retired: 24", b"retired: 4711"))
    seen.shows("4711")
    assert seen.page.evaluate("window.most") == 0


def test_the_reader_stays_where_he_was(seen: Seen) -> None:
    frame = seen.page.frame_locator(FRAME).locator("html")
    frame.evaluate("html => html.ownerDocument.defaultView.scrollTo(0, 700)")
    seen.save("retired: 24", "retired: 4711")
    seen.shows("4711")
    expect(seen.page.locator("iframe")).to_have_count(1)
    assert frame.evaluate("html => html.ownerDocument.defaultView.scrollY") == 700


def test_the_page_asks_nobody_else_and_is_content(seen: Seen) -> None:
    seen.save("retired: 24", "retired: 4711")
    seen.shows("4711")
    assert {request for request in seen.heard.requests if not request.startswith(seen.address)} <= {"data:,"}
    assert (seen.heard.console, seen.heard.errors) == ([], [])


@pytest.mark.parametrize("size", [DESK, PHONE], indirect=True)
def test_it_fits_a_desk_and_a_phone(seen: Seen) -> None:
    seen.save("in_post: 51", "in_post: 五十一")
    expect(seen.page.locator("li.error")).to_have_count(1, timeout=PATIENCE)
    width, height = seen.page.viewport_size["width"], seen.page.viewport_size["height"]  # type: ignore[index]
    assert seen.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [
        width,
        height,
    ]
    for part, least in (("#findings", 150), ("#report", 200)):
        box = seen.page.locator(part).bounding_box()
        assert box is not None
        assert box["height"] >= least
        assert box["width"] >= min(width, 320)


def test_only_this_machine_is_listened_to(seen: Seen) -> None:
    listening = [
        one.laddr
        for one in psutil.Process(seen.watch.process.pid).net_connections()
        if one.status == psutil.CONN_LISTEN
    ]
    assert [f"http://{one.ip}:{one.port}/" for one in listening] == [seen.address]
    assert seen.address.startswith("http://127.0.0.1:")
    with socket.create_connection((listening[0].ip, listening[0].port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        assert b" 421 " in connection.recv(1000).splitlines()[0]


def test_ctrl_c_ends_it_and_leaves_nothing_behind(seen: Seen) -> None:
    seen.save("retired: 24", "retired: 4711")
    seen.shows("4711")
    assert seen.watch.interrupted() == 130
    expect(seen.page.locator(BANNER)).to_contain_text("has ended", timeout=PATIENCE)
    assert sorted(path.name for path in seen.dept.parent.iterdir()) == [
        "dept.yaml",
        "桥西区留营街道办事处2025年度部门整体支出绩效自评报告.docx",
    ]


def test_ctrl_c_in_the_midst_of_the_work_does_so_too(tmp_path: Path) -> None:
    (tmp_path / "dept.yaml").write_text(REPORT, encoding="utf-8")
    with watching("dept.yaml", "--serve", "0", folder=tmp_path) as watch:
        watch.until("http://")
        assert watch.interrupted() == 130
    assert {path.suffix for path in tmp_path.iterdir()} <= {".yaml", ".docx"}
