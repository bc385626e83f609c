"""What makes Word and LibreOffice show a Chinese document alike holds in every built-in layout, and in what it gives."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain

import pytest
from lxml import etree

from perfeval.layouts import LayoutKind, folder_of, names
from perfeval.summary import summarise
from perfeval.summary.document import document
from tools.entries import entry
from tools.examples import rendered
from tools.structure.opened import SETTINGS, STYLES, VAL, C, Opened, W, opened

LAYOUTS = [name for kind in LayoutKind for name in names(kind)]
SCRIPTS = tuple(W + name for name in ("ascii", "hAnsi", "eastAsia", "cs"))
WHOLE, HEAD = f"{W}trPr/{W}cantSplit", f"{W}trPr/{W}tblHeader"
FOOTER_DISTANCE = "1417"
"""25 mm."""
PROPERTIES = [
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
]  # fmt: skip
"""The children of a paragraph's properties in the order of the schema."""


def filled(layout: str) -> bytes:
    """A document made in the layout."""
    if layout in names(LayoutKind.SUMMARY):
        made = document(summarise([entry("甲局"), entry("乙局", 70)])).value
        assert made is not None
        return made
    return rendered(folder_of(layout) / "starter.yaml")


@pytest.fixture(
    scope="module", params=[(name, made) for name in LAYOUTS for made in ("template", "document")], ids="-".join
)
def package(request: pytest.FixtureRequest) -> Opened:
    """Every template, and a document made of each."""
    name, made = request.param
    return opened(folder_of(name) / "report.docx" if made == "template" else BytesIO(filled(name)))


def every(package: Opened, *tags: str) -> Iterator[etree._Element]:
    """The elements of these names, in any part."""
    return chain.from_iterable(part.iter(*(W + tag for tag in tags)) for part in package.parts.values())


def styles(package: Opened) -> dict[str, etree._Element]:
    """The paragraph styles by id."""
    found = package.parts[STYLES].iter(f"{W}style")
    return {str(style.get(f"{W}styleId")): style for style in found if style.get(f"{W}type") == "paragraph"}


def rule(style: etree._Element) -> str | None:
    spacing = style.find(f"{W}pPr/{W}spacing")
    return None if spacing is None else spacing.get(f"{W}lineRule")


def test_fonts_are_named_for_every_script_and_none_by_the_theme(package: Opened) -> None:
    fonts = list(every(package, "rFonts"))
    assert len(fonts) > len(styles(package))
    for one in fonts:
        assert all(one.get(script) for script in SCRIPTS)
        assert not [name for name in one.attrib if "Theme" in str(name)]
        assert one.get(f"{W}hint") == "eastAsia"  # or “ ” — … are narrow
    assert all(style.find(f"{W}rPr/{W}rFonts") is not None for style in styles(package).values())


def test_the_title_has_one_font_for_hanzi_and_digits(package: Opened) -> None:
    fonts = styles(package)["Title"].find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert len({fonts.get(script) for script in SCRIPTS}) == 1


def test_the_language_is_chinese(package: Opened) -> None:
    languages = [*every(package, "lang", "themeFontLang")]
    assert len(languages) > 1
    assert {one.get(f"{W}eastAsia") for one in languages} == {"zh-CN"}


def test_indents_are_said_in_characters_and_in_lengths(package: Opened) -> None:
    indents = list(every(package, "ind"))
    assert indents
    for one in indents:
        for side in ("firstLine", "left", "right", "hanging"):
            characters, length = one.get(f"{W}{side}Chars"), one.get(W + side)
            assert characters is None or length is not None
            assert characters is None or (characters == "0") == (length == "0")
    assert all(style.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") for style in styles(package).values())  # type: ignore[union-attr]


def test_lines_are_as_high_as_they_are_said_to_be(package: Opened) -> None:
    """Only a paragraph that may hold a drawing, and the footer, grow with what is in them."""
    assert not list(every(package, "docGrid"))
    for style in styles(package).values():
        snap = style.find(f"{W}pPr/{W}snapToGrid")
        assert snap is not None
        assert snap.get(VAL) == "0"
    rules = {id_: rule(style) for id_, style in styles(package).items()}
    assert drawn_in(package) <= {id_ for id_, said in rules.items() if said == "auto"} <= {"Footer", "Figure"}
    assert set(rules.values()) == {"exact", "auto"}


def drawn_in(package: Opened) -> set[str | None]:
    """The styles of the paragraphs that hold a drawing."""
    holders = [next(drawing.iterancestors(f"{W}p")) for drawing in every(package, "drawing")]
    return {style.get(VAL) for paragraph in holders for style in paragraph.iterfind(f"{W}pPr/{W}pStyle")}


def test_tables_are_of_fixed_layout_and_their_heads_are_repeated_whole(package: Opened) -> None:
    for table in every(package, "tbl"):
        assert [layout.get(f"{W}type") for layout in table.iterfind(f"{W}tblPr/{W}tblLayout")] == ["fixed"]
    heads = [row for row in every(package, "tr") if row.find(HEAD) is not None]
    assert heads
    assert all(row.find(WHOLE) is not None for row in heads)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_are_not_split_but_those_of_prose(layout: str) -> None:
    rows = list(every(opened(folder_of(layout) / "report.docx"), "tr"))
    assert rows
    assert all(row.find(WHOLE) is not None or "prose(" in "".join(map(str, row.itertext())) for row in rows)


def test_properties_stand_in_the_order_of_the_schema(package: Opened) -> None:
    found = [[etree.QName(child).localname for child in properties] for properties in every(package, "pPr")]
    assert found
    assert all(names_ == sorted(names_, key=PROPERTIES.index) for names_ in found)


def test_word_2013_and_later_keep_their_own_rules(package: Opened) -> None:
    settings = package.parts[SETTINGS]
    modes = [one.get(VAL) for one in settings.iter(f"{W}compatSetting") if one.get(f"{W}name") == "compatibilityMode"]
    assert modes == ["15"]
    assert "word/stylesWithEffects.xml" not in package.members
    assert package.parts[STYLES].find(f"{W}latentStyles") is None


def test_every_style_is_one_that_reports_are_written_in(package: Opened) -> None:
    """None comes from an application's own template: the official ones, and what Word wants as a default."""
    assert len(list(package.parts[STYLES].iter(f"{W}style"))) < 40
    every_default = {style.get(f"{W}styleId") for style in package.parts[STYLES] if style.get(f"{W}default")}
    assert every_default == {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}


def test_pages_are_numbered_by_a_field_25_mm_above_the_edge(package: Opened) -> None:
    assert {margins.get(f"{W}footer") for margins in every(package, "pgMar")} == {FOOTER_DISTANCE}
    footers = [part for name, part in package.parts.items() if "footer" in name]
    assert len(footers) == 2
    for footer in footers:
        assert [(command.text or "").strip() for command in footer.iter(f"{W}instrText")] == ["PAGE"]


def test_every_chart_is_told_in_words(package: Opened) -> None:
    for drawing in every(package, "drawing"):
        told = [one.get("descr") for one in drawing.iter("{*}docPr")]
        assert told
        assert all(told)
    assert len([part for part in package.xml.values() if part.tag == f"{C}chartSpace"]) <= len(
        list(every(package, "drawing"))
    )
