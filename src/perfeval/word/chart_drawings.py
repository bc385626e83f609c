"""Where charts are drawn in the body of a template: each is known by its alternative text, which is a chart's name."""

from collections.abc import Container, Mapping

from jinja2 import nodes
from lxml import etree

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.chart_series import C
from perfeval.word.fault import TemplateFault
from perfeval.word.places import PARAGRAPH, Places, enclosing
from perfeval.word.tagged import Source, fault

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
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


def drawings(body: etree._Element, names: Container[str], places: Places) -> dict[str, str]:
    """The relationship of every named chart that is drawn. Raises ``TemplateFault`` R132.

    Its alternative text becomes a tag, for the chart's description.
    """
    found: dict[str, str] = {}
    for chart in body.iter(f"{C}chart"):
        holder = next(chart.iterancestors(f"{DRAWN}inline", f"{DRAWN}anchor"), None)
        said = None if holder is None else holder.find(f"{DRAWN}docPr")
        name = "" if said is None else said.get("descr", "").strip()
        if said is None or name not in names:
            continue
        if name in found:
            paragraph = enclosing(chart, PARAGRAPH)
            where = places.where(chart if paragraph is None else paragraph)
            raise TemplateFault(TWICE, {"where": where, "name": name})
        found[name] = chart.get(RELATION, "")
        said.set("descr", f"{{{{ charts.{name} | {DESCRIBED}('{name}') }}}}")
    return found


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
