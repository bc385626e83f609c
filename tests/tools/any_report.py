"""Hypothesis strategies for any report that the schema and the rules allow, and its YAML."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from perfeval.diagnostic import Result
from perfeval.layouts import names, read_layout

Data = dict[str, Any]

SIGNS = "，。、；：（）《》〔〕“”—…·～%&<>\"'#*_|\\`~!?@$^+-=/.,:;()[] "
UNSEEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029\x85\x7f"
CHARACTERS = st.one_of(
    st.sampled_from("部门整体支出绩效自评报告道路工程项目甲乙丙丁龘𠮷"),
    st.sampled_from(SIGNS + "{}"),
    st.sampled_from("aZ09éß"),
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters=UNSEEN),
)


def text(longest: int) -> st.SearchStrategy[str]:
    """Words with at least one hanzi, in a field that shows them as they are."""
    return st.text(CHARACTERS, max_size=longest - 1).map(lambda tail: f"某{tail}")


WORDS = st.text(st.sampled_from("部门整体支出绩效自评报告道路工程，。、；“”%&<>（）·"), min_size=1, max_size=60)
"""Words of a sentence: without what Markdown takes for markup."""

BLOCKS = st.one_of(
    WORDS.map(lambda words: f"文{words}"),
    WORDS.map(lambda words: f"**{words}字**其后"),
    st.lists(WORDS, min_size=1, max_size=4).map(lambda items: "\n".join(f"- 项{item}" for item in items)),
    st.lists(WORDS, min_size=1, max_size=4).map(
        lambda items: "\n".join(f"{number}. 条{item}" for number, item in enumerate(items, 1))
    ),
    st.just("| 名称 | 数量 |\n|---|---|\n| 甲 & 乙 | 3 |\n| <丙> | |"),
)
PROSE = st.lists(BLOCKS, min_size=1, max_size=4).map("\n\n".join)

MONEY = st.one_of(
    st.just(Decimal(0)),
    st.integers(0, 10**15).map(lambda fen: Decimal(fen).scaleb(-6)),
    st.integers(0, 10**7).map(lambda yuan: Decimal(yuan).scaleb(-2)),
)
MARK = st.sampled_from(("无", "—"))
COUNT = st.integers(0, 9999)
SCORE = st.integers(0, 10000).map(lambda points: Decimal(points).scaleb(-2))
SOURCE = st.sampled_from(("central", "provincial", "municipal", "local"))


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """One of the fields or more."""
    return st.fixed_dictionaries({}, optional=fields).filter(bool)


@st.composite
def spending(draw: st.DrawFn) -> Data:
    """Budget, received (or not) and executed, in order; or marks in their place."""
    executed, received, budget = sorted(draw(st.tuples(MONEY, MONEY, MONEY)))
    row: Data = {"budget": budget, "received": received, "executed": executed}
    for key in draw(st.sets(st.sampled_from(list(row)), max_size=1)):
        row[key] = draw(MARK)
    if draw(st.booleans()):
        del row["received"]
    return row


@st.composite
def own_form(draw: st.DrawFn, row: Data) -> Data:
    """What a project's own form says beside: all its funds of one kind, its goal and its indicators."""
    kind = draw(st.sampled_from(("appropriation", "carry_over", "other")))
    words = st.fixed_dictionaries({}, optional={"implementing_unit": text(30), "goal": PROSE, "result": PROSE})
    return {
        **draw(words),
        "initial": row["budget"],
        "funds": {kind: {"initial": row["budget"], "budget": row["budget"], "executed": row["executed"]}},
        "indicators": draw(indicators()),
    }


@st.composite
def projects(draw: st.DrawFn) -> list[Data]:
    """1 to 80 projects; every tenth list is a long one."""
    number = draw(st.one_of(*[st.integers(1, 6)] * 9, st.integers(7, 80)))
    rows = []
    for _ in range(number):
        row = {"name": draw(text(40)), **draw(spending())}
        row |= draw(st.fixed_dictionaries({}, optional={"score": SCORE | MARK, "result_use": text(20)}))
        if draw(st.integers(1, 4)) == 1:
            row |= draw(own_form(row))
            row.pop("score", None)
        rows.append(row)
    rows[-1]["name"] = draw(text(300))
    return rows


