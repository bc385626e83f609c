"""Templates, starters and finished reports are valid Word files; planted faults show that our own checks can tell."""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from perfeval.layouts import folder_of, names
from tools import structure
from tools.examples import EXAMPLES, rendered
from tools.validators import VALIDATORS

DOCUMENT, STYLES, FOOTER, NUMBERING = "word/document.xml", "word/styles.xml", "word/footer1.xml", "word/numbering.xml"
END_OF_PROPERTIES = "</w:pPr>"


def mark(number: int, name: str, *, start: bool = True, end: bool = True) -> str:
    """A bookmark, or one of its two marks."""
    first = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>' if start else ""
    return first + (f'<w:bookmarkEnd w:id="{number}"/>' if end else "")


def field(*marks: str) -> str:
    return "".join(f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in marks)


DRAWINGS = f"""<w:r><w:drawing><wp:inline xmlns:wp="{structure.DOCPR[1:].partition("}")[0]}"><wp:docPr id="7" name="a"/>
</wp:inline></w:drawing></w:r>"""


class Fault(NamedTuple):
    """A part of a document, what to find in it, what to put in its place, and what has to be said of that."""

    part: str
    pattern: str
    replacement: str
    said: str = ""


FAULTS = [
    Fault(DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + mark(1, "a", end=False), "bookmarks start ['1'], end []"),
    Fault(DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + mark(1, "a", start=False), "bookmarks start [], end ['1']"),
    Fault(DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + mark(1, "a") + mark(2, "a"), "2 bookmarks are named a"),
    Fault(DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + mark(1, "a") + mark(1, "b"), "bookmarks start ['1', '1']"),
    Fault(DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + field("begin"), "a field has only ['begin']"),
    Fault(DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + field("begin", "separate"), "['begin', 'separate']"),
    Fault(DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + field("end"), "a field has only ['end']"),
    Fault(FOOTER, r'<w:r>(?:(?!</w:r>).)*w:fldCharType="end"/></w:r>', "", "footer1.xml: a field has only"),
    Fault(DOCUMENT, r'(<w:footerReference [^>]*w:type="default"[^>]*/>)', r"\1\1", "2 footerReference of type default"),
    Fault(DOCUMENT, r'<w:gridCol w:w="\d+"/>', "", "fills"),
    Fault(DOCUMENT, r"<w:tc>(?:(?!</w:tc>).)*</w:tc>", r"\g<0>\g<0>", "row 1 fills"),
    Fault(DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + DRAWINGS + DRAWINGS, "2 drawings have the id 7"),
    Fault(DOCUMENT, r'<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Lost"/>', "document.xml: there is no style Lost"),
    Fault(STYLES, r'<w:basedOn w:val="\w+"/>', '<w:basedOn w:val="Lost"/>', "styles.xml: there is no style Lost"),
    Fault(STYLES, r'<w:numId w:val="\d+"/>', '<w:numId w:val="999"/>', "there is no numbering 999"),
    Fault(NUMBERING, r'(<w:num [^>]*><w:abstractNumId w:val=)"\d+"', r'\1"999"', "is an instance of nothing"),
]  # fmt: skip


@pytest.fixture(scope="module")
def files(documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every Word file that perfeval has or makes, by a name."""
    folder = tmp_path_factory.mktemp("valid")
    made = dict(documents)
    for layout in names():
        made[f"{layout}, template"] = (folder_of(layout) / "report.docx").read_bytes()
        made[f"{layout}, starter"] = rendered(folder_of(layout) / "starter.yaml")
    paths = {name: folder / f"{name}.docx" for name in made}
    for name, content in made.items():
        paths[name].write_bytes(content)
    return paths


FILES = [*EXAMPLES, *(f"{layout}, {kind}" for layout in names() for kind in ("template", "starter"))]


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize("file", FILES)
def test_every_file_is_valid(file: str, validator: str, files: dict[str, Path]) -> None:
    assert VALIDATORS[validator](files[file]) == []


def plant(fault: Fault, content: bytes, folder: Path) -> Path:
    """The document with the fault in one place."""
    with ZipFile(BytesIO(content)) as sound, ZipFile(folder / "planted.docx", "w") as planted:
        for name in sound.namelist():
            data = sound.read(name)
            if name == fault.part:
                changed, times = re.subn(fault.pattern, fault.replacement, data.decode(), count=1, flags=re.DOTALL)
                assert times == 1, f"{name} has no {fault.pattern}"
                data = changed.encode()
            planted.writestr(name, data)
    return folder / "planted.docx"


@pytest.mark.parametrize("fault", [pytest.param(fault, id=f"{n}, {fault.said}") for n, fault in enumerate(FAULTS, 1)])
def test_a_planted_fault_is_found_and_nothing_else(fault: Fault, documents: dict[str, bytes], tmp_path: Path) -> None:
    found = structure.faults(plant(fault, documents["liuying-street"], tmp_path))
    assert found
    assert all(fault.said in said for said in found), found


@pytest.mark.parametrize("validator", sorted(set(VALIDATORS) - {"structure"}))
def test_a_validator_finds_something(validator: str, documents: dict[str, bytes], tmp_path: Path) -> None:
    """It is really asked: a reference to nothing does not pass."""
    lost = Fault(DOCUMENT, r'(<w:footerReference [^>]*)r:id="\w+"', r'\1r:id="lost"')
    assert VALIDATORS[validator](plant(lost, documents["liuying-street"], tmp_path))
