"""What the tests of a pass stand on: a folder that is the current one, three departments in it, the command."""

from pathlib import Path

import pytest
from three import NAMES, dept

from perfeval.batch import plan
from tools.command import Ran, Run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    plan._shared_digest.cache_clear()


@pytest.fixture
def depts(here: None) -> list[Path]:
    return [dept(name) for name in NAMES]


@pytest.fixture
def render(run: Run, here: None) -> Run:
    """The pass in this process, in English, over the folder ``depts`` unless told otherwise."""

    def command(*arguments: str | Path, of: tuple[str | Path, ...] = ("depts",), out: str | Path = "out") -> Ran:
        plan._shared_digest.cache_clear()
        return run("render", *of, "-o", out, "--jobs", "1", "--lang", "en", *arguments)

    return command
