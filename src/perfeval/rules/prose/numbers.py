"""Numbers in prose: each is what the data say, or is told with what it should be and the tag that keeps it right."""

from collections.abc import Iterator

from perfeval.audit import Verdict, audit
from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts
from perfeval.rules.rule import Violation, rule

_WHY = Text(
    "正文和数据是同一件事，两个数只能有一个对；手写的数在数据改动后不会跟着改",
    "prose and data tell the same thing and cannot differ; a typed number does not follow when the data change",
)
_CURE = Text(
    "核对后改为“{new}”；写成 {tag} 则由程序填写，始终一致",
    "check, then write “{new}”; {tag} in its place is filled in for you and always agrees",
)
_FUNDS = "funds: [{source: local, budget: 512.34, received: 512.34, executed: 512.34}]\n"


def _told(facts: Facts, verdict: Verdict) -> Iterator[Violation]:
    """The doubts of one kind, with the words that their message needs."""
    for doubt in audit(facts):
        if doubt.verdict is verdict:
            arguments: Arguments = {"old": doubt.old, "new": doubt.new, "tag": doubt.tag, "label": ""}
            if doubt.meant is not None:
                arguments = {**arguments, "label": doubt.meant.label}
            yield Violation(doubt.pointer, arguments, offset=doubt.offset)


@rule(
    "K602",
    Severity.WARNING,
    what=Text("文中写“{old}”，与{label}“{new}”只差一点", "the text says “{old}”, nearly {label}, which is “{new}”"),
    why=_WHY,
    cure=_CURE,
    formula=Text("文中与数据相近的数 = 数据", "a number in prose that is near the data = data"),
    passes=_FUNDS + "conclusion: 全年预算512.34万元。",
    fails=_FUNDS + "conclusion: 全年预算512.36万元。",
)
def number_in_prose_is_not_nearly_right(facts: Facts) -> Iterator[Violation]:
    return _told(facts, Verdict.NEAR)


@rule(
    "K603",
    Severity.WARNING,
    what=Text(
        "文中写“{old}”，{label}是“{new}”，相邻两位数字颠倒了",
        "the text says “{old}”, {label} is “{new}”: two digits have changed places",
    ),
    why=_WHY,
    cure=_CURE,
    formula=Text("文中各位数字的次序 = 数据的次序", "order of the digits in prose = that in the data"),
    passes=_FUNDS + "conclusion: 全年预算512.34万元。",
    fails=_FUNDS + "conclusion: 全年预算512.43万元。",
)
def digits_in_prose_are_in_order(facts: Facts) -> Iterator[Violation]:
    return _told(facts, Verdict.SWAPPED)


@rule(
    "K604",
    Severity.WARNING,
    what=Text(
        "文中写“{old}”，{label}是“{new}”，单位相差万倍",
        "the text says “{old}”, {label} is “{new}”: the unit is wrong",
    ),
    why=Text("元与万元混用，金额就差一万倍", "元 taken for 万元 makes an amount ten thousand times too large or small"),
    cure=_CURE,
    formula=Text("文中金额的单位 = 数据的单位", "unit of an amount in prose = that of the data"),
    passes=_FUNDS + "conclusion: 全年预算5123400元。",
    fails=_FUNDS + "conclusion: 全年预算5123400万元。",
)
def unit_in_prose_is_right(facts: Facts) -> Iterator[Violation]:
    return _told(facts, Verdict.UNIT)


@rule(
    "K605",
    Severity.WARNING,
    what=Text("文中写“{old}”，这是上年的数，{label}是“{new}”", "“{old}” is last year's; {label} is “{new}”"),
    why=Text("多半是上一年的文稿没有改全", "most likely last year's text was not brought up to date"),
    cure=Text(
        "改为“{new}”或写成 {tag}；确指上年，写明“上年”",
        "write “{new}” or {tag}; where last year is meant, say so",
    ),
    formula=Text("不作比较的数 ≠ 上年数", "what is not compared ≠ last year's value"),
    passes="assets: {total: {value: 500, previous: 480}}\nconclusion: 资产总额500万元，上年480万元。",
    fails="assets: {total: {value: 500, previous: 480}}\nconclusion: 资产总额480万元。",
)
def number_in_prose_is_this_years(facts: Facts) -> Iterator[Violation]:
    return _told(facts, Verdict.LAST_YEAR)


@rule(
    "K606",
    Severity.WARNING,
    what=Text(
        "文中写“{old}”，所说的{label}是“{new}”", "the text says “{old}”; {label}, of which it speaks, is “{new}”"
    ),
    why=_WHY,
    cure=_CURE,
    formula=Text("文中指明的数据项 = 它的值", "a figure named in prose = its value"),
    passes=_FUNDS + "conclusion: 预算执行率为100%。",
    fails=_FUNDS + "conclusion: 预算执行率为75%。",
)
def figure_named_in_prose_has_its_value(facts: Facts) -> Iterator[Violation]:
    return _told(facts, Verdict.LABELLED)


@rule(
    "K607",
    Severity.NOTE,
    what=Text("文中的“{old}”在数据中没有出处", "nothing in the data backs “{old}”"),
    why=Text("说不出来历的数经不起复核", "a number without a source does not stand a review"),
    cure=Text("核对出处；数据里有的，改为引用", "find its source; where the data have it, name it"),
    formula=Text("文中金额和比率出自数据", "amounts and rates in prose come from the data"),
    passes=_FUNDS + "conclusion: 投入512.34万元。",
    fails=_FUNDS + "conclusion: 投入98.7万元。",
    on_request=True,
)
def number_in_prose_has_a_source(facts: Facts) -> Iterator[Violation]:
    return _told(facts, Verdict.UNBACKED)


@rule(
    "K608",
    Severity.WARNING,
    what=Text("大写金额“{old}”与{other}不符", "“{old}” disagrees with {other}"),
    why=Text("大写与小写必须一致", "an amount in words and in digits must be the same"),
    cure=Text(
        "核对金额，大写由程序写出，如 {{{{ funds.budget | capital }}}}{hint}",
        "check the amount and have it written out, such as by {{{{ funds.budget | capital }}}}{hint}",
    ),
    formula=Text("大写 = 小写", "in words = in digits"),
    passes=_FUNDS + "conclusion: 全年预算512.34万元（人民币伍佰壹拾贰万叁仟肆佰元整）。",
    fails=_FUNDS + "conclusion: 全年预算512.34万元（人民币伍佰壹拾贰万叁仟元整）。",
)
def amount_in_capitals_is_right(facts: Facts) -> Iterator[Violation]:
    for doubt in audit(facts):
        if doubt.verdict is Verdict.CAPITALS:
            hint, other = Text("", ""), Text(f"旁边的“{doubt.beside}”", f"“{doubt.beside}” beside it")
            if doubt.meant is not None:
                should = f"“{doubt.new}”（{doubt.tag}）"
                label = doubt.meant.label
                hint = Text(f"；{label.zh}是{should}", f"; {label.en} is {should}")
                if not doubt.beside:
                    amount = f"“{doubt.meant.printed}万元”"
                    other = Text(f"{label.zh}{amount}", f"{label.en}, {amount}")
            yield Violation(doubt.pointer, {"old": doubt.old, "other": other, "hint": hint}, offset=doubt.offset)


RULES = (
    number_in_prose_is_not_nearly_right,
    digits_in_prose_are_in_order,
    unit_in_prose_is_right,
    number_in_prose_is_this_years,
    figure_named_in_prose_has_its_value,
    number_in_prose_has_a_source,
    amount_in_capitals_is_right,
)
