"""Charts: drawn in Word, filled to the last digit, looking as they were drawn; left out with all that is theirs."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from chart_documents import (
    ALTERNATIVE,
    EXTERNAL,
    STYLE_RELATION,
    A,
    C,
    cells,
    changed,
    chart_of,
    drawn,
    guarded,
    member,
    put,
    refer,
    series_of,
    sheet_of,
    shown,
    val,
)
from docx.opc.constants import RELATIONSHIP_TYPE
from openpyxl import load_workbook
from word_documents import FILTERS, document, part, refusal, saved, texts

from perfeval.word.marks import BEGIN, marked
from perfeval.word.sandbox import XmlSandbox
from perfeval.word.template import Template
from perfeval.word.tracing import TracingXml
from tools import structure
from tools.validators import audit, integrity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from lxml import etree

    from perfeval.word.sandbox import Sandboxed

LONG = Decimal("123456789012.123456")
HOSTILE = "甲 & <乙> \"丙\" '丁' ]]>"


def chart(
    values: Mapping[str, Sequence[Decimal | None]], categories: Sequence[str] = ("收入", "支出"), number: int = 1
) -> dict[str, object]:
    """What a report gives for a chart, by the names of its series."""
    series = [{"name": name, "values": list(given)} for name, given in values.items()]
    return {
        "number": number,
        "title": "对比",
        "description": f"图{number} 对比",
        "categories": list(categories),
        "series": series,
    }


TWO = chart({"预算": [Decimal("2024.99"), LONG], "决算": [Decimal("2465.03"), None]})
ONE = chart({"预算": [Decimal(1), Decimal(2)]})
THREE = chart({name: [Decimal(1), Decimal(2)] for name in ("一", "二", "三")})


def compiled(made: Any, folder: Path, names: Collection[str] = ("c",), sandboxed: Sandboxed = XmlSandbox) -> Template:
    return Template.compile(saved(made, folder).read_bytes(), "示范", FILTERS, sandboxed, names)


def filled(drawing: tuple[str, bytes], data: Mapping[str, object], folder: Path) -> bytes:
    """The document of a template with one chart."""
    made = document("正文")
    put(made, "c", *drawing)
    return compiled(made, folder).render({"charts": {"c": data}})


def names_in(docx: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return set(archive.namelist())


class TestFilling:
    @pytest.mark.parametrize("kind", ["column", "bar", "line", "pie", "area", "doughnut", "radar"])
    def test_every_kind_of_chart_shows_the_data_and_nothing_of_the_drawing(self, kind: str, tmp_path: Path) -> None:
        made = filled(drawn(kind, {}), ONE, tmp_path)
        (series,) = series_of(chart_of(made))
        assert [shown(series, what) for what in ("tx", "cat", "val")] == [
            {0: "预算"}, {0: "收入", 1: "支出"}, {0: "1", 1: "2"},
        ]  # fmt: skip
        assert cells(sheet_of(made)) == {"B1": "预算", "A2": "收入", "B2": "1", "A3": "支出", "B3": "2"}
        assert not re.search("旧|700", member(made, "word/charts/chart1.xml").decode() + sheet_of(made))

    def test_numbers_keep_all_their_digits_in_the_drawing_and_in_the_workbook(self, tmp_path: Path) -> None:
        values = [LONG, Decimal("1.50"), Decimal("0.000001"), Decimal("1E+3"), Decimal(0)]
        made = filled(drawn("column", {}), chart({"预算": values}, "甲乙丙丁戊"), tmp_path)
        digits = ["123456789012.123456", "1.50", "0.000001", "1000", "0"]
        assert list(shown(series_of(chart_of(made))[0], "val").values()) == digits
        assert [cells(sheet_of(made))[f"B{row}"] for row in range(2, 7)] == digits

    def test_a_number_that_general_would_round_has_a_format_of_its_own(self, tmp_path: Path) -> None:
        values = [Decimal("57940.242493"), Decimal("26.4"), Decimal(123456789012)]
        made = chart_of(filled(drawn("column", {}), chart({"预算": values}, "甲乙丙"), tmp_path))
        points = list(next(made.iter(f"{C}val")).iter(f"{C}pt"))
        assert [point.get("formatCode") for point in points] == ["0.000000", None, "0"]

    def test_a_format_that_was_chosen_stays(self, tmp_path: Path) -> None:
        xml, book = drawn("column", {})
        xml = xml.replace("<c:formatCode>General<", '<c:formatCode>0.00"万"<')
        made = chart_of(filled((xml, book), chart({"预算": [LONG]}, "甲"), tmp_path))
        assert [code.text for code in made.iter(f"{C}formatCode")] == ['0.00"万"']
        assert [point.get("formatCode") for point in made.iter(f"{C}pt")] == [None, None, None]

    def test_a_value_that_is_not_there_is_a_gap(self, tmp_path: Path) -> None:
        made = filled(drawn(), TWO, tmp_path)
        _, second = series_of(chart_of(made))
        assert shown(second, "val") == {0: "2465.03"}
        assert [count.get("val") for count in second.iter(f"{C}ptCount")] == ["1", "2", "2"]
        assert "C3" not in cells(sheet_of(made))

    def test_names_are_text_whatever_they_hold(self, tmp_path: Path) -> None:
        data = {**chart({HOSTILE: [Decimal(1)]}, [HOSTILE]), "description": HOSTILE}
        made = filled(drawn("column", {}), data, tmp_path)
        (series,) = series_of(chart_of(made))
        assert shown(series, "tx") == shown(series, "cat") == {0: HOSTILE}
        assert next(part(made).iter(ALTERNATIVE)).get("descr") == HOSTILE
        book = load_workbook(io.BytesIO(member(made, "word/embeddings/Microsoft_Excel_Worksheet1.xlsx")))
        assert [cell.value for cell in (book["Sheet1"]["B1"], book["Sheet1"]["A2"])] == [HOSTILE, HOSTILE]

    def test_a_character_that_xml_cannot_hold_is_refused(self, tmp_path: Path) -> None:
        data = chart({"\x01": [Decimal(1)]}, "甲")
        assert refusal(lambda: filled(drawn(), data, tmp_path))[0] == "R115"

    def test_twenty_seven_series_have_their_columns(self, tmp_path: Path) -> None:
        made = filled(drawn(), chart({f"系列{n}": [Decimal(n)] for n in range(27)}, "甲"), tmp_path)
        last = series_of(chart_of(made))[-1]
        assert [found.text for found in last.iter(f"{C}f")] == [
            "Sheet1!$AB$1",
            "Sheet1!$A$2:$A$2",
            "Sheet1!$AB$2:$AB$2",
        ]
        assert cells(sheet_of(made))["AB2"] == "26"

    def test_an_unprefixed_chart_is_filled_too(self, tmp_path: Path) -> None:
        xml, book = drawn("column", {})
        xml = xml.replace("<c:", "<").replace("</c:", "</").replace("xmlns:c=", "xmlns=")
        (series,) = series_of(chart_of(filled((xml, book), ONE, tmp_path)))
        assert shown(series, "val") == {0: "1", 1: "2"}


class TestLooks:
    def test_drawn_series_keep_theirs(self, tmp_path: Path) -> None:
        looks = (
            {"fill": {"color": "#112233"}, "data_labels": {"value": True}},
            {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#112233"}},
        )
        drawing = drawn("column", *looks)
        before, after = drawing[0], member(filled(drawing, TWO, tmp_path), "word/charts/chart1.xml").decode()
        for kept in (
            r"<c:spPr>.*?</c:spPr>",
            r"<c:dLbls>.*?</c:dLbls>",
            r"<c:catAx>.*</c:valAx>",
            r"<c:legend>.*?</c:legend>",
        ):
            assert re.findall(kept, after) == re.findall(kept, before) != []

    def test_fewer_series_leave_no_others(self, tmp_path: Path) -> None:
        made = filled(drawn("column", {}, {}, {}), ONE, tmp_path)
        assert [shown(series, "tx") for series in series_of(chart_of(made))] == [{0: "预算"}]

    @pytest.mark.parametrize(
        ("colour", "accent"),
        [
            ('schemeClr val="accent2"', "accent3"),
            ('schemeClr val="accent6"', "accent1"),
            ('srgbClr val="112233"', "accent3"),
        ],
    )
    def test_more_series_look_like_the_last_in_the_next_colour(self, colour: str, accent: str, tmp_path: Path) -> None:
        xml, book = drawn(
            "line",
            {},
            {
                "line": {"color": "#112233", "width": 3},
                "marker": {"type": "square", "fill": {"color": "#112233"}, "border": {"color": "#445566"}},
            },
        )
        made = chart_of(filled((xml.replace('srgbClr val="112233"', colour), book), THREE, tmp_path))
        _, second, third = series_of(made)
        assert [found.get("val") for found in third.iter(f"{A}schemeClr", f"{A}srgbClr")] == [accent, accent, "445566"]
        assert [found.get("w") for found in third.iter(f"{A}ln")] == [found.get("w") for found in second.iter(f"{A}ln")]
        assert next(third.iter(f"{C}symbol")).get("val") == "square"
        for name in ("idx", "order"):
            assert [val(one, name) for one in series_of(made)] == ["0", "1", "2"]

    def test_a_series_put_in_has_nothing_that_is_the_others_own(self, tmp_path: Path) -> None:
        point = {"fill": {"color": "#112233"}}
        xml, book = drawn("column", {"points": [point]})
        own = '<c:extLst><c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}" xmlns:c16="urn:c16"><c16:uniqueId val="1"/></c:ext></c:extLst></c:ser>'
        made = chart_of(filled((xml.replace("</c:ser>", own), book), TWO, tmp_path))
        first, second = series_of(made)
        assert len(list(first.iter(f"{C}dPt"))) == len(list(first.iter("{urn:c16}uniqueId"))) == 1
        assert list(second.iter(f"{C}dPt", "{urn:c16}uniqueId")) == []

    def test_looks_and_labels_of_points_that_are_not_there_go(self, tmp_path: Path) -> None:
        points = [{"fill": {"color": colour}} for colour in ("#111111", "#222222", "#333333")]
        labels = {"value": True, "custom": [{"font": {"bold": True}}] * 3}
        made = chart_of(filled(drawn("pie", {"points": points, "data_labels": labels}), ONE, tmp_path))
        for kind in ("dPt", "dLbl"):
            assert [val(one, "idx") for one in made.iter(C + kind)] == ["0", "1"]

    def test_combined_plots_take_the_series_in_order(self, tmp_path: Path) -> None:
        made = chart_of(filled(drawn("column", {}, line=[{}]), TWO, tmp_path))
        held = {
            plot: [shown(one, "tx")[0] for one in made.iterfind(f".//{C}{plot}/{C}ser")]
            for plot in ("barChart", "lineChart")
        }
        assert held == {"barChart": ["预算"], "lineChart": ["决算"]}

    def test_a_plot_without_series_goes_with_its_axes(self, tmp_path: Path) -> None:
        made = chart_of(filled(drawn("column", {}, line=[{"y2_axis": True}]), ONE, tmp_path))
        assert list(made.iter(f"{C}lineChart")) == []
        axes = [val(axis, "axId") for axis in made.iter(f"{C}catAx", f"{C}valAx")]
        assert axes == [axis.get("val") for axis in made.iterfind(f".//{C}barChart/{C}axId")]
        assert len(axes) == 2

    def test_series_that_word_keeps_hidden_do_not_stay(self, tmp_path: Path) -> None:
        xml, book = drawn("column", {})
        hidden = '<c:extLst><c:ext uri="{02D57815}" xmlns:c15="urn:c15"><c15:filteredBarSeries><c15:ser><c:idx val="9"/>旧</c15:ser></c15:filteredBarSeries></c:ext></c:extLst></c:barChart>'
        made = member(filled((xml.replace("</c:barChart>", hidden), book), ONE, tmp_path), "word/charts/chart1.xml")
        assert b"c15:ser" not in made
        assert b"filteredBarSeries" not in made


class TestPackage:
    def two_charts(self) -> Any:
        made = document("正文")
        guarded(made, "a", *drawn(), number=1)
        guarded(made, "b", *drawn("pie", {}), number=2)
        return made

    @pytest.mark.parametrize("left", ["", "a", "b", "ab"])
    def test_a_chart_left_out_takes_all_that_is_its_own_along(self, left: str, tmp_path: Path) -> None:
        template = compiled(self.two_charts(), tmp_path, "ab")
        path = tmp_path / "made.docx"
        path.write_bytes(template.render({"charts": {name: None if name in left else TWO for name in "ab"}}))
        assert structure.faults(path) == []
        assert [
            said for said in integrity(path) if "INFO" not in said
        ] == []  # a chart's style is related to and not named
        own = {"a": "1", "b": "2"}
        found = {
            name: [
                one
                for one in names_in(path.read_bytes())
                if re.search(rf"/(chart|style|Microsoft_Excel_Worksheet){own[name]}\.", one)
            ]
            for name in "ab"
        }
        assert {name: len(parts) for name, parts in found.items()} == {name: 0 if name in left else 4 for name in "ab"}
        lists = member(path.read_bytes(), "[Content_Types].xml") + member(
            path.read_bytes(), "word/_rels/document.xml.rels"
        )
        assert [name for name in "ab" if f"charts/chart{own[name]}.xml".encode() in lists] == [
            name for name in "ab" if name not in left
        ]

    def test_what_others_lead_to_stays(self, tmp_path: Path) -> None:
        made = self.two_charts()
        parts = {str(one.partname): one for one in made.part.package.iter_parts()}
        parts["/word/charts/chart1.xml"].relate_to(parts["/word/styles.xml"], RELATIONSHIP_TYPE.STYLES)
        parts["/word/charts/chart1.xml"].relate_to(parts["/word/charts/style2.xml"], STYLE_RELATION)
        out = compiled(made, tmp_path, "ab").render({"charts": {"a": None, "b": TWO}})
        assert {"word/styles.xml", "word/charts/style2.xml"} <= names_in(out)
        assert b"/word/styles.xml" in member(out, "[Content_Types].xml")
        assert "word/charts/style1.xml" not in names_in(out)

    def test_the_order_of_the_members_stays(self, tmp_path: Path) -> None:
        template = compiled(self.two_charts(), tmp_path, "ab")
        with zipfile.ZipFile(io.BytesIO(template.render({"charts": {"a": TWO, "b": None}}))) as archive:
            assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
            assert archive.namelist()[2:] == sorted(archive.namelist()[2:])

    def test_word_would_find_nothing_to_mend(self, tmp_path: Path) -> None:
        made = document("正文")
        put(made, "c", *drawn("column", {"data_labels": {"value": True}}, line=[{"y2_axis": True}]))
        path = tmp_path / "made.docx"
        path.write_bytes(compiled(made, tmp_path).render({"charts": {"c": {**THREE, "description": HOSTILE}}}))
        assert [fault for fault in audit(path) if "chart1" in fault or "Worksheet" in fault] == []
        assert structure.faults(path) == []

    def test_the_same_data_give_the_same_bytes(self, tmp_path: Path) -> None:
        first, second = (compiled(self.two_charts(), tmp_path, "ab") for _ in range(2))
        context = {"charts": {"a": TWO, "b": None}}
        assert first.render(context) == first.render(context) == second.render(context)

    def test_one_report_leaves_nothing_for_the_next(self, tmp_path: Path) -> None:
        template = compiled(self.two_charts(), tmp_path, "ab")
        alone = template.render({"charts": {"a": ONE, "b": ONE}})
        template.render({"charts": {"a": TWO, "b": None}})
        assert template.render({"charts": {"a": ONE, "b": ONE}}) == alone

    def test_a_chart_of_another_name_stays_as_it_is(self, tmp_path: Path) -> None:
        xml, book = drawn()
        made = document("正文")
        put(made, "组织结构图", xml, book)
        out = compiled(made, tmp_path).render({"charts": {"c": TWO}})
        assert member(out, "word/charts/chart1.xml") == xml.encode()
        assert member(out, "word/embeddings/Microsoft_Excel_Worksheet1.xlsx") == book
        assert next(part(out).iter(ALTERNATIVE)).get("descr") == "组织结构图"

    def test_a_template_without_the_chart_is_rendered(self, tmp_path: Path) -> None:
        assert texts(compiled(document("正文"), tmp_path).render({"charts": {"c": TWO}})) == ["正文"]

    @pytest.mark.unsound_template("a chart without its workbook")
    def test_a_chart_without_a_workbook_is_filled(self, tmp_path: Path) -> None:
        xml, _ = drawn("column", {})
        made = document("正文")
        put(made, "c", xml.replace(EXTERNAL, "</c:chartSpace>"), b"")
        chart_part = next(one for one in made.part.package.iter_parts() if one.partname == "/word/charts/chart1.xml")
        chart_part.rels.pop("rId1")
        out = compiled(made, tmp_path).render({"charts": {"c": ONE}})
        assert shown(series_of(chart_of(out))[0], "val") == {0: "1", 1: "2"}
        assert not [name for name in names_in(out) if name.endswith(".xlsx")]

    def test_a_trace_leaves_no_mark_in_what_no_comment_can_be_on(self, tmp_path: Path) -> None:
        made = document("{{ charts.c.title }}")
        put(made, "c", *drawn())
        traced = compiled(made, tmp_path, sandboxed=TracingXml).render(
            {"charts": {"c": {**TWO, "title": marked("对比", (0,))}}}
        )
        assert BEGIN in texts(traced)[0]
        assert next(part(traced).iter(ALTERNATIVE)).get("descr") == TWO["description"]
        assert shown(series_of(chart_of(traced))[1], "val") == {0: "2465.03"}


def broken(change: Any, kind: str = "column") -> tuple[str, bytes]:
    xml, book = drawn(kind)
    return changed(xml, change), book


def removed(path: str) -> Any:
    def change(root: etree._Element) -> None:
        for one in root.findall(path):
            one.getparent().remove(one)  # type: ignore[union-attr]

    return change


class TestFaults:
    @pytest.mark.parametrize(
        ("drawing", "said"),
        [
            (lambda: broken(removed(f".//{C}ser")), "图里没有画系列"),
            (lambda: broken(removed(f".//{C}plotArea")), "图里没有画系列"),
            (lambda: broken(removed(f".//{C}idx")), "ser 缺少 idx"),
            (lambda: broken(removed(f".//{C}order")), "ser 缺少 order"),
            (lambda: broken(lambda root: root.find(f".//{C}idx").set("val", "一")), "idx（一）不是编号"),
            (lambda: broken(removed(f".//{C}catAx/{C}axId")), "catAx 缺少 axId"),
            (lambda: drawn("scatter"), "散点图、气泡图没有分类"),
            (lambda: ("<x/>", b""), "它不是图表"),
        ],
    )  # fmt: skip
    def test_a_chart_that_cannot_be_filled_is_told(self, drawing: Any, said: str, tmp_path: Path) -> None:
        code, zh, en = refusal(lambda: filled(drawing(), ONE, tmp_path))
        assert code == "R131"
        assert zh == f"版式“示范”的模板里画的图“c”无法填写数据：{said}"
        assert en.startswith("layout “示范”: chart “c” in the template cannot be filled: ")

    def test_a_chart_whose_part_is_missing_is_told(self, tmp_path: Path) -> None:
        made = document("正文")
        refer(made, "c", "rId99")
        assert refusal(lambda: compiled(made, tmp_path))[:2] == (
            "R131", "版式“示范”的模板里画的图“c”无法填写数据：找不到它的图表部件",
        )  # fmt: skip

    def test_a_chart_part_that_is_no_xml_is_told(self, tmp_path: Path) -> None:
        made = document("正文")
        put(made, "c", "<c:chartSpace", b"", part="chart.dat")
        code, zh, _ = refusal(lambda: compiled(made, tmp_path))
        assert code == "R107"
        assert zh.startswith("版式“示范”的部件 word/charts/chart.dat 内容不合规：")

    def test_data_that_are_no_xlsx_are_told(self, tmp_path: Path) -> None:
        made = document("正文")
        put(made, "c", *drawn(), suffix="xlsb")
        assert refusal(lambda: compiled(made, tmp_path))[1].endswith("它嵌入的数据不是 .xlsx 工作簿")

    def test_two_charts_with_one_part_are_told(self, tmp_path: Path) -> None:
        made = document("正文")
        put(made, "a", *drawn())
        (relation,) = [one.rId for one in made.part.rels.values() if one.reltype.endswith("/chart")]
        refer(made, "b", relation)
        code, zh, _ = refusal(lambda: compiled(made, tmp_path, "ab"))
        assert (code, zh) == ("R131", "版式“示范”的模板里画的图“b”无法填写数据：它与另一幅图共用一份数据")

    def test_a_chart_drawn_twice_is_told_with_its_place(self, tmp_path: Path) -> None:
        made = document("正文")
        put(made, "c", *drawn(), number=1)
        put(made, "c", *drawn(), number=2)
        assert refusal(lambda: compiled(made, tmp_path)) == (
            "R132",
            "版式“示范”的正文第 3 段（“”）：图“c”在模板里画了不止一次",
            "layout “示范”, body, paragraph 3 (“”): chart “c” is drawn more than once",
        )

    def test_a_chart_in_a_loop_is_told_with_the_loop(self, tmp_path: Path) -> None:
        made = document("{%p for row in rows %}")
        put(made, "c", *drawn())
        made.add_paragraph("{%p endfor %}")
        code, zh, _ = refusal(lambda: compiled(made, tmp_path))
        assert code == "R133"
        assert "标记 {%p for row in rows %} 的循环里画了图" in zh

    def test_a_chart_that_is_not_left_out_though_it_has_nothing_to_show_is_told(self, tmp_path: Path) -> None:
        made = document("正文")
        put(made, "c", *drawn())
        code, zh, _ = refusal(lambda: compiled(made, tmp_path).render({"charts": {"c": None}}))
        assert (code, zh) == ("R134", "图“c”没有数据可画，模板里却没有说明没有数据时省去")
