"""A package of npm as one side of a comparison: one process of Node.js that renders whenever it is asked."""

import json
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from peers.template import Data

HERE = Path(__file__).parent
INSTALL = "npm install --prefix bench/peers --ignore-scripts --no-package-lock"


def lacking(package: str) -> str | None:
    """Why a package cannot be measured, with what to do about it."""
    if shutil.which("node") is None:
        return "Node.js is not installed"
    return None if _manifest(package).is_file() else f"not installed; {INSTALL}"


def version(package: str) -> str:
    return str(json.loads(_manifest(package).read_text(encoding="utf-8"))["version"])


def _manifest(package: str) -> Path:
    return HERE / "node_modules" / package / "package.json"


def node_version() -> str:
    return subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout.strip()


class Peer:
    """The process, from its start to the end of the ``with`` block."""

    def __init__(self, package: str, template: bytes, data: Data, folder: Path) -> None:
        self._folder = folder / package
        self._folder.mkdir()
        given, values = self._folder / "template.docx", self._folder / "data.json"
        given.write_bytes(template)
        values.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        command = ["node", str(HERE / "peer.cjs"), package, str(given), str(values)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()  # the end of its input is the end of its work

    def side(self) -> float:
        """Renders once and tells the milliseconds, by Node's own clock."""
        return self._ask("")

    def document(self) -> bytes:
        """What it renders."""
        rendered = self._folder / "rendered.docx"
        self._ask(str(rendered))
        return rendered.read_bytes()

    def _ask(self, path: str) -> float:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline()) / 1_000_000
