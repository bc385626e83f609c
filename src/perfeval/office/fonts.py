"""The fonts that a document asks for, beside those that its PDF was printed with."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from perfeval.diagnostic import Diagnostic, Kind, Severity, Text

REPLACED = Kind(
    "W305",
    Severity.WARNING,
    what=Text("PDF 没有用上文档要求的字体：{fonts}", "the PDF lacks fonts that the document asks for: {fonts}"),
    why=Text(
        "字形、行数和分页可能与用这些字体排出的不同",
        "letters, lines and page breaks may differ from those of these fonts",
    ),
    cure=Text(
        "正式报送前，在这台机器上装好这些字体再生成；草稿可以不管",
        "install these fonts before you submit; a draft may stay so",
    ),
)

CONFIGURATION = Path(__file__).with_name("fonts.conf")

POSTSCRIPT = {
    "仿宋_GB2312": ("fangsong",), "仿宋": ("fangsong",), "楷体_GB2312": ("kaiti",), "楷体": ("kaiti",),
    "黑体": ("simhei",), "宋体": ("simsun",), "方正小标宋简体": ("fzxbs", "fzxiaobiaosong"),
    "方正小标宋_GBK": ("fzxbs", "fzxiaobiaosong"),
}  # fmt: skip
"""What the names of an official font begin with inside a PDF; those of others begin like the font."""


def _nearest() -> dict[str, tuple[str, ...]]:
    aliases = etree.parse(CONFIGURATION).iterfind("alias")
    return {
        str(alias.findtext("family")): tuple(str(family.text) for family in alias.iterfind("accept/family"))
        for alias in aliases
    }


NEAREST: Mapping[str, tuple[str, ...]] = _nearest()
"""The official fonts, each with the fonts that may stand for it, the nearest first."""


def replaced(asked: Iterable[str], used: Iterable[str]) -> Iterator[Diagnostic]:
    """A warning, if fonts that were asked for are not among those used, which go by their PostScript names."""
    names = sorted({_plain(name): name for name in used}.items())
    lacking = {
        family: _in_place_of(family, names)
        for family in sorted(asked)
        if not any(plain.startswith(POSTSCRIPT.get(family, (_plain(family),))) for plain, _ in names)
    }
    if lacking:
        zh = "、".join(f"{family}（改用 {by}）" for family, by in lacking.items())
        en = ", ".join(f"{family} ({by} instead)" for family, by in lacking.items())
        yield Diagnostic(REPLACED, (), {"fonts": Text(zh, en)})


def _in_place_of(family: str, used: Iterable[tuple[str, str]]) -> str:
    """Of the fonts that may stand for a family the first that is used; without one, whatever is used."""
    for other in NEAREST.get(family, ()):
        if any(plain.startswith(_plain(other)) for plain, _ in used):
            return other
    return " / ".join(name for _, name in used)


def _plain(name: str) -> str:
    """A family's or PostScript name without style of writing: one font of Noto's CJK serves all regions."""
    return re.sub(r"(?<=cjk)(sc|tc|hk|jp|kr)", "", re.sub(r"[\s_-]", "", name).lower())
