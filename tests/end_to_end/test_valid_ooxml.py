"""Templates and starters are valid Word files; planted faults show which check can tell.

What all other tests make is held in ``tests/test_written.py``.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from perfeval import pipeline
from perfeval.layouts import LayoutKind, folder_of, names
from tools import structure
from tools.examples import example, rendered
from tools.ooxml_faults import CHECKS, FAULTS, Fault
from tools.validators import VALIDATORS, each

LAYOUTS = [name for kind in LayoutKind for name in names(kind)]
STARTERS = [name for name in LAYOUTS if (folder_of(name) / "starter.yaml").exists()]
FILES = [*(f"{name}, template" for name in LAYOUTS), *(f"{name}, starter" for name in STARTERS)]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every template, and the document of every starter."""
    folder = tmp_path_factory.mktemp("valid")
    made = {f"{name}, template": (folder_of(name) / "report.docx").read_bytes() for name in LAYOUTS}
    made |= {f"{name}, starter": rendered(folder_of(name) / "starter.yaml") for name in STARTERS}
    for name, content in made.items():
        (folder / f"{name}.docx").write_bytes(content)
    return {name: folder / f"{name}.docx" for name in made}


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize("file", FILES)
def test_every_file_is_valid(file: str, validator: str, files: dict[str, Path]) -> None:
    assert VALIDATORS[validator](files[file]) == []


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished document with tables, charts and comments."""
    made = pipeline.render(example("liuying-street"), trace=True).value
    assert made is not None
    path = tmp_path_factory.mktemp("sound") / "sound.docx"
    path.write_bytes(made.content)
    return path


@pytest.fixture(scope="module")
def planted(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Fault, Path]:
    """The document with every fault in turn."""
    folder = tmp_path_factory.mktemp("planted")
    return {fault: plant(fault, sound, folder / f"{number}.docx") for number, fault in enumerate(FAULTS)}


def plant(fault: Fault, sound: Path, path: Path) -> Path:
    """The document with one fault."""
    with ZipFile(sound) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    fault.plant(members)
    buffer = BytesIO()
    with ZipFile(buffer, "w") as broken:
        for name, data in members.items():
            broken.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    return path


@pytest.mark.parametrize("validator", VALIDATORS)
def test_the_document_is_sound_without_the_faults(validator: str, sound: Path) -> None:
    assert VALIDATORS[validator](sound) == []


@pytest.mark.parametrize("mark", CHECKS)
def test_a_check_finds_the_faults_that_are_its_own(mark: str, planted: dict[Fault, Path]) -> None:
    said = each(VALIDATORS[CHECKS[mark]], [path for fault, path in planted.items() if mark in fault.found_by])
    assert said
    missed = [fault.name for fault, path in planted.items() if mark in fault.found_by and not said[path]]
    assert missed == []


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_every_fault_is_found_by_one_and_our_own_check_says_what_it_is(
    fault: Fault, planted: dict[Fault, Path]
) -> None:
    assert set(fault.found_by) & set(CHECKS)
    found = structure.faults(planted[fault])
    assert bool(found) == ("o" in fault.found_by)
    assert not found or any(fault.said in line for line in found), found
