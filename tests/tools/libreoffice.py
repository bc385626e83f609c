"""Word documents → PDF with LibreOffice, in a profile of its own and with free fonts in place of the official ones."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.require import require, require_that

FONTS = Path(__file__).with_name("fonts.conf")
FREE_FONTS = {
    "FandolFang": "Debian's texlive-lang-chinese",
    "FandolKai": "Debian's texlive-lang-chinese",
    "FandolHei": "Debian's texlive-lang-chinese",
    "FandolSong": "Debian's texlive-lang-chinese",
    "Noto Serif CJK SC": "Debian's fonts-noto-cjk",
    "Liberation Serif": "Debian's fonts-liberation",
}
SECONDS = 180


def to_pdf(documents: Sequence[Path], folder: Path) -> list[Path]:
    """The PDF of each document, written into ``folder`` by one run of LibreOffice.

    Its exit status says nothing, so what counts is that every PDF is there.
    """
    office, environment = require("soffice"), {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
    _require_fonts(environment)
    with tempfile.TemporaryDirectory(prefix="perfeval-soffice-") as profile:
        command = [
            office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore",
            "--infilter=MS Word 2007 XML", "--convert-to", "pdf", "--outdir", str(folder), *map(str, documents),
        ]  # fmt: skip
        said = _run(command, environment)
    made = [folder / f"{document.stem}.pdf" for document in documents]
    missing = [pdf.name for pdf in made if not pdf.exists()]
    assert not missing, f"LibreOffice made no {missing}: {said}"
    return made


def _run(command: Sequence[str], environment: dict[str, str]) -> str:
    """What the command said; it and all its children are killed when the time is up."""
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            return process.communicate(timeout=SECONDS)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise


def _require_fonts(environment: dict[str, str]) -> None:
    listed = subprocess.run(
        [require("fc-list"), ":", "family"], check=True, capture_output=True, text=True, env=environment
    ).stdout
    for family, source in FREE_FONTS.items():
        require_that(lambda family=family: family in listed, f"the font {family}", source)  # type: ignore[misc]
