"""Every page looks as it did when somebody last looked at it.

What is kept are pictures of one dot a millimetre, made by one LibreOffice with one set of fonts: another one breaks
lines elsewhere. Where none are kept for the present ones, that is printed and the pages are only held to be filled.
``pytest --refresh`` keeps the pictures of the versions that are present.
"""

import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from perfeval import office
from perfeval.layouts import folder_of, names
from tools import libreoffice, pdf
from tools.examples import EXAMPLES, rendered

KEPT = Path(__file__).with_name("kept")
SHADES = 16
UNLIKE = 3
"""Shades by which a dot may differ."""
DOTS = 12
"""So many dots of a page may differ by more."""
FOUND = ".found.png"
SHOWN_BY_EXAMPLES = {"project-ledger", "indicator-scorecard"}
FORMS = [name for name in names() if name not in SHOWN_BY_EXAMPLES]


def versions() -> str:
    """A folder's name: LibreOffice's version, and a digest of it with the fonts."""
    said = [one for one in office.version().split("; ") if not one.startswith("pikepdf")]
    number = re.search(r"[0-9]+(?:\.[0-9]+)+", said[0])
    assert number is not None, said
    return f"{number[0]}-{sha256('; '.join(said).encode()).hexdigest()[:8]}"


@pytest.fixture(scope="module")
def found(printed: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    """The pages of both examples, and of the starters of all other layouts, by name."""
    folder = tmp_path_factory.mktemp("forms")
    for name in FORMS:
        (folder / f"{name}.docx").write_bytes(rendered(folder_of(name) / "starter.yaml"))
    made = libreoffice.to_pdf([folder / f"{name}.docx" for name in FORMS], folder)
    return {
        f"{name}-{number:02d}.png": coarse(picture)
        for name, path in (printed | dict(zip(FORMS, made, strict=True))).items()
        for number, picture in enumerate(pdf.pictures(path, dots_per_mm=1), 1)
    }


def coarse(picture: Image.Image) -> Image.Image:
    """The picture in few shades of grey, 0 being black."""
    return picture.convert("L").point(lambda shade: shade * SHADES // 256)


def read(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return coarse(picture)


def write(picture: Image.Image, path: Path) -> None:
    """A PNG of so many shades."""
    palette = [level * 255 // (SHADES - 1) for level in range(SHADES) for _ in "RGB"]
    shown = picture.copy()
    shown.putpalette(palette)
    shown.save(path, optimize=True, bits=4)


@pytest.fixture
def kept(request: pytest.FixtureRequest, found: dict[str, Image.Image]) -> Path:
    """The folder of the present versions; ``--refresh`` fills it."""
    folder = KEPT / versions()
    if request.config.getoption("--refresh"):
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.glob("*.png"):
            path.unlink()
        for name, picture in found.items():
            write(picture, folder / name)
    return folder


def test_no_page_is_empty(found: dict[str, Image.Image]) -> None:
    names_ = {name.rpartition("-")[0] for name in found}
    assert names_ == {*EXAMPLES, *FORMS}
    for name, picture in found.items():
        assert sum(picture.histogram()[: SHADES * 3 // 4]) > picture.width, name


def test_every_page_looks_as_before(
    kept: Path, found: dict[str, Image.Image], capsys: pytest.CaptureFixture[str]
) -> None:
    if not kept.exists():
        with capsys.disabled():
            sys.stdout.write(f"\nno pictures of pages are kept for {kept.name}: how they look is not compared\n")
        assert found
        return
    before = {path.name: path for path in kept.glob("*.png") if not path.name.endswith(FOUND)}
    changed = list(differences(before, found))
    for name in changed:
        write(found[name], (kept / name).with_suffix(FOUND))
    assert changed == [], f"look at them beside those in {kept}, then run pytest --refresh"
    assert before.keys() == found.keys()


def differences(before: dict[str, Path], found: dict[str, Image.Image]) -> Iterator[str]:
    """The names of the pages that look otherwise."""
    for name in before.keys() & found.keys():
        unlike = ImageChops.difference(read(before[name]), found[name]).histogram()[UNLIKE + 1 :]
        if sum(unlike) > DOTS:
            yield name
