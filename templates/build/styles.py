"""The official styles as data: GB/T 9704-2012, and the usual practice of offices where it prescribes nothing."""

from dataclasses import dataclass, replace

LATIN = "Times New Roman"
TITLE, HEI, KAI, FANG, SONG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"

SIZE_2, SIZE_3, SIZE_4, SMALL_4, SIZE_5, SMALL_5 = 22, 16, 14, 12, 10.5, 9
"""Type sizes 二号, 三号, 四号, 小四, 五号 and 小五 in points."""

BODY_LINE = 28.95
"""Points: 22 lines in 225 mm (GB/T 9704-2012, 5.2.3)."""
BODY_SPACING = -0.25
"""Points: 28 characters of 16 pt in 156 mm (GB/T 9704-2012, 5.2.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style; lengths in points, ``line`` an exact height or None for one that grows with its content.

    ``level`` is that of a numbered heading, from 1; ``indent`` is that of the first line in characters, ``right`` that
    of all lines in points; ``scale`` is the width of the characters in percent.
    """

    id: str
    name: str
    font: str
    size: float
    line: float | None
    latin: str = LATIN
    spacing: float = 0
    scale: int = 100
    align: str = "both"
    indent: int = 0
    right: float = 0
    level: int | None = None
    keep_next: bool = False
    before: float = 0
    after: float = 0
    built_in: bool = True


BODY = Style(id="Normal", name="Normal", font=FANG, size=SIZE_3, line=BODY_LINE, spacing=BODY_SPACING)
HEADING = replace(BODY, indent=2, keep_next=True)

TEXT = Style(id="TableText", name="表格文字", font=SONG, size=SIZE_5, line=16, align="center", built_in=False)
TABLE = (
    TEXT,
    replace(TEXT, id="TableHead", name="表格表头", font=HEI, latin=HEI, keep_next=True),
    replace(TEXT, id="TableName", name="表格名称", align="left"),
    replace(TEXT, id="TableNumber", name="表格数字", align="right", right=1.5),
)
LEDGER = tuple(
    replace(
        style, id=style.id.replace("Table", "Ledger"), name=f"明细{style.name}", size=SMALL_5, line=13,
        scale=90 if style.align == "right" else 100,
    )
    for style in TABLE
)  # fmt: skip
"""The same a size smaller for tables of many columns, numbers narrowed so that 13 digits fit."""

STYLES = (
    BODY,
    # 5.2.2 and 7.3.3: the text in 仿宋 of size 三号, its first line indented by two characters.
    replace(BODY, id="BodyText", name="Body Text", indent=2),
    replace(BODY, id="ListParagraph", name="List Paragraph", indent=2),
    # 7.3.3: the four levels of headings in 黑体, 楷体, 仿宋 and 仿宋.
    replace(HEADING, id="Heading1", name="heading 1", font=HEI, level=1),
    replace(HEADING, id="Heading2", name="heading 2", font=KAI, level=2),
    replace(HEADING, id="Heading3", name="heading 3", level=3),
    replace(HEADING, id="Heading4", name="heading 4", level=4),
    # 7.3.7 and 7.3.1: 附件 with its number in 黑体 at the top left; the title in 小标宋 of size 二号, centred.
    replace(BODY, id="AttachmentMark", name="附件标识", font=HEI, latin=HEI, align="left", built_in=False),
    Style(id="Title", name="Title", font=TITLE, latin=TITLE, size=SIZE_2, line=35, align="center"),
    # 7.5: the page number in 宋体 of size 四号.
    Style(id="Footer", name="footer", font=SONG, latin=SONG, size=SIZE_4, line=None, align="left"),
    # The standard leaves tables open: 宋体 under heads of 黑体, their names above them.
    replace(
        TEXT,
        id="TableCaption",
        name="表题",
        font=HEI,
        latin=HEI,
        size=SMALL_4,
        line=24,
        before=6,
        keep_next=True,
    ),
    replace(TEXT, id="TableUnit", name="表格单位", line=18, align="right", keep_next=True),
    *TABLE,
    *LEDGER,
    # A chart needs a line as high as itself; its caption stands below it.
    replace(TEXT, id="Figure", name="图", line=None, before=6, keep_next=True),
    replace(TEXT, id="FigureCaption", name="图题", font=HEI, latin=HEI, size=SMALL_4, line=24, after=6),
)


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the headings of one level are counted."""

    format: str
    pattern: str


NUMBERING = (
    # 7.3.3: 一、 （一） 1. （1）
    Numbering("chineseCounting", "%1、"),
    Numbering("chineseCounting", "（%2）"),
    Numbering("decimal", "%3."),
    Numbering("decimal", "（%4）"),
)

SUBSTITUTES = {TITLE: "华文中宋", FANG: "仿宋", KAI: "楷体"}
"""Fonts that every Windows has, for machines without the official ones."""

PAGE = {
    "width": 210, "height": 297, "top": 37, "right": 26, "bottom": 35, "left": 28, "header": 15, "footer": 25,
}  # fmt: skip
"""A4 and its margins in millimetres (5.1, 5.2.1); the footer puts the number 7 mm below the text (7.5)."""
