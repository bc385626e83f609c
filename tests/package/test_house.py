"""The house keeps its own rules: small modules, files that fit any machine, both READMEs saying the same."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tools.require import ROOT, require, require_that

LONGEST_MODULE = 250
REGISTRIES = tuple(".".join(labels) for labels in (
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("debian", "org"), ("npmmirror", "com"),
))  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:work|root|home|Users)/[\w.]")
README, README_ZH = "README.md", "README.zh.md"


def git(*arguments: str) -> str:
    command = [require("git"), "-c", "safe.directory=*", "-C", str(ROOT), *arguments]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    require_that(lambda: ran.returncode == 0, "the history", "a clone of the repository")
    return ran.stdout


@pytest.fixture(scope="module")
def tracked() -> dict[str, str]:
    """Path and text of every text file that is kept in git."""
    texts = {}
    for name in filter(None, git("ls-files", "-z").split("\0")):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b"\0"
        if b"\0" not in content:
            texts[name] = content.decode(errors="replace")
    assert len(texts) > 50
    return texts


def test_modules_are_short(tracked: dict[str, str]) -> None:
    lengths = {
        name: text.count("\n") for name, text in tracked.items() if name.startswith("src/") and name.endswith(".py")
    }
    assert len(lengths) > 50
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_modules_say_what_they_are(tracked: dict[str, str]) -> None:
    modules = {name: text for name, text in tracked.items() if name.endswith(".py") and text}
    assert [name for name, text in modules.items() if not text.startswith('"""')] == []


def test_no_file_names_a_registry_or_a_machine(tracked: dict[str, str]) -> None:
    assert MACHINE_PATH.search(f"in {os.sep}home{os.sep}me")
    assert not MACHINE_PATH.search("https://example.org/home/me")
    named = {
        name: found
        for name, text in tracked.items()
        if (found := [host for host in REGISTRIES if host in text] + MACHINE_PATH.findall(text))
    }
    assert named == {}


def test_no_lock_file_is_kept(tracked: dict[str, str]) -> None:
    assert not {"package-lock.json", "uv.lock", "poetry.lock"} & tracked.keys()


def test_what_runs_may_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("name", ["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", README, README_ZH])
def test_the_house_has_its_papers(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8")) > 500


def sections(name: str) -> list[int]:
    """The levels of the headings, code left out."""
    text = re.sub(r"^```.*?^```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [len(found[1]) for found in re.finditer(r"^(#+) ", text, re.MULTILINE)]


def commands(name: str) -> list[str]:
    """The commands in the indented blocks, without their comments."""
    lines = re.findall(r"^ {4}(\S.*)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    said = [re.split(r"\s+#", line)[0].strip() for line in lines]
    return [line for line in said if re.match(r"(?:\.venv/bin/)?(?:perfeval|make|pip|pipx|python3?|git) ", line)]


def test_both_readmes_have_the_same_sections() -> None:
    assert len(sections(README)) > 2
    assert sections(README) == sections(README_ZH)


def test_both_readmes_have_the_same_commands() -> None:
    assert commands(README)
    assert commands(README) == commands(README_ZH)


def test_every_link_of_the_papers_leads_somewhere() -> None:
    for name in (README, README_ZH, "CONTRIBUTING.md", "CHANGELOG.md"):
        targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", (ROOT / name).read_text(encoding="utf-8"))
        assert [target for target in targets if not (ROOT / target).exists()] == [], name


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        ("demo", "-m perfeval render examples/liuying-street.yaml --output out"),
        ("test", "-m pytest"),
        ("check", "templates/build/build.py --check"),
        ("templates", "templates/build/build.py"),
        ("bench", "bench/bench.py"),
    ],
)
def test_make_works_in_any_folder(target: str, asked: str, tmp_path: Path) -> None:
    """Blanks, hanzi and a quotation mark in its path; stand-ins note what they are asked to do."""
    folder = tmp_path / "绩效 it's"
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    for name in ("python", "ruff", "mypy", "lint-imports"):
        stand_in = folder / ".venv" / "bin" / name
        stand_in.write_text('#!/bin/sh\necho "$@" >> asked\n', encoding="utf-8")
        stand_in.chmod(0o755)
    (folder / ".venv" / "ready").touch()
    ran = subprocess.run([require("make"), target], check=False, capture_output=True, text=True, cwd=folder)
    assert ran.returncode == 0, ran.stderr
    assert asked in (folder / "asked").read_text(encoding="utf-8")
