"""For every code outside the rules an input that raises it, as small as can be."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

from perfeval import office, pipeline, resources
from perfeval.batch.claims import Claims
from perfeval.batch.folder import opened
from perfeval.batch.plan import FIRST, Step
from perfeval.batch.version import fingerprint
from perfeval.batch.work import Task, lost, work
from perfeval.cli.batch import BUSY
from perfeval.cli.new import EXISTS
from perfeval.diagnostic import Diagnostic, Finding, Place
from perfeval.files import DISK, UNWRITABLE, about_file
from perfeval.inspection import Inspected, inspect, report_contexts
from perfeval.layouts import LayoutKind
from perfeval.load import read
from perfeval.load.encoding import LIMIT
from perfeval.pandoc.convert import converted
from perfeval.rules import ACROSS
from perfeval.rules.rule import files_of
from perfeval.schema.explain import explain
from perfeval.summary import entry_of, summarise
from perfeval.summary.doubts import doubts
from perfeval.watch.server import no_port
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import XmlSandbox
from perfeval.word.tagged import Source, Tag, Tagged, parse
from perfeval.workspace import read_workspace, unfit
from tools import tables
from tools.between import found_between
from tools.fake_office import fake_office, pdf_of

REPORT = "layout: project-ledger\nstandard: shijiazhuang\nyear: 2025\ndepartment: {name: 示例局}\nprojects:\n  - {name: 甲, budget: 1, executed: 1, score: 90}\n"
LAYOUT = "description: {zh: 本局, en: ours}\nfilename: 报告\ntexts: {opening: 正文}\n"

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
CUT, LINKED = "</w:p><w:p><w:r><w:t>ar }}</w:t></w:r>", "<w:hyperlink><w:r><w:t>ar }}</w:t></w:r></w:hyperlink>"
"""A tag that is cut into two paragraphs, and the same cut by a link."""
LINKED_PICTURE = RELATIONS.format(
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="http://example.org/x.png" TargetMode="External"/>'
)

FONT = f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
ANSWER = "for file in files: answer(file, 'a.pdf')"


def body(*paragraphs: str) -> str:
    """The main part with these paragraphs of text."""
    return whole(*map(paragraph, paragraphs))


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def whole(*blocks: str) -> str:
    """The main part with these blocks of XML."""
    return f"<w:document {W}><w:body>{''.join(blocks)}</w:body></w:document>"


def docx(document: str = body("正文"), more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A container with the parts that there must be, and more."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": TYPES, "word/document.xml": document, **(more or {})}.items():
            archive.writestr(name, content)
    return stream.getvalue()


CHART_SPACE = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:pieChart>'
    '<c:ser><c:idx val="0"/><c:order val="0"/><c:val/></c:ser></c:pieChart></c:plotArea></c:chart></c:chartSpace>'
)
TO_CHART = RELATIONS.format(
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" '
    'Target="chart.xml"/>'
)
CHART = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="图" descr="ours"/>'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r1"/>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
CHARTS = f"""{LAYOUT}charts:
  ours: {{title: 图题, each: report.indicators, category: "{{{{ name }}}}", series: [{{name: 分值, value: weight}}]}}
