"""A minimal editor: speaks the Language Server Protocol with yaml-language-server over its standard streams."""

import json
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tools.require import require, require_node_module

Json = dict[str, Any]

SECONDS = 60
SETTINGS = {"yaml": {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}, "validate": True}}
"""An editor's own, but nothing is looked up on the network: the first line of a file names its schema."""
MARKDOWN = ["markdown"]
CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": MARKDOWN, "snippetSupport": True}},
        "hover": {"contentFormat": MARKDOWN},
    },
}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong on a line, counted from 1."""

    line: int
    said: str


class LanguageServer:
    """A running server; one that is silent for ``SECONDS`` is ended, and what was asked of it raises EOFError."""

    def __init__(self) -> None:
        server = require_node_module("yaml-language-server/bin/yaml-language-server")
        command = [require("node"), str(server), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._asked = self._versions = 0

    def __enter__(self) -> Self:
        self._ask("initialize", {"processId": None, "rootUri": None, "locale": "zh-cn", "capabilities": CAPABILITIES})
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: Path, text: str) -> list[Complaint]:
        """Show the text as the content of that file, saved or not; what the server complains of."""
        self._versions += 1  # the server reads a version once
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": self._versions, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        told = self._until(lambda said: said.get("method") == "textDocument/publishDiagnostics")["params"]
        assert told["uri"] == path.as_uri()
        return [Complaint(found["range"]["start"]["line"] + 1, found["message"]) for found in told["diagnostics"]]

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What may be written at a place (counted from 1) of an open file, each with what is told of it."""
        items = self._ask("textDocument/completion", _at(path, line, column))["items"]
        return {item["label"]: _words(item.get("documentation", "")) for item in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is told of the key or value at a place (counted from 1) of an open file, in Markdown."""
        told = self._ask("textDocument/hover", _at(path, line, column))
        return "" if told is None else _words(told["contents"])

    def _ask(self, method: str, params: Json) -> Any:
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params})
        return self._until(lambda said: said.get("id") == number and "method" not in said)["result"]

    def _until(self, awaited: Callable[[Json], bool]) -> Json:
        """The message that is awaited; what the server itself asks on the way is answered."""
        watch = threading.Timer(SECONDS, self._process.kill)
        watch.start()
        try:
            while not awaited(said := self._receive()):
                if "id" in said and "method" in said:
                    asked = said["params"]["items"] if said["method"] == "workspace/configuration" else []
                    self._send({"id": said["id"], "result": [SETTINGS.get(item["section"]) for item in asked]})
        finally:
            watch.cancel()
        return said

    def _send(self, message: Json) -> None:
        assert self._process.stdin is not None
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _receive(self) -> Json:
        assert self._process.stdout is not None
        length = 0
        while header := self._process.stdout.readline().strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError("the language server has ended")
        message: Json = json.loads(self._process.stdout.read(length))
        return message


def _at(path: Path, line: int, column: int) -> Json:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line - 1, "character": column - 1}}


def _words(content: str | Json) -> str:
    return content if isinstance(content, str) else str(content["value"])
