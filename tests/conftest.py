"""What holds for the whole suite: its one flag, how examples are drawn, the command and a report for it to read.

``pytest --refresh`` writes every expected text anew and removes the orphans.
"""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("expected", "planted")

# After the registration, or their assertions would tell nothing.
from expected import Expected  # noqa: E402
from perfeval import cli  # noqa: E402
from planted import REPORT  # noqa: E402
from tools.command import Ran, Run  # noqa: E402

pytest_plugins = ("tools.written",)

# Speed is measured by ``make bench``, never by a test. In CI the same examples are drawn every time.
settings.register_profile("perfeval", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("perfeval")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write expected texts anew, remove those without a test")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Expected:
    return Expected(refresh=bool(request.config.getoption("--refresh")))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in this process."""

    def command(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["perfeval", *map(str, arguments)])
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        printed = capsys.readouterr()
        assert isinstance(exit_.value.code, int)
        assert "Traceback" not in printed.err
        return Ran(exit_.value.code, printed.out, printed.err)

    return command


@pytest.fixture
def dept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report without a fault, in a folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "dept.yaml"
    path.write_text(REPORT, encoding="utf-8")
    return path
