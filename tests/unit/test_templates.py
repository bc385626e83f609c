"""The built-in layouts: up to date, in the official styles, valid, and free of words of their own."""

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import ooxml_integrity
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from perfeval.diagnostic import Result
from perfeval.layouts import LayoutKind, RowText, names, read_layout
from perfeval.word.prose import ProseStyles

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
LAYOUTS = sorted(path.parent.name for path in TEMPLATES.glob("*/layout.yaml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPE_AREA = 8844  # 156 mm in twentieths of a point
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")

# ECMA-376 part 1: the order of the schema's sequences, as far as the layouts use them.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr overflowPunct snapToGrid spacing ind jc outlineLvl rPr",
    "rPr": "rFonts b bCs color spacing w kern position sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders noWrap vAlign",
    "trPr": "trHeight cantSplit tblHeader",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang",
}

REPORTS = names()
HEADS = {"评价指标": 2, "主管部门": 0, "部门名称": 0}
"""So many rows at the head of a table that has the word; the others have one."""

everywhere = pytest.mark.parametrize("layout", LAYOUTS)


def test_all_layouts_are_found() -> None:
    assert {"project-ledger", "indicator-scorecard", "project-forms", "bureau-summary"} <= set(LAYOUTS)


def build(templates: Path, *arguments: str) -> int:
    command = [sys.executable, "-B", str(templates / "build" / "build.py"), *arguments]
    return subprocess.run(command, check=False, capture_output=True).returncode


@cache
def part(layout: str, name: str) -> etree._Element:
    with ZipFile(TEMPLATES / layout / "report.docx") as archive:
        return etree.fromstring(archive.read(name))


def body(layout: str) -> etree._Element:
    return part(layout, "word/document.xml")


def text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def styles(layout: str) -> dict[str, etree._Element]:
    return {style.get(f"{W}styleId", ""): style for style in part(layout, "word/styles.xml").iter(f"{W}style")}


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + attribute)


def sentences(layout: str) -> dict[str, str | RowText]:
    setting = read_layout(layout, ROOT, kind=LayoutKind.REPORT if layout in REPORTS else LayoutKind.SUMMARY)
    assert isinstance(setting, Result)
    assert setting.value is not None
    return setting.value.wording.texts


class TestBuild:
    def test_the_docx_are_up_to_date(self) -> None:
        assert build(TEMPLATES, "--check") == 0

    def test_a_stale_docx_is_found_and_built_again_to_the_same_bytes(self, tmp_path: Path) -> None:
        copy = shutil.copytree(TEMPLATES, tmp_path / "templates")
        built = copy / "project-ledger" / "report.docx"
        built.unlink()
        assert build(copy, "--check") == 1
        assert not built.exists()
        assert build(copy) == 0
        first = built.read_bytes()
        built.write_bytes((copy / "indicator-scorecard" / "report.docx").read_bytes())
        assert build(copy) == 0
        assert built.read_bytes() == first


@everywhere
class TestDocument:
    def test_validators_find_nothing(self, layout: str) -> None:
        path = TEMPLATES / layout / "report.docx"
        assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
        assert [str(finding) for finding in ooxml_integrity.check(str(path))] == []

    def test_nothing_is_left_of_a_time_a_user_or_a_program(self, layout: str) -> None:
        with ZipFile(TEMPLATES / layout / "report.docx") as archive:
            assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = archive.read("docProps/core.xml").decode()
            assert not [name for name in archive.namelist() if "custom" in name.lower() or "web" in name.lower()]
        assert "<dc:title>{{ title }}</dc:title>" in core
        assert ("<dc:creator>{{ report.department.name }}</dc:creator>" in core) is (layout in REPORTS)
        assert "dcterms" not in core
        assert len(part(layout, "docProps/app.xml")) == 0

    @pytest.mark.parametrize("name", ["document", "styles", "numbering", "settings", "footer1", "footer2"])
    def test_children_stand_in_the_order_of_the_schema(self, layout: str, name: str) -> None:
        checked = 0
        for element in part(layout, f"word/{name}.xml").iter(*(W + tag for tag in ORDER)):
            order = ORDER[etree.QName(element).localname].split()
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places)
            checked += 1
        assert checked

    def test_every_style_used_is_there(self, layout: str) -> None:
        known = styles(layout)
        used = {style.get(f"{W}val") for style in body(layout).iter(f"{W}pStyle", f"{W}tblStyle")}
        prose = ProseStyles()
        assert used | {prose.body, prose.item, prose.table_head, prose.table_text} <= known.keys()

    def test_paragraphs_hold_tags_and_no_prose(self, layout: str) -> None:
        paragraphs = [one for one in body(layout).iter(f"{W}p") if value(one, "pPr/pStyle") == "BodyText"]
        assert paragraphs
        assert [text(paragraph) for paragraph in paragraphs if TAG.sub("", text(paragraph)).strip()] == []

    def test_prefixed_tags_stand_alone(self, layout: str) -> None:
        said = [text(paragraph) for paragraph in body(layout).iter(f"{W}p")]
        prefixed = [words for words in said if re.match(r"\{[{%](p|tr) ", words)]
        assert prefixed
        assert [words for words in prefixed if not TAG.fullmatch(words)] == []

    def test_the_same_sentences_in_template_and_wording(self, layout: str) -> None:
        texts = sentences(layout)
        said = " ".join(text(paragraph) for paragraph in body(layout).iter(f"{W}p"))
        of_rows = {name for name, sentence in texts.items() if isinstance(sentence, RowText)}
        assert set(re.findall(r"texts\.(\w+)", said)) == texts.keys() - of_rows
        assert [name for name in of_rows if not re.search(rf"\b(row|goal)\.{name}\b", said)] == []


