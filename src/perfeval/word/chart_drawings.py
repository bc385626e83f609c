"""Where charts are drawn in the body of a template: each is known by its alternative text, which is a chart's name."""

from collections.abc import Container, Iterator, Mapping

from jinja2 import nodes
from lxml import etree

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.fault import TemplateFault
from perfeval.word.places import PARAGRAPH, Places, enclosing
from perfeval.word.tagged import Source, fault

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DESCRIPTION = f"{DRAWN}docPr"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DESCRIBED = "described"
"""The filter put into the alternative text."""

TWICE = Kind(
    "R132",
    Severity.ERROR,
    what=Text("{where}图“{name}”在模板里画了不止一次", "{where}chart “{name}” is drawn more than once"),
    why=Text(
        "一幅图只有一个编号、一份数据，画两次就会有一幅是旧数",
        "a chart has one number and one set of data; drawn twice, one would keep its old data",
    ),
    cure=Text(
        "删去多余的一幅；确要画两幅的，在 layout.yaml 的 charts 里写成两个名称，各作一幅图的替代文字",
        "delete one; for two charts give two names under `charts` in layout.yaml, each the alt text of one",
    ),
)
IN_LOOP = Kind(
    "R133",
    Severity.ERROR,
    what=Text("{where}标记 {tag} 的循环里画了图", "{where}a chart is drawn inside the loop of tag {tag}"),
    why=Text(
        "循环会把同一幅图重复画出，各行的数据进不了图",
        "the loop would repeat one and the same chart; the data of its rows cannot get into it",
    ),
    cure=Text(
        "把图移到循环之外，用 layout.yaml 里这幅图的 each 让每行成为一类",
        "move the chart out of the loop; by `each` of the chart in layout.yaml every row becomes a category",
    ),
)
NOTHING_TO_SHOW = Kind(
    "R134",
    Severity.ERROR,
    what=Text(
        "图“{name}”没有数据可画，模板里却没有说明没有数据时省去",
        "chart “{name}” has nothing to show, and the template does not leave it out then",
    ),
    why=Text("图里会留着模板里的旧数", "the chart would keep the data of the template"),
    cure=Text(
        "在图的前后各加一段：{{%p if charts.{name} %}} 和 {{%p endif %}}，图题和引用它的语句也放在中间",
        "put {{%p if charts.{name} %}} and {{%p endif %}} around the chart, its caption and what refers to it",
    ),
)
ELSEWHERE = Kind(
    "R135",
    Severity.ERROR,
    what=Text("{where}图“{name}”画在正文之外", "{where}chart “{name}” is drawn outside the body"),
    why=Text(
        "只有正文里的图会填写数据，这幅图在每份报告里都是样例的数",
        "only charts of the body are filled; this one would keep the sample's numbers in every report",
    ),
    cure=Text("把图移到正文中；不填数据的图，删去它的替代文字", "move it into the body, or take its alt text away"),
)


def drawings(body: etree._Element, names: Container[str], places: Places) -> dict[str, etree._Element]:
    """What is drawn under the name of every chart. Raises ``TemplateFault`` R132.

    Its alternative text becomes a tag, for the chart's description. What old versions of Word would show in its place
    is the same drawing once more, and goes.
    """
    for fallback in list(body.iter(FALLBACK)):
        parent = fallback.getparent()
        if parent is not None and next(_named(fallback, names), None) is not None:
            parent.remove(fallback)
    found: dict[str, etree._Element] = {}
    for name, drawing in list(_named(body, names)):
        if name in found:
            raise TemplateFault(TWICE, {"where": _where(drawing, places), "name": name})
        found[name] = drawing
        for said in drawing.iterchildren(DESCRIPTION):
            said.set("descr", f"{{{{ charts.{name} | {DESCRIBED}('{name}') }}}}")
    return found


def check_undrawn(root: etree._Element, names: Container[str], places: Places) -> None:
    """Raises ``TemplateFault`` R135 for a named chart in a part that is not the body."""
    for name, drawing in _named(root, names):
        raise TemplateFault(ELSEWHERE, {"where": _where(drawing, places), "name": name})


def _named(root: etree._Element, names: Container[str]) -> Iterator[tuple[str, etree._Element]]:
    """The drawings whose alternative text is one of the names."""
    for said in root.iter(DESCRIPTION):
        name, drawing = said.get("descr", "").strip(), said.getparent()
        if drawing is not None and name in names:
            yield name, drawing


def _where(drawing: etree._Element, places: Places) -> Text:
    paragraph = enclosing(drawing, PARAGRAPH)
    return places.where(drawing if paragraph is None else paragraph)


def described(chart: Mapping[str, str] | None, name: str) -> str:
    """The filter of the alternative text: what a chart says in words. Raises ``TemplateFault`` R134."""
    if chart is None:
        raise TemplateFault(NOTHING_TO_SHOW, {"name": name})
    return chart["description"]


def check_loops(tree: nodes.Template, source: Source) -> None:
    """Raises ``TemplateFault`` R133 for a chart that would be repeated."""
    for loop in tree.find_all(nodes.For):
        if any(one.name == DESCRIBED for one in loop.find_all(nodes.Filter)):
            raise fault(source, IN_LOOP, loop.lineno)