"""


def own_layout(folder: Path, template: bytes | None, wording: str = LAYOUT) -> Path:
    """A report with a layout of its own beside it."""
    layout = folder / "ours"
    layout.mkdir(parents=True, exist_ok=True)
    (layout / "layout.yaml").write_text(wording, encoding="utf-8")
    if template is not None:
        (layout / "report.docx").write_bytes(template)
    return report(folder, REPORT.replace("project-ledger", "./ours"))


def report(folder: Path, text: str) -> Path:
    path = folder / "dept.yaml"
    path.write_text(text, encoding="utf-8")
    return path


Raise = Callable[[Path], tuple[Finding, ...]]
"""Given an empty folder, the findings."""


def in_yaml(source: str | bytes) -> Raise:
    """By reading a file."""

    def findings(folder: Path) -> tuple[Finding, ...]:
        outcome = read(source if isinstance(source, bytes) else source.encode(), "dept.yaml")
        assert outcome.value is not None
        return tuple(map(outcome.value.locate, outcome.diagnostics))

    return findings


def in_report(old: str, new: str) -> Raise:
    """By a change to a valid report."""
    assert REPORT.count(old) == 1
    return lambda folder: pipeline.render(report(folder, REPORT.replace(old, new))).findings


def more(text: str) -> Raise:
    """By something added to a valid report."""
    return lambda folder: pipeline.render(report(folder, REPORT + text)).findings


def between(example: str) -> Raise:
    """By two reports in one run."""
    return lambda _: found_between(files_of(example))


def in_summary(*texts: str) -> Raise:
    """By the summary of several reports."""

    def findings(folder: Path) -> tuple[Finding, ...]:
        paths = [folder / f"{number}.yaml" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return tuple(doubts(summarise(map(entry_of, paths))))

    return findings


def in_template(*paragraphs: str) -> Raise:
    """By the text of a layout's template."""
    return in_docx(lambda: docx(body(*paragraphs)))


def in_docx(template: Callable[[], bytes | None]) -> Raise:
    """By the file of a layout's template."""
    return lambda folder: pipeline.render(own_layout(folder, template())).findings


def in_chart(blocks: str, relations: str = TO_CHART) -> Raise:
    """By a chart in a layout's template; the report has nothing to show in it."""
    parts = {"word/_rels/document.xml.rels": relations, "word/chart.xml": CHART_SPACE}
    template = docx(whole(blocks), parts)
    return lambda folder: pipeline.render(own_layout(folder, template, CHARTS)).findings


def _with_header() -> bytes:
    """A template with a chart in its header."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    declared = f'<Override PartName="/word/header1.xml" ContentType="{kind}"/></Types>'
    parts = {
        "[Content_Types].xml": TYPES.replace("</Types>", declared),
        "word/header1.xml": f"<w:hdr {W}>{CHART}</w:hdr>",
    }
    return docx(more=parts)


def in_layout(*paragraphs: str, wording: str = "description: {zh: 本局, en: ours}\nfilename: 报告\n") -> Raise:
    """By looking at a layout of one's own."""
    return lambda folder: _inspected(folder, docx(body(*paragraphs)), wording)


def by_standard(old: str, new: str) -> Raise:
    """By a change to a scoring standard of one's own."""

    def findings(folder: Path) -> tuple[Finding, ...]:
        own = (resources.folder("standards") / "shijiazhuang.yaml").read_text(encoding="utf-8")
        assert old in own
        (folder / "own.yaml").write_text(own.replace(old, new), encoding="utf-8")
        return pipeline.check(report(folder, REPORT.replace("shijiazhuang", "own.yaml"))).findings

    return findings


def in_table(content: bytes | str, file: str = "t.xlsx", **more: str) -> Raise:
    """By a table beside a report."""
    return lambda folder: tables.found(folder, content, file, **more)


def in_cell(value: object, column: int = 1) -> Raise:
    """By the value of a cell in a valid table."""
    row = [*tables.ROW[:column], value, *tables.ROW[column + 1 :]]
    return in_table(tables.xlsx(tables.HEAD, row))


def by_schema(schema: Mapping[str, Any], value: Any) -> Raise:
    """By a schema that is not the report's."""
    whole = {"type": "object", "title": "示例", "properties": {"a": {"title": "甲", **schema}}}

    def findings(folder: Path) -> tuple[Finding, ...]:
        return tuple(_located(diagnostic) for diagnostic in explain({"a": value}, whole))

    return findings


def by_value(text: str, value: object) -> Raise:
    """By a value in a template that no report can hold."""

    def findings(folder: Path) -> tuple[Finding, ...]:
        source = Source.number(text, iter([Tag(text)]))
        sandbox = XmlSandbox({})
        try:
            Tagged.assemble(source, parse(source, sandbox), sandbox).render({"x": value})
        except TemplateFault as fault:
            return (_located(Diagnostic(fault.kind, (), fault.arguments)),)
        return ()

    return findings


