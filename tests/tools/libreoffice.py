"""Word documents → PDF as the product makes them, where the machine has LibreOffice and free fonts for the official."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from perfeval import office
from perfeval.office.program import environment
from tools.require import require, require_that

FREE_FONTS = {
    "FandolFang": "Debian's texlive-lang-chinese",
    "FandolKai": "Debian's texlive-lang-chinese",
    "FandolHei": "Debian's texlive-lang-chinese",
    "FandolSong": "Debian's texlive-lang-chinese",
    "Noto Serif CJK SC": "Debian's fonts-noto-cjk",
    "Liberation Serif": "Debian's fonts-liberation",
}


def to_pdf(documents: Sequence[Path], folder: Path) -> list[Path]:
    """The PDF of each document, written into ``folder``."""
    require_office()
    made = [folder / f"{document.stem}.pdf" for document in documents]
    for path, outcome in zip(made, office.pdf([document.read_bytes() for document in documents]), strict=True):
        assert outcome.value is not None, outcome.diagnostics
        path.write_bytes(outcome.value)
    return made


def require_office() -> None:
    """No test without LibreOffice and the fonts."""
    require("soffice")
    listed = subprocess.run(
        [require("fc-list"), ":", "family"], check=True, capture_output=True, text=True, env=environment()
    ).stdout
    for family, source in FREE_FONTS.items():
        require_that(lambda family=family: family in listed, f"the font {family}", source)  # type: ignore[misc]
