"""The LibreOffice of this machine, its environment, and what decides on the bytes of a PDF."""

import os
import shutil
import subprocess
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.office.fonts import CONFIGURATION, NEAREST

NO_OFFICE = Kind(
    "W301",
    Severity.ERROR,
    what=Text("这台机器上没有找到 LibreOffice", "LibreOffice is not found on this machine"),
    why=Text(
        "PDF 由 LibreOffice 从 Word 文档转换而来；没有生成 PDF", "it makes the PDF of a Word document; no PDF was made"
    ),
    cure=Text(
        "安装 LibreOffice。Debian、Ubuntu：apt install libreoffice-writer-nogui fonts-noto-cjk；"
        "Fedora：dnf install libreoffice-writer；macOS：brew install --cask libreoffice；"
        "Windows：winget install TheDocumentFoundation.LibreOffice；装在别处的，把 soffice 所在文件夹加入 PATH",
        "install it. Debian, Ubuntu: apt install libreoffice-writer-nogui fonts-noto-cjk; "
        "Fedora: dnf install libreoffice-writer; macOS: brew install --cask libreoffice; "
        "Windows: winget install TheDocumentFoundation.LibreOffice; elsewhere: add the folder of soffice to PATH",
    ),
)

NAMES = ("soffice", "libreoffice")
ROOT = Path(os.environ.get("SYSTEMDRIVE", "") + "/")
PLACES = (
    "usr/lib*/libreoffice/program/soffice",
    "opt/libreoffice*/program/soffice",
    "Applications/LibreOffice.app/Contents/MacOS/soffice",
    "Program Files*/LibreOffice/program/soffice.com",
)
SECONDS = 60
"""How long a program may take to say its version."""


def found() -> str | None:
    """LibreOffice: on the PATH, or where its installers put it."""
    on_path = (shutil.which(name) for name in NAMES)
    in_places = (str(path) for place in PLACES for path in sorted(ROOT.glob(place), reverse=True))
    return next((path for paths in (on_path, in_places) for path in paths if path is not None), None)


def environment() -> dict[str, str]:
    """The environment of this process with our fonts, and with nothing in it of the user's language."""
    return {**os.environ, "FONTCONFIG_FILE": str(CONFIGURATION), "FC_LANG": "zh-cn", "LC_ALL": "C.UTF-8"}


@lru_cache(maxsize=1)
def version() -> str:
    """All but the document that decides on the bytes of a PDF: the programs and, where fontconfig tells, the fonts."""
    office = found()
    fonts = (
        f"{family} = {_said('fc-match', '--format=%{postscriptname} %{fontversion}', family)}" for family in NEAREST
    )
    return "; ".join(
        ("" if office is None else _said(office, "--version"), f"pikepdf {metadata.version('pikepdf')}", *fonts)
    )


def _said(*command: str) -> str:
    """What a program prints, which is nothing where it is missing or fails."""
    try:
        return subprocess.run(  # noqa: S603 (a program that was found, asked for its version)
            command, check=True, capture_output=True, env=environment(), text=True, timeout=SECONDS
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""