def _located(diagnostic: Diagnostic) -> Finding:
    return Finding("dept.yaml", Place(1, 1), "", diagnostic.kind, diagnostic.arguments)


class Markup(str):
    """XML in a value, as charts and paragraphs are."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _unfit(folder: Path, text: str) -> tuple[Finding, ...]:
    (folder.parent / "others").mkdir(parents=True, exist_ok=True)
    folder.mkdir(exist_ok=True)
    (folder / "perfeval.yaml").write_text(text, encoding="utf-8")
    workspace = read_workspace(folder / "perfeval.yaml", DISK).value
    assert workspace is not None
    return tuple(unfit(workspace, [folder.parent / "others" / "dept.yaml"] if "others" in text else []))


def _two_of_a_name(folder: Path) -> tuple[Finding, ...]:
    steps = [Step(folder / name, FIRST, "报告.docx") for name in ("a.yaml", "b.yaml")]
    with opened(folder) as out:
        claims = Claims(steps, out)
        return tuple(filter(None, (claims.clash(step.path, "报告.docx") for step in steps)))


def _inspected(folder: Path, template: bytes, wording: str) -> tuple[Finding, ...]:
    own_layout(folder, template, wording)
    found = inspect(f"{folder}/ours/", {LayoutKind.REPORT: report_contexts})
    assert isinstance(found, Inspected)
    return found.findings


def by_office(document: bytes, script: str | None = "", **answers: bytes) -> Raise:
    """By a script in the place of LibreOffice, or by none."""

    def findings(folder: Path) -> tuple[Finding, ...]:
        with fake_office(folder, script, **answers):
            (outcome,) = office.pdf([document])
        return tuple(map(_located, outcome.diagnostics))

    return findings


def _without_pandoc(_folder: Path) -> tuple[Finding, ...]:
    with patch("pypandoc.get_pandoc_path", side_effect=OSError("No pandoc was found")):
        return tuple(map(_located, converted(docx(), "gfm", (), ()).diagnostics))


def _task(folder: Path, name: str, made_by: str) -> Task:
    return Task(folder / name, folder, trace=False, made_by=made_by)


RAISED: dict[str, Raise] = {
    "L001": in_yaml(b"#" * (LIMIT + 1)),
    "L002": in_yaml(b"a: \xff"),
    "L003": in_yaml("name: 藁城区财政局\n".encode("gb18030")),
    "L004": in_yaml("a: 1\n".encode("utf-16")),
    "L005": in_yaml(""),
    "L006": in_yaml("- a\n"),
    "L010": in_yaml("a: \x07\n"),
    "L011": in_yaml('a: "\\ud800"\n'),
    "L012": in_yaml("a: \ufdd0\n"),
    "L013": in_yaml("a: \u202e\n"),
    "L014": in_yaml("a: 1\n\ufeffb: 2\n"),
    "L020": in_yaml("a: 1\na: 2\n"),
    "L021": in_yaml("a: &x 1\n"),
    "L022": in_yaml("a: &x 1\nb: *x\n"),
    "L023": in_yaml("a: {<<: {b: 1}}\n"),
    "L024": in_yaml("a: !x 1\n"),
    "L025": in_yaml("a: " + "[" * 40 + "]" * 40),
    "L026": in_yaml("a: 1\n---\nb: 2\n"),
    "L027": in_yaml("? [a]\n: 1\n"),
    "L028": in_yaml("a: " + "1" * 30),
    "L029": in_yaml("a: [" + "1," * 500_000 + "]"),
    "L030": in_yaml("%YAML 2.0\n---\na: 1\n"),
    "L031": in_yaml("a:\n\tb: 1\n"),
    "L032": in_yaml('a: "甲\nb: 1\n'),
    "L033": in_yaml("a: [1, 2\nb: 3\n"),
    "L034": in_yaml("a：1\n"),
    "L035": in_yaml("a:1\n"),
    "L036": in_yaml("a: [2023]20号\n"),
    "L037": in_yaml("a: @x\n"),
    "L038": in_yaml("a: b: c\n"),
    "L039": in_yaml("a:\n  - 1\n - 2\n"),
    "L040": in_yaml("a:\n  b: 1\n   c: 2\n"),
    "L041": in_yaml("a: |\n甲乙\nb: 1\n"),
    "L042": in_yaml('a: "\\q"\n'),
    "L043": in_yaml('a: ["甲"，"乙"]\n'),
    "L044": in_yaml("a: 1\n　b: 2\n"),
    "L050": in_yaml("a: 甲 #乙\n"),
    "L051": in_yaml("a: [甲，乙]\n"),
    "S010": more("nonsense: 1\n"),
    "S011": more("bugdet: {}\n"),
    "S012": more("部门收支预决算: {}\n"),
    "S013": in_report("year: 2025\n", ""),
    "S020": more("conclusion:\n"),
    "S021": in_report("2025", "2025年"),
    "S022": in_report("2025", "去年"),
    "S023": in_report("2025", "2025.5"),
    "S024": in_report("budget: 1", "budget: 暂无"),
    "S025": in_report("name: 甲", "name: 110"),
    "S026": in_report("name: 甲", "name: [甲]"),
    "S027": more("problems: 一个问题\n"),
    "S028": more("assets: 很多\n"),
    "S029": in_report("projects:\n  - {name: 甲, budget: 1, executed: 1, score: 90}\n", "projects: t.xlsx\n"),
    "S030": in_report("name: 甲", "name: 甲, source: 别处"),
    "S031": in_report("name: 甲", "name: 甲, source: 中央"),
    "S032": more("assets: {date: 年底}\n"),
    "S033": more("assets: {date: 2025-02-30}\n"),
    "S034": in_report("budget: 1", "budget: -1"),
    "S035": in_report("2025", "20250"),
    "S036": more('conclusion: " "\n'),
    "S037": in_report("name: 甲", f"name: {'长' * 301}"),
    "S038": more("problems: []\n"),
    "S039": by_schema({"type": "string", "pattern": "^[0-9]{3}$", "examples": ["101"]}, "一"),
    "S301": in_report("shijiazhuang", "shijiazuang"),
    "S302": in_report("project-ledger", "project-leger"),
    "S310": in_report("project-ledger", "bureau-summary"),
    "S303": in_report("project-ledger", "./nowhere"),
    "S304": by_standard("floor: 85", "floor: 60"),
    "S305": lambda folder: pipeline.check(own_layout(folder, None, f"{LAYOUT}requires: [budgt]\n")).findings,
    "S314": lambda folder: (
        pipeline.check(own_layout(folder, None, CHARTS.replace("each: report.indicators, ", ""))).findings
    ),
    "S315": lambda folder: pipeline.check(own_layout(folder, None, CHARTS.replace("ours: {", "our-s: {"))).findings,
    "S306": by_standard("key: good", "key: count"),
    "S307": by_standard("name: 较差, floor: 0", "name: 较差, floor: 10"),
    "S308": by_standard("满意度指标: 10", "满意度指标: 11"),
    "S309": by_standard("missing_score: error", "missing_score: error\nchecks: {off: [K999]}"),
    **{rule.kind.code: between(rule.fails) for rule in ACROSS},
    "R101": in_docx(lambda: b"PK\3\4 no zip"),
    "R102": in_docx(lambda: docx(more={"word/media/a.bin": bytes(50 << 20)})),
    "R103": in_docx(lambda: docx(more={"word/DOCUMENT.xml": b"<x/>"})),
    "R104": in_docx(lambda: docx(more={"word/vbaProject.bin": b"x"})),
    "R105": in_docx(lambda: docx(f"<!DOCTYPE x>{body()}")),
    "R106": in_docx(lambda: docx(more={"word/_rels/document.xml.rels": LINKED_PICTURE})),
    "R107": in_docx(lambda: docx(body()[:-3])),
    "R111": in_template("{{ year | nothing }}"),
    "R112": in_template("{{ yaer }}"),
    "R113": in_template("{{ year.bit_length() }}"),
    "R114": in_template("{{ funds.budget }}"),
    "R115": by_value("{{ x }}", "\x01"),
    "R116": in_template("旁边 {%p if year %}", "{%p endif %}"),
    "R117": in_docx(
        lambda: docx(
            body("{% if year %}").replace(
                "</w:body>",
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>",
            )
        )
    ),
    "R118": in_template("{{p report.department.name }}"),
    "R119": by_value("{{ x }}", Markup("<b>")),
    "R120": in_template("{%tr if year %}", "{%tr endif %}"),
    "R121": more("conclusion: |-\n  - 一\n    - 二\n      - 三\n"),
    "R122": more("conclusion: |-\n  | 甲 |\n  | --- |\n  | 乙 | 丙 |\n"),
    "R131": in_chart(CHART, RELATIONS.format("")),
    "R132": in_chart(CHART * 2),
    "R133": in_chart(paragraph("{%p for row in report.projects %}") + CHART + paragraph("{%p endfor %}")),
    "R134": in_chart(CHART),
    "R135": lambda folder: pipeline.render(own_layout(folder, _with_header(), CHARTS)).findings,
    "R201": in_report("projects:\n  - {name: 甲, budget: 1, executed: 1, score: 90}\n", ""),
    "R202": more("texts: {nonsense: 语句}\n"),
    "R203": more('conclusion: "{% if year %}"\n'),
    "R204": in_docx(lambda: None),
    "R205": more("conclusion: 如图9所示。\nbudget: {revenue: {initial: 1, final: 2}}\n"),
    "R301": by_office(docx(more={"word/_rels/document.xml.rels": LINKED_PICTURE})),
    "R401": in_layout("{% for x in year %}{% endfor %}"),
    "R402": in_layout("{{ report.projects.name }}"),
    "R403": in_layout("{{ report.department.name | money }}"),
    "R404": lambda folder: _inspected(folder, docx(body("{{ ye", "ar }}").replace(CUT, LINKED)), LAYOUT),
    "R405": in_layout("｛｛ year ｝｝"),
    "R406": in_layout("正文"),
    "R407": in_layout("正文", wording=LAYOUT),
    "R408": in_layout("正文", wording=CHARTS),
    "R409": lambda folder: _inspected(folder, docx(body().replace("<w:body>", f"<w:body>{CHART}")), LAYOUT),
    "T101": in_table("", "t.ods"),
    "T102": in_table(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "t.xls"),
    "T103": in_table(b"PK\3\4 no zip"),
    "T104": in_table(tables.with_part(tables.xlsx(tables.HEAD, tables.ROW), "x.bin", bytes(65 << 20))),
    "T105": in_table(tables.xlsx(tables.HEAD, tables.ROW), sheet="明细"),
    "T106": in_table(tables.text(tables.HEAD, tables.ROW), "t.csv", sheet="明细"),
    "T107": in_table('项目名称,预算数,执行数\n"甲,1,1\n', "t.csv"),
    "T108": in_report("projects:\n  - {name: 甲, budget: 1, executed: 1, score: 90}\n", "projects: [{file: t.xlsx}]\n"),
    "T109": in_table(tables.workbook({"项目": [tables.HEAD, tables.ROW], "续表": [tables.HEAD, tables.ROW]})),
    "T110": in_table(tables.xlsx(("甲", 1, 1))),
    "T111": in_table(tables.xlsx((*tables.HEAD, "得份"), (*tables.ROW, 1))),
    "T112": in_table(tables.xlsx((*tables.HEAD, "得分"), (*tables.ROW, 1))),
    "T113": in_table(tables.xlsx(("项目名称", "执行数"), ("甲", 1))),
    "T114": in_table(tables.xlsx(("单位：元", "单位：万元"), tables.HEAD, tables.ROW)),
    "T115": in_table(tables.xlsx(tables.HEAD, (*tables.ROW, 5))),
    "T120": in_cell("一元"),
    "T121": in_cell(None),
    "T122": in_cell("=1+1"),
    "T123": in_cell("#REF!"),
    "T124": in_cell((1.2345, "0.00")),
    "T125": in_cell((10000, "0,")),
    "T126": in_table(tables.xlsx(tables.HEAD, tables.ROW, tables.ROW, merged=["B2:B3"])),
    "T127": in_table(
        tables.xlsx(
            ("一级指标", "一级分值", "二级指标", "三级指标", "分值"),
            ("产出指标", 60, "数量指标", "甲", 30),
            ("产出指标", 50, "数量指标", "乙", 30),
        ),
        key="indicators",
    ),
    "T128": in_table(tables.text(tables.HEAD, (*tables.ROW, 5)), "t.csv"),
    "T129": in_cell((0, "0.00;-0.00;")),
    "T130": in_table(tables.xlsx(tables.HEAD, tables.ROW, ("合计", 2, 1, 1))),
    "T131": in_table(tables.xlsx(tables.HEAD, tables.ROW, (), tables.ROW)),
    "T132": in_table(tables.xlsx(tables.HEAD, tables.ROW, hidden=[2])),
    "T133": in_table(tables.xlsx(tables.HEAD, tables.ROW, hidden=["B"])),
    "T134": in_table(tables.xlsx(tables.HEAD, tables.ROW, ("其中：乙", 1, 1, 1, 90))),
    "A101": more("waivers:\n  - {code: K201, at: projects.1.score, reason: 核实过, by: 财务科}\n"),
    "A102": more(
        "grade: 良好\nwaivers:\n  - {code: K206, at: grade, found: {given: 一般}, reason: 核实过, by: 财务科}\n"
    ),
    "A103": more("waivers:\n  - {code: K999, at: projects.1.score, reason: 核实过, by: 财务科}\n"),
    "W101": lambda folder: pipeline.check(folder / "nothing.yaml").findings,
    "W102": lambda folder: (about_file(UNWRITABLE, folder, OSError(28, "No space left on device")),),
    "W201": in_summary(REPORT, REPORT.replace("2025", "2024").replace("示例局", "样板局")),
    "W202": in_summary(REPORT, REPORT),
    "W211": _without_pandoc,
    "W212": lambda _: tuple(map(_located, converted(b"no docx", "gfm", (), ()).diagnostics)),
    "W104": lambda folder: work(_task(folder, "no\0name.yaml", fingerprint(trace=False))).findings,
    "W105": lambda folder: work(_task(folder, "dept.yaml", "another")).findings,
    "W106": lambda _: lost(Path("dept.yaml"), OSError("killed")).findings,
    "W107": lambda _: (Finding("out", Place(1, 1), "", BUSY, {}),),
    "W108": lambda _: (no_port(8123, OSError(98, "Address already in use")),),
    "W301": by_office(docx(), script=None),
    "W302": by_office(docx()),
    "W303": by_office(docx(), ANSWER, a=pdf_of("another text")),
    "W304": by_office(docx(), ANSWER, a=pdf_of(said="正文")),
    "W305": by_office(docx(body("text"), {"word/styles.xml": FONT}), ANSWER, a=pdf_of("text")),
    "S311": _two_of_a_name,
    "S312": lambda folder: _unfit(folder, "departments: nothing\n"),
    "S313": lambda folder: _unfit(folder / "own", "departments: ../others\n"),
    "W103": lambda _: (Finding("dept.yaml", Place(1, 1), "", EXISTS, {}),),
}
"""By code; what a report, a layout or a file can do is done with one."""