@everywhere
class TestPage:
    """GB/T 9704-2012, chapters 5 and 7."""

    def test_a4_with_the_official_margins_and_no_grid(self, layout: str) -> None:
        (section,) = body(layout).iter(f"{W}sectPr")
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert size is not None
        assert margins is not None
        millimetres = {
            name: round(int(margins.get(W + name, "0")) / 1440 * 25.4) for name in ("top", "bottom", "left", "right")
        }
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
        assert millimetres == {"top": 37, "bottom": 35, "left": 28, "right": 26}
        assert section.find(f"{W}docGrid") is None

    def test_22_lines_of_28_characters(self, layout: str) -> None:
        style = styles(layout)["BodyText"]
        assert (value(style, "pPr/spacing", "line"), value(style, "pPr/spacing", "lineRule")) == ("579", "exact")
        assert (value(style, "rPr/sz"), value(style, "rPr/spacing")) == ("32", "-5")
        assert value(style, "pPr/ind", "firstLineChars") == "200"
        assert value(style, "pPr/widowControl") == "0"
        assert style.find(f"{W}pPr/{W}overflowPunct") is not None

    @pytest.mark.parametrize(
        ("style", "font", "half_points"),
        [
            ("AttachmentMark", "黑体", "32"), ("Title", "方正小标宋简体", "44"), ("BodyText", "仿宋_GB2312", "32"),
            ("Heading1", "黑体", "32"), ("Heading2", "楷体_GB2312", "32"), ("Heading3", "仿宋_GB2312", "32"),
            ("Heading4", "仿宋_GB2312", "32"), ("Footer", "宋体", "28"), ("TableText", "宋体", "21"), ("LedgerText", "宋体", "18"),
        ],
    )  # fmt: skip
    def test_fonts_and_sizes(self, layout: str, style: str, font: str, half_points: str) -> None:
        element = styles(layout)[style]
        assert (value(element, "rPr/rFonts", "eastAsia"), value(element, "rPr/sz")) == (font, half_points)

    def test_fonts_are_named_and_not_taken_from_the_theme(self, layout: str) -> None:
        fonts = list(part(layout, "word/styles.xml").iter(f"{W}rFonts"))
        assert fonts
        assert [font.attrib for font in fonts if any("Theme" in name for name in font.attrib)] == []

    def test_headings_count_themselves(self, layout: str) -> None:
        levels = list(part(layout, "word/numbering.xml").iter(f"{W}lvl"))
        assert [
            (value(level, "numFmt"), value(level, "lvlText"), value(level, "suff"), value(level, "pStyle"))
            for level in levels
        ] == [
            ("chineseCounting", "%1、", "nothing", "Heading1"),
            ("chineseCounting", "（%2）", "nothing", "Heading2"),
            ("decimal", "%3.", "nothing", "Heading3"),
            ("decimal", "（%4）", "nothing", "Heading4"),
        ]
        for number, level in enumerate(levels, 1):
            style = styles(layout)[f"Heading{number}"]
            assert value(style, "pPr/numPr/ilvl") == level.get(f"{W}ilvl")
            assert value(style, "pPr/ind", "firstLine") == value(level, "pPr/ind", "firstLine") == "640"

    def test_page_numbers_right_on_odd_and_left_on_even_pages(self, layout: str) -> None:
        assert part(layout, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
        for name, side in (("footer1", "right"), ("footer2", "left")):
            footer = part(layout, f"word/{name}.xml")
            (paragraph,) = footer
            assert text(footer) == "— 1 —"
            assert (value(paragraph, "pPr/jc"), value(paragraph, "pPr/ind", f"{side}Chars")) == (side, "100")
            assert [mark.get(f"{W}fldCharType") for mark in footer.iter(f"{W}fldChar")] == ["begin", "separate", "end"]

    def test_word_2013_rules(self, layout: str) -> None:
        setting = value(part(layout, "word/settings.xml"), "compat/compatSetting")
        assert setting == "15"


@everywhere
class TestTables:
    def test_tables_are_as_wide_as_the_type_area(self, layout: str) -> None:
        tables = list(body(layout).iter(f"{W}tbl"))
        assert tables
        for table in tables:
            grid = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
            assert str(sum(grid)) == value(table, "tblPr/tblW", "w")
            assert abs(sum(grid) - TYPE_AREA) <= len(grid)
            for row in table.iter(f"{W}tr"):
                cells = row.findall(f"{W}tc")
                assert sum(int(value(cell, "tcPr/tcW", "w") or 0) for cell in cells) == sum(grid)
                assert sum(int(value(cell, "tcPr/gridSpan") or 1) for cell in cells) == len(grid)

    def test_heads_are_repeated_and_no_row_is_split_but_one_of_prose(self, layout: str) -> None:
        for table in body(layout).iter(f"{W}tbl"):
            rows = list(table.iter(f"{W}tr"))
            split = [row for row in rows if row.find(f"{W}trPr/{W}cantSplit") is None]
            assert all("| prose" in text(row) for row in split)
            heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            assert heads == sorted(heads, reverse=True)
            assert sum(heads) == next((number for word, number in HEADS.items() if word in text(table)), 1)
