"""What the tests of a pass stand on: a folder that is the current one, three departments in it, the command."""

from pathlib import Path

import pytest

from tools.command import Ran, Run
from tools.three import NAMES, dept


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def depts(here: None) -> list[Path]:
    return [dept(name) for name in NAMES]


@pytest.fixture
def render(run: Run, here: None) -> Run:
    """The pass in this process, in English, over the folder ``depts`` unless told otherwise."""

    def command(*arguments: str | Path, of: tuple[str | Path, ...] = ("depts",), out: str | Path = "out") -> Ran:
        return run("render", *of, "-o", out, "--jobs", "1", "--lang", "en", *arguments)

    return command
