"""The wheel, built from the checkout and installed alone, is the whole product: it makes the same documents."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from perfeval.layouts import LayoutKind, names
from tools.examples import EXAMPLES, example, rendered
from tools.require import ROOT, require_that

TOOLS = {".conf", ".lua", ".xcu"}
"""Settings and filters of the programs that make the other forms."""
PAGES = {".css", ".html", ".html5", ".js"}


def run(command: Sequence[object], folder: Path) -> subprocess.CompletedProcess[str]:
    """A command in another folder, which nothing points to the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    arguments = list(map(str, command))
    return subprocess.run(arguments, cwd=folder, env=environment, check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    built = run(command, folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def perfeval(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from the wheel into an environment that is otherwise empty."""
    folder = tmp_path_factory.mktemp("报告 installed")
    venv.create(folder / "venv", with_pip=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    installer = [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    alone = run([*installer, "--no-deps", wheel], folder)
    assert alone.returncode == 0, alone.stderr
    whole = run([*installer, wheel], folder)
    require_that(
        lambda: whole.returncode == 0, f"what perfeval needs ({whole.stderr.strip()[-200:]})", "a package index"
    )
    command = shutil.which("perfeval", path=str(scripts))
    assert command is not None
    return Path(command)


def test_it_carries_what_the_product_needs(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        held = set(archive.namelist())
    wanted = {f"perfeval/schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}
    wanted |= {f"perfeval/standards/{path.name}" for path in (ROOT / "src/perfeval/standards").glob("*.yaml")}
    wanted |= {
        f"perfeval/templates/{layout}/{file}"
        for layout in names()
        for file in ("layout.yaml", "report.docx", "starter.yaml")
    }
    wanted |= {
        f"perfeval/templates/{layout}/{file}"
        for layout in names(LayoutKind.SUMMARY)
        for file in ("layout.yaml", "report.docx")
    }
    wanted |= {"perfeval/py.typed", "perfeval/cli/__init__.py", "perfeval/templates/workspace.yaml"}
    wanted |= {
        f"perfeval/{path.relative_to(ROOT / 'src' / 'perfeval').as_posix()}"
        for room in ("office", "pandoc")
        for path in (ROOT / "src" / "perfeval" / room).rglob("*")
        if path.suffix in TOOLS
    }
    wanted |= {
        f"perfeval/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "templates/web").rglob("*")
        if path.is_file()
    }
    assert len(wanted) > 20
    assert wanted <= held


def test_it_carries_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {Path(name).parts[0] for name in archive.namelist()}
        kinds = {Path(name).suffix for name in archive.namelist() if name.startswith("perfeval/")}
    assert tops == {"perfeval", wheel.name.partition("-py3")[0] + ".dist-info"}
    assert kinds == {".py", ".typed", ".yaml", ".json", ".docx", ".odt", *PAGES, *TOOLS}


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_makes_the_same_document(name: str, perfeval: Path, tmp_path: Path) -> None:
    shutil.copy(example(name), tmp_path / "dept.yaml")
    ran = run([perfeval, "render", "dept.yaml", "--output", "out"], tmp_path)
    assert ran.returncode == 0, ran.stderr
    (made,) = (tmp_path / "out").iterdir()
    assert made.read_bytes() == rendered(example(name))


@pytest.mark.parametrize("layout", names())
def test_its_starters_render(layout: str, perfeval: Path, tmp_path: Path) -> None:
    assert run([perfeval, "new", "dept.yaml", "--layout", layout], tmp_path).returncode == 0
    ran = run([perfeval, "render", "dept.yaml", "--output", "dept.docx"], tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "dept.docx").exists()
