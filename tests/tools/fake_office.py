"""A script in the place of LibreOffice, and the PDFs that it can write."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from perfeval.office import program

START = """#!{python}
import os, shutil, signal, subprocess, sys, time, zipfile
from pathlib import Path

here = Path(__file__).parent
out = Path(sys.argv[sys.argv.index("--outdir") + 1]) if "--outdir" in sys.argv else None
files = [Path(name) for name in sys.argv if name.endswith(".docx")]
with (here / "runs").open("a") as runs:
    print(len(files), file=runs)

def answer(file, name):
    out.mkdir(exist_ok=True)
    shutil.copy(here / name, out / (file.stem + ".pdf"))

def says(file, words):
    return words.encode() in zipfile.ZipFile(file).read("word/document.xml")

"""


@contextmanager
def fake_office(folder: Path, script: str | None, **answers: bytes) -> Iterator[None]:
    """The only LibreOffice there is, with the files it can answer with: ``a=`` is ``a.pdf``; or none at all."""
    folder.mkdir(exist_ok=True)
    for name, content in answers.items():
        (folder / f"{name}.pdf").write_bytes(content)
    if script is not None:
        fake = folder / "soffice"
        fake.write_text(START.format(python=sys.executable) + script, encoding="utf-8")
        fake.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{folder}{os.pathsep}")
        patch.setattr(program, "ROOT", folder)
        yield


def runs(folder: Path) -> list[int]:
    """How many documents each run of the script was given."""
    return [int(line) for line in (folder / "runs").read_text().splitlines()] if (folder / "runs").exists() else []


def pdf_of(*lines: str, said: str = "") -> bytes:
    """A page with lines of ASCII; ``said`` is what it says to be the text of one more letter, which is the font's box."""
    with pikepdf.new() as made:
        page = made.add_blank_page()
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/AAAAAA+Helvetica")
        )
        if said:
            clear = b"dup %d /.notdef put" % ord("X")
            font.FontDescriptor = pikepdf.Dictionary(FontFile=made.make_stream(clear, Length1=len(clear)))
            mapped = b"1 beginbfchar\n<%02X> <%s>\nendbfchar" % (ord("X"), said[0].encode("utf-16-be").hex().encode())
            font.ToUnicode = made.make_stream(mapped)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=made.make_indirect(font)))
        text = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
        marked = f"/Span <</ActualText <FEFF{said.encode('utf-16-be').hex()}>>> BDC (X) Tj EMC " if said else ""
        page.Contents = made.make_stream(f"BT /F 12 Tf 50 700 Td {text}{marked}ET".encode())
        stream = BytesIO()
        made.save(stream)
        return stream.getvalue()
