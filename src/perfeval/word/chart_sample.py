"""What of a drawn chart is not of its series, and would keep what the sample shows."""

from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word.chart_series import A, C, UnfitError
from perfeval.word.tagged import WRITTEN

REFERENCES = tuple(f"{{*}}{name}" for name in ("strRef", "numRef", "multiLvlStrRef", "datalabelsRange", "dlblFTEntry"))
"""The elements that take what they show from cells."""
FILLED = frozenset({f"{C}tx", f"{C}cat", f"{C}val"})
"""What a series takes from cells, and gets from the report."""

STOCK = Text("股价图只能有三个或四个系列", "a stock chart has three or four series, and no other number of them")
FROM_CELLS = Text(
    "图的标题、数据标签或误差线取自样例的单元格（{said}），请改为直接写明或删去",
    "a title, labels or error bars are taken from the sample's cells ({said}); type them, or delete them",
)
TAGGED = Text(
    "图里写了标记 {said}，图内的标记不会替换，请移到图外的图题中",
    "tag {said} stands inside the chart, where none is replaced; move it to the caption",
)


def check_sample(chart: etree._Element) -> None:
    """Raises ``UnfitError`` where something of the sample would stay, or no other data can be shown."""
    if next(chart.iter(f"{C}stockChart"), None) is not None:
        raise UnfitError(STOCK)
    for reference in chart.iter(*REFERENCES):
        if not _is_filled(reference):
            raise _unfit(FROM_CELLS, str(next(reference.itertext(), "")))
    for paragraph in chart.iter(f"{A}p"):
        tag = WRITTEN.search("".join(text.text or "" for text in paragraph.iter(f"{A}t")))
        if tag is not None:
            raise _unfit(TAGGED, tag.group())


def _is_filled(reference: etree._Element) -> bool:
    holder, series, *_ = reference.iterancestors()
    return holder.tag in FILLED and series.tag == f"{C}ser"


def _unfit(detail: Text, said: str) -> UnfitError:
    return UnfitError(Text(detail.zh.format(said=said), detail.en.format(said=said)))
