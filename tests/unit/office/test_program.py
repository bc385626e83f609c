"""Where LibreOffice is found, and what is told of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perfeval.office import program
from tools.fake_office import fake_office


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    program.version.cache_clear()
    yield
    program.version.cache_clear()


@pytest.mark.parametrize(
    "place",
    [
        "usr/lib64/libreoffice/program/soffice",
        "opt/libreoffice25.8/program/soffice",
        "Applications/LibreOffice.app/Contents/MacOS/soffice",
        "Program Files/LibreOffice/program/soffice.com",
    ],
)
def test_it_is_found_where_installers_put_it(place: str, tmp_path: Path) -> None:
    with fake_office(tmp_path, None):
        assert program.found() is None
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).touch()
        assert program.found() == str(tmp_path / place)


def test_the_one_on_the_path_goes_first(tmp_path: Path) -> None:
    other = tmp_path / "usr/lib/libreoffice/program/soffice"
    other.parent.mkdir(parents=True)
    other.touch()
    with fake_office(tmp_path, ""):
        assert program.found() == str(tmp_path / "soffice")


def test_the_version_names_all_that_decides_on_the_bytes(tmp_path: Path) -> None:
    script = "print('LibreOffice 1.2.3' if '--version' in sys.argv else '')"
    with fake_office(tmp_path, script):
        told = program.version()
        assert told.startswith("LibreOffice 1.2.3; pikepdf ")
        assert "仿宋_GB2312 = " in told
        (tmp_path / "soffice").unlink()
        assert program.version() == told


def test_the_fonts_that_fontconfig_tells_are_part_of_the_version(tmp_path: Path) -> None:
    with fake_office(tmp_path, None):
        without = program.version()
        (tmp_path / "fc-match").write_text('#!/bin/sh\nfor last; do :; done\necho "Nearest to $last"\n')
        (tmp_path / "fc-match").chmod(0o755)
        program.version.cache_clear()
        assert "宋体 = Nearest to 宋体" in program.version()
        assert without != program.version()


def test_the_language_of_the_user_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = program.environment()
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("FC_LANG", "ja")
    assert program.environment() == before
