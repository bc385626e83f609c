"""The page's server: what it gives, to whom, and under which rules for the browser."""

import http.client
import json
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from perfeval.diagnostic import Text
from perfeval.watch import server as module
from perfeval.watch.board import Board, Shown
from perfeval.watch.server import serving

FIRST = Shown(Text("一", "one"), is_busy=False)
REPORT = b"<!doctype html><title>report</title>"


@pytest.fixture
def board() -> Board:
    board = Board()
    board.show(FIRST)
    return board


@pytest.fixture
def port(board: Board) -> Iterator[int]:
    with serving(board, "<dept>.yaml", 0, "en") as address:
        port = urlsplit(address).port
        assert port is not None
        assert address == f"http://127.0.0.1:{port}/"
        yield port


def asked(port: int, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers=headers)
    return connection.getresponse()


def test_the_page_is_made_of_what_lies_beside_it_and_asks_for_nothing_else(port: int) -> None:
    page = asked(port, "/")
    words = page.read().decode()
    assert (page.status, page.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert "<title>&lt;dept&gt;.yaml</title>" in words
    assert "Findings" in words
    assert "$" not in words
    assert "://" not in words
    for path, kind in (("/watch.css", "text/css"), ("/watch.js", "text/javascript")):
        assert path[1:] in words
        part = asked(port, path)
        assert (part.status, part.getheader("Content-Type")) == (200, f"{kind}; charset=utf-8")
        assert b"://" not in part.read()


def test_the_page_may_be_chinese(board: Board) -> None:
    with serving(board, "部门.yaml", 0, "zh") as address:
        words = asked(urlsplit(address).port or 0, "/").read().decode()
    assert '<html lang="zh-CN">' in words
    assert "检查意见" in words


def test_nothing_of_it_may_ask_elsewhere_or_be_put_into_another_page(port: int, board: Board) -> None:
    board.show(replace(FIRST, report=REPORT, edition=1))
    for path in ("/", "/watch.js", "/report?1", "/events"):
        given = asked(port, path)
        policy = given.getheader("Content-Security-Policy") or ""
        assert policy.startswith("default-src 'none';")
        assert "http" not in policy
        assert "unsafe-eval" not in policy
        assert given.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert given.getheader("X-Content-Type-Options") == "nosniff"
        assert given.getheader("Cache-Control") == "no-store"
    report = asked(port, "/report")
    assert report.read() == REPORT
    policy = report.getheader("Content-Security-Policy") or ""
    assert "script-src" not in policy
    assert "sandbox allow-same-origin" in policy


def test_there_is_no_report_before_the_first(port: int) -> None:
    assert asked(port, "/report").status == 404


@pytest.mark.parametrize("path", ["/other", "/../server.py", "/watch.css/", "//evil.example/", "/%2e%2e/etc/passwd"])
def test_there_is_nothing_else(path: str, port: int) -> None:
    assert asked(port, path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_it_is_only_read(method: str, port: int) -> None:
    assert asked(port, "/", method).status == 501


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1.evil.example:{port}", "127.0.0.1:1", ""]
)
@pytest.mark.parametrize("path", ["/", "/events", "/report"])
def test_a_name_that_was_made_to_lead_here_is_refused(host: str, path: str, port: int, board: Board) -> None:
    board.show(replace(FIRST, report=REPORT))
    assert asked(port, path, Host=host.format(port=port)).status == 421


def test_our_own_names_are_not(port: int) -> None:
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}"):
        assert asked(port, "/", Host=host).status == 200


def test_at_the_webs_own_port_browsers_name_none() -> None:
    assert module._hosts(80) == ("127.0.0.1", "localhost")


def test_two_names_or_none_are_refused(port: int) -> None:
    for hosts in ("", f"Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\n{hosts}\r\n".encode())
            assert b" 421 " in connection.recv(1000).splitlines()[0]


def test_what_is_shown_comes_at_once_and_whenever_it_changes(port: int, board: Board) -> None:
    stream = asked(port, "/events")
    assert stream.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    assert event(stream)["status"] == "one"
    board.show(replace(FIRST, status=Text("二", "two\n\ndata: {}")))
    assert event(stream)["status"] == "two\n\ndata: {}"
    assert event(asked(port, "/events"))["status"] == "two\n\ndata: {}"


def event(stream: http.client.HTTPResponse) -> dict[str, Any]:
    line = stream.readline().decode()
    assert line.startswith("data: ")
    assert stream.readline() == b"\n"
    data = json.loads(line.removeprefix("data: "))
    assert isinstance(data, dict)
    return data


def test_a_silent_stream_says_that_it_is_alive(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEEP_ALIVE", 0.05)
    stream = asked(port, "/events")
    event(stream)
    assert [stream.readline() for _ in range(4)] == [b":\n", b"\n"] * 2


def test_a_reader_who_leaves_is_no_matter(
    port: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "KEEP_ALIVE", 0.02)
    for _ in range(3):
        stream = asked(port, "/events")
        event(stream)
        stream.close()
    time.sleep(0.3)
    assert asked(port, "/").status == 200
    assert capfd.readouterr() == ("", "")


def test_the_usual_port_or_a_free_one(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    monkeypatch.setattr(module, "USUAL", free)
    with serving(board, "a", 0, "en") as usual, serving(board, "a", 0, "en") as other:
        assert urlsplit(usual).port == free
        assert urlsplit(other).port not in {free, 0, None}
        with pytest.raises(OSError, match="in use"), serving(board, "a", free, "en"):
            pass


def test_only_this_machine_is_listened_to(board: Board, tmp_path: Path) -> None:
    with serving(board, "a", 0, "en") as address, pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", urlsplit(address).port or 0), timeout=10)


def test_nothing_listens_any_more_afterwards(board: Board) -> None:
    with serving(board, "a", 0, "en") as address:
        port = urlsplit(address).port or 0
        assert asked(port, "/").status == 200
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=10)


def test_who_breaks_off_a_request_is_not_told_of(port: int, capfd: pytest.CaptureFixture[str]) -> None:
    for request in (b"", b"GET / HT", b"GET http://[::1 HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n"):
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # closing resets
            client.sendall(request)
    assert asked(port, "/").status == 200
    assert capfd.readouterr().err == ""


def test_a_request_that_never_ends_is_given_up(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module._Handler, "timeout", 0.2)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(b"GET / HTTP/1.1\r\n")
        assert client.recv(1) == b""
