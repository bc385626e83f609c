"""Templates, starters and finished reports are valid Word files; planted faults show that our own checks can tell."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
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

FAULTS = [
    # part, what to find, what to put in its place, what has to be said of it
    (DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + mark(1, "a", end=False), "bookmarks start ['1'], end []"),
    (DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + mark(1, "a", start=False), "bookmarks start [], end ['1']"),
    (DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + mark(1, "a") + mark(2, "a"), "2 bookmarks are named a"),
    (DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + mark(1, "a") + mark(1, "b"), "bookmarks start ['1', '1']"),
    (DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + field("begin"), "a field has only ['begin']"),
    (DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + field("begin", "separate"), "['begin', 'separate']"),
    (DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + field("end"), "a field has only ['end']"),
    (FOOTER, r'<w:r>(?:(?!</w:r>).)*w:fldCharType="end"/></w:r>', "", "footer1.xml: a field has only"),
    (DOCUMENT, r'(<w:footerReference [^>]*w:type="default"[^>]*/>)', r"\1\1", "2 footerReference of type default"),
    (DOCUMENT, r'<w:gridCol w:w="\d+"/>', "", "fills"),
    (DOCUMENT, r"<w:tc>(?:(?!</w:tc>).)*</w:tc>", r"\g<0>\g<0>", "row 1 fills"),
    (DOCUMENT, END_OF_PROPERTIES, END_OF_PROPERTIES + DRAWINGS + DRAWINGS, "2 drawings have the id 7"),
    (DOCUMENT, r'<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Lost"/>', "document.xml: there is no style Lost"),
    (STYLES, r'<w:basedOn w:val="\w+"/>', '<w:basedOn w:val="Lost"/>', "styles.xml: there is no style Lost"),
    (STYLES, r'<w:numId w:val="\d+"/>', '<w:numId w:val="999"/>', "there is no numbering 999"),
    (NUMBERING, r'(<w:num [^>]*><w:abstractNumId w:val=)"\d+"', r'\1"999"', "is an instance of nothing"),
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


def planted(content: bytes, part: str, pattern: str, replacement: str) -> Iterator[tuple[str, bytes]]:
    """The parts of a document, one of them changed in one place."""
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name == part:
                changed, times = re.subn(pattern, replacement, data.decode(), count=1, flags=re.DOTALL)
                assert times == 1, f"{part} has no {pattern}"
                data = changed.encode()
            yield name, data


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "said"), FAULTS, ids=[f"{number}, {fault[3]}" for number, fault in enumerate(FAULTS, 1)]
)
def test_a_planted_fault_is_found_and_nothing_else(
    part: str, pattern: str, replacement: str, said: str, documents: dict[str, bytes], tmp_path: Path
) -> None:
    with ZipFile(tmp_path / "planted.docx", "w") as archive:
        for name, data in planted(documents["liuying-street"], part, pattern, replacement):
            archive.writestr(name, data)
    found = structure.faults(tmp_path / "planted.docx")
    assert found
    assert all(said in fault for fault in found), found


@pytest.mark.parametrize("validator", sorted(set(VALIDATORS) - {"structure"}))
def test_a_validator_finds_something(validator: str, documents: dict[str, bytes], tmp_path: Path) -> None:
    """It is really asked: a reference to nothing does not pass."""
    with ZipFile(tmp_path / "planted.docx", "w") as archive:
        for name, data in planted(documents["liuying-street"], DOCUMENT, r'(<w:footerReference [^>]*)r:id="\w+"', r'\1r:id="lost"'):
            archive.writestr(name, data)
    assert VALIDATORS[validator](tmp_path / "planted.docx")