@st.composite
def indicators(draw: st.DrawFn) -> list[Data]:
    """Categories, groups and indicators, a hundred points in all."""
    cuts = sorted(draw(st.sets(st.integers(1, 99), max_size=12)))
    weights = [end - start for start, end in zip([0, *cuts], [*cuts, 100], strict=True)]
    categories: list[Data] = []
    for weight in weights:
        item = {"name": draw(text(40)), "weight": weight, "score": draw(st.integers(0, weight))}
        item |= draw(st.fixed_dictionaries({}, optional={"criterion": text(60), "reason": WORDS}))
        if not categories or draw(st.booleans()):
            categories.append({"name": draw(text(20)), "groups": []})
        if not categories[-1]["groups"] or draw(st.booleans()):
            categories[-1]["groups"].append({"name": draw(text(20)), "items": []})
        categories[-1]["groups"][-1]["items"].append(item)
    return categories


SIDE = st.fixed_dictionaries(
    {"initial": MONEY}, optional={"adjusted": MONEY, "final": MONEY, "previous": MONEY, "reason": WORDS}
)
EXPENSE = some(budget=MONEY, final=MONEY, previous=MONEY)
SECTIONS: Mapping[str, st.SearchStrategy[Any]] = {
    "attachment": st.integers(1, 99),
    "basis": st.lists(st.fixed_dictionaries({"title": WORDS}, optional={"number": WORDS}), min_size=1, max_size=3),
    "duties": some(
        text=PROSE, themes=st.lists(st.fixed_dictionaries({"title": text(30), "text": PROSE}), min_size=1, max_size=3)
    ),
    "staff": some(in_post=COUNT, retired=COUNT, veteran_retired=COUNT, text=PROSE),
    "assets": some(total=st.fixed_dictionaries({"value": MONEY}), liabilities=st.fixed_dictionaries({"value": MONEY})),
    "budget": some(revenue=SIDE, expenditure=SIDE),
    "official_expenses": some(
        travel_abroad=EXPENSE, vehicle_purchase=EXPENSE, vehicle_operation=EXPENSE, reception=EXPENSE, text=PROSE
    ),
    "goals": some(
        overall=PROSE, items=st.lists(st.fixed_dictionaries({"title": text(30), "goal": PROSE}), min_size=1, max_size=3)
    ),
    "results": PROSE,
    "conclusion": PROSE,
    "problems": st.lists(PROSE, min_size=1, max_size=3),
    "measures": st.lists(PROSE, min_size=1, max_size=3),
}


@st.composite
def reports(draw: st.DrawFn, *layouts: str) -> Data:
    """A whole report in one of the layouts; in any, where none is named."""
    layout = draw(st.sampled_from(layouts or names()))
    found = read_layout(layout, Path())
    assert isinstance(found, Result)
    assert found.value is not None
    needs = found.value.wording.requires
    report: Data = {
        "layout": layout, "standard": "shijiazhuang", "year": draw(st.integers(2000, 2100)),
        "department": {"name": draw(text(40))}, "missing_score": draw(st.sampled_from(("zero", "skip"))),
    }  # fmt: skip
    report |= draw(st.fixed_dictionaries({}, optional=dict(SECTIONS)))
    if "projects" in needs or draw(st.booleans()):
        report["projects"] = draw(projects())
    if "indicators" in needs or draw(st.booleans()):
        report["indicators"] = draw(indicators())
    if "projects" not in report and draw(st.booleans()):
        sources = draw(st.sets(SOURCE, min_size=1))
        report["funds"] = [{"source": source, **draw(spending())} for source in sorted(sources)]
    return report


def as_yaml(data: object) -> str:
    """The data in YAML's flow style, numbers as they are."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(as_yaml, data)) + "]"
    return f"{data:f}" if isinstance(data, Decimal) else json.dumps(data, ensure_ascii=False)
