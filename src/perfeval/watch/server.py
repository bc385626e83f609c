"""The page's server: for this machine alone, and for no other page that is open in its browser."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.client import HTTP_PORT
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Thread
from typing import Any

from perfeval.diagnostic import Finding, Kind, Lang, Place, Severity, Text, reason_of
from perfeval.watch.board import Board
from perfeval.watch.page import as_data, files

NO_PORT = Kind(
    "W108",
    Severity.ERROR,
    what=Text("不能用端口 {port} 提供页面：{reason}", "the page cannot be served at port {port}: {reason}"),
    why=Text(
        "端口被别的程序占用，或没有权限；没有开始守候",
        "another program has it, or it is not allowed; nothing is watched",
    ),
    cure=Text("换一个端口，或只写 --serve，由程序选一个", "name another port, or none after --serve: one is chosen"),
)
ADDRESS = "127.0.0.1"
USUAL = 8123
"""The port if none is named, as long as nobody has it."""
KEEP_ALIVE = 15.0
"""Seconds after which a silent stream says that it is alive, and learns whether its reader is."""
REQUEST = 30.0
"""Seconds in which a request has to be read."""
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)


def no_port(port: int, error: OSError) -> Finding:
    """That the page cannot be served at a port."""
    return Finding(f"{ADDRESS}:{port}", Place(1, 1), "", NO_PORT, {"port": str(port), "reason": reason_of(error)})


@contextmanager
def serving(board: Board, name: str, port: int, lang: Lang) -> Iterator[str]:
    """The address at which the board of a report is shown; port 0 is the usual or any that is free. Raises OSError."""
    handler = partial(_Handler, board, files(name, lang), lang)
    server = _bound(handler, port)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        yield f"http://{ADDRESS}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _bound(handler: Any, port: int) -> "_Server":
    if port:
        return _Server((ADDRESS, port), handler)
    with suppress(OSError):
        return _Server((ADDRESS, USUAL), handler)
    return _Server((ADDRESS, 0), handler)


class _Server(ThreadingHTTPServer):
    # On Windows the option would let two programs have one port.
    allow_reuse_address = os.name == "posix"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever breaks off a request, or never ends it, is not the terminal's business."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)

    def server_bind(self) -> None:
        """Without the search for the machine's name, which may ask the network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = REQUEST

    def __init__(self, board: Board, files: Mapping[str, tuple[str, bytes]], lang: Lang, *request: Any) -> None:
        self._board, self._files, self._lang = board, files, lang
        super().__init__(*request)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        report = self._board.shown.report
        with suppress(ConnectionError, TimeoutError):  # the page was closed, or does not read
            if not self._is_for_us():
                self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            elif path == "/events":
                self._stream()
            elif path == "/report" and report is not None:
                self._send("text/html", report, REPORT_POLICY)
            elif path in self._files:
                self._send(*self._files[path], PAGE_POLICY)
            else:
                self.send_error(HTTPStatus.NOT_FOUND)

    def _is_for_us(self) -> bool:
        """Another site's name that was made to lead here is not in the address that we gave."""
        named = self.headers.get_all("Host", [])
        return len(named) == 1 and named[0].lower() in _hosts(self.server.server_port)

    def _stream(self) -> None:
        """What is shown, and whatever is shown later, as server-sent events, as long as somebody reads."""
        self._begin("text/event-stream", PAGE_POLICY)
        number = 0
        while True:
            newer, shown = self._board.after(number, KEEP_ALIVE)
            data = json.dumps(as_data(shown, self._lang), ensure_ascii=False)
            self.wfile.write(b":\n\n" if newer == number else f"data: {data}\n\n".encode())
            number = newer

    def _send(self, kind: str, content: bytes, policy: str) -> None:
        self._begin(kind, policy)
        self.wfile.write(content)

    def _begin(self, kind: str, policy: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", policy)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """The terminal is for the report."""


def _hosts(port: int) -> tuple[str, ...]:
    """How browsers name this machine and a port; the web's own port they leave out."""
    return tuple(name if port == HTTP_PORT else f"{name}:{port}" for name in (ADDRESS, "localhost"))
