"""What the READMEs tell to copy works as it is written: the pre-commit hook and the GitHub workflow."""

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from planted import REPORT, replaced
from tools.require import ROOT, require, require_that

README, README_ZH = "README.md", "README.zh.md"
FAULTY = replaced("executed: 280, score: 100", "executed: 280, score: 100.01")
NEEDED = ("src", "schemas", "templates", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
"""What of the checkout is installed from."""


def snippets(name: str) -> dict[str, Any]:
    """The YAML files that a README shows, by their first key."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return {block.partition(":")[0]: yaml.safe_load(block) for block in blocks}


def run(command: Sequence[object], folder: Path, scripts: Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder, programs looked for in ``scripts`` first."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_"))}
    environment |= {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_HOME": str(folder / ".cache")}
    environment |= {"LC_ALL": "C.UTF-8"}
    arguments = list(map(str, command))
    return subprocess.run(arguments, cwd=folder, env=environment, check=False, capture_output=True, text=True)


def git(folder: Path, *arguments: str) -> str:
    """A git command as somebody."""
    somebody = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main")
    done = run([require("git"), *somebody, *arguments], folder, folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A repository with one good report, and a YAML file elsewhere that is none."""
    folder = tmp_path / "reports"
    (folder / "departments").mkdir(parents=True)
    (folder / "departments" / "好.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "other.yaml").write_text("a: [\n", encoding="utf-8")
    git(folder, "init", "--quiet")
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of this repository."""
    folder = tmp_path / "clone"
    folder.mkdir()
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "all")
    return folder


def test_both_readmes_show_the_same() -> None:
    shown = snippets(README)
    assert {"repos", "name"} <= shown.keys()
    assert shown == snippets(README_ZH)


def holds_back_faulty_reports(folder: Path, config: Any) -> None:
    """Fails unless the hooks of the configuration pass a good report and hold back a faulty one."""
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(folder, "add", ".pre-commit-config.yaml", "departments", "other.yaml")
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    scripts = Path(sys.executable).parent
    good = run(command, folder, scripts)
    assert (good.returncode, "Passed" in good.stdout) == (0, True), good.stdout + good.stderr
    (folder / "departments" / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    git(folder, "add", "departments")
    faulty = run(command, folder, scripts)
    assert faulty.returncode == 1
    assert "departments/faulty.yaml:" in faulty.stdout
    assert "K201" in faulty.stdout
    assert "other.yaml" not in faulty.stdout


def test_the_hook_for_an_installed_perfeval_works(reports: Path) -> None:
    holds_back_faulty_reports(reports, snippets(README)["repos"])


def test_the_hook_that_pre_commit_installs_works(reports: Path, clone: Path) -> None:
    hook = {"id": "perfeval", "files": "^departments/"}
    config = {"repos": [{"repo": str(clone), "rev": git(clone, "rev-parse", "HEAD"), "hooks": [hook]}]}
    (reports / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    installed = run([sys.executable, "-m", "pre_commit", "install-hooks"], reports, Path(sys.executable).parent)
    require_that(lambda: installed.returncode == 0, f"the hook ({installed.stdout[-300:]})", "a package index")
    holds_back_faulty_reports(reports, config)


def test_the_steps_of_the_workflow_work(reports: Path, clone: Path) -> None:
    clone.rename(reports / "perfeval")
    venv.create(reports / ".venv", with_pip=True)
    scripts = reports / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    steps = snippets(README)["name"]["jobs"]["check"]["steps"]
    install, check = [step["run"] for step in steps if "run" in step]
    installed = run([require("bash"), "-e", "-c", install], reports, scripts)
    require_that(lambda: installed.returncode == 0, f"perfeval ({installed.stderr[-300:]})", "a package index")
    good = run([require("bash"), "-e", "-c", check], reports, scripts)
    assert (good.returncode, good.stdout) == (0, "No findings.\n"), good.stderr
    (reports / "departments" / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    faulty = run([require("bash"), "-e", "-c", check], reports, scripts)
    assert faulty.returncode == 1
    assert re.search(
        r"^::error file=departments/faulty\.yaml,line=\d+,col=\d+,title=K201::", faulty.stdout, re.MULTILINE
    )
