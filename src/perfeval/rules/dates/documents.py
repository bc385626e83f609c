"""Documents relied on: numbers as the standard of official documents has them, each listed once, none from later."""

import re
from collections.abc import Iterator
from itertools import islice

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.model import Document, Prose
from perfeval.rules.dates.days import days_of
from perfeval.rules.rule import Violation, rule

_NUMBER = re.compile(r"[\[［(（【](?:19|20)[0-9]{2}[\]］)）】]\s*第?[0-9]{1,5}\s*号(?![楼线院门地车机路])")
_SIGN = re.compile(r"[\u4e00-\u9fff]{1,4}$")
_YEAR = re.compile(r"[〔\[［(（【]((?:19|20)[0-9]{2})[〕\]］)）】]")
_MALFORMED = re.compile(r"〔(?=[^〕]*[0-9])(?!(?:19|20)[0-9]{2}〕)|〕\s*(?:第|0)|〕[^号]*$")
_BLANKS = re.compile(r"\s+|[《》“”]")

_BRACKETS_WHY = Text(
    "GB/T 9704-2012 规定发文字号的年份用六角括号〔〕括起",
    "GB/T 9704-2012 puts the year of a document number into the brackets 〔〕",
)


@rule(
    "K711",
    Severity.NOTE,
    what=Text("文号“{number}”的年份没有用〔〕括起", "the year of document number “{number}” does not stand in 〔〕"),
    why=_BRACKETS_WHY,
    cure=Text("写作“{better}”", "write “{better}”"),
    formula=Text("依据文件和正文中的文号，年份用〔〕", "in the list and in prose a number's year stands in 〔〕"),
    passes="basis: [{title: 预算绩效管理办法, number: 示发〔2020〕5号}]",
    fails="basis: [{title: 预算绩效管理办法, number: 示发(2020)5号}]",
)
def document_number_has_its_brackets(facts: Facts) -> Iterator[Violation]:
    for pointer, text in facts.given:
        if pointer[0] == "basis" or isinstance(text, Prose):
            for offset, number in _without_brackets(str(text)):
                yield Violation(pointer, {"number": number, "better": _bracketed(number)}, offset=offset)


def _without_brackets(text: str) -> Iterator[tuple[int, str]]:
    """Each document number in a text whose year is not in 〔〕, and where it begins."""
    if "号" not in text:
        return
    for match in _NUMBER.finditer(text):
        sign = _SIGN.search(text, max(0, match.start() - 4), match.start())
        if sign is not None:
            yield sign.start(), text[sign.start() : match.end()]


def _bracketed(number: str) -> str:
    return re.sub(r"[\[［(（【]([0-9]{4})[\]］)）】]\s*", r"〔\1〕", number)


@rule(
    "K712",
    Severity.NOTE,
    what=Text(
        "{count} 个项目名称中的文号没有用〔〕，如第 {row} 个的“{number}”",
        "document numbers without 〔〕 in names of projects: {count}, such as “{number}” in number {row}",
    ),
    why=_BRACKETS_WHY,
    cure=Text(
        "项目名称以批复的为准；批复用的是〔〕的，照批复改正",
        "the name is the one that was approved; if that has 〔〕, correct it here",
    ),
    formula=Text("项目名称中的文号，年份用〔〕", "in the names of projects a number's year stands in 〔〕"),
    passes="projects: [{name: 示财〔2025〕5号维修资金, budget: 10, executed: 10, score: 90}]",
    fails='projects: [{name: "示财[2025]5号维修资金", budget: 10, executed: 10, score: 90}]',
)
def project_names_have_their_brackets(facts: Facts) -> Iterator[Violation]:
    """One finding for all: names are facts that others approved, and are seldom changed."""
    found = [
        (row, *numbered)
        for row, project in enumerate(facts.report.projects)
        for numbered in islice(_without_brackets(project.name), 1)
    ]
    for row, offset, number in found[:1]:
        arguments = {"count": str(len(found)), "row": str(row + 1), "number": number}
        yield Violation(("projects", row, "name"), arguments, offset=offset)


@rule(
    "K713",
    Severity.WARNING,
    what=Text("依据文件“{title}”与第 {first} 个重复", "document “{title}” repeats number {first} of the list"),
    why=Text("引言里同一文件会写两遍", "the introduction would name one document twice"),
    cure=Text(
        "删去一个；若是两份文件，改正文号或标题", "drop one; if there are two documents, correct number or title"
    ),
    formula=Text("依据文件的文号、标题互不相同", "no two documents share their number or their title"),
    passes="basis: [{title: 绩效管理办法, number: 示发〔2020〕5号}, {title: 自评通知, number: 示财〔2026〕3号}]",
    fails="basis: [{title: 绩效管理办法, number: 示发〔2020〕5号}, {title: 绩效管理办法, number: 示发〔2020〕5号}]",
)
def no_document_is_listed_twice(facts: Facts) -> Iterator[Violation]:
    basis = facts.report.basis
    for index, document in enumerate(basis):
        first = next((at for at, other in enumerate(basis[:index], 1) if _is_the_same(document, other)), None)
        if first is not None:
            yield Violation(("basis", index, "title"), {"title": document.title, "first": str(first)})


def _is_the_same(document: Document, other: Document) -> bool:
    """By number where both have one: notices of different years share their title."""
    if document.number is not None and other.number is not None:
        return _BLANKS.sub("", document.number) == _BLANKS.sub("", other.number)
    return _BLANKS.sub("", document.title) == _BLANKS.sub("", other.title) and document.issuers == other.issuers


@rule(
    "K714",
    Severity.WARNING,
    what=Text(
        "依据文件“{number}”是 {year} 年的，自评在 {last} 年",
        "document “{number}” is of {year}, the evaluation of {last}",
    ),
    why=Text("自评不能依据还没有印发的文件", "nothing can rely on a document not yet issued"),
    cure=Text("核对文号的年份或报告年度", "check the year in the number, or the report's year"),
    formula=Text("文号的年份 ≤ 自评的年份", "year of the document ≤ year of the evaluation"),
    passes="basis: [{title: 自评通知, number: 示财〔2026〕3号}]",
    fails="basis: [{title: 自评通知, number: 示财〔2027〕3号}]",
)
def documents_are_not_from_later(facts: Facts) -> Iterator[Violation]:
    last = max((day.year for _, day in days_of(facts.report.evaluation)), default=facts.report.year + 1)
    for index, document in enumerate(facts.report.basis):
        match = _YEAR.search(document.number or "")
        if match is not None and int(match[1]) > last:
            arguments = {"number": str(document.number), "year": match[1], "last": str(last)}
            yield Violation(("basis", index, "number"), arguments)


@rule(
    "K715",
    Severity.NOTE,
    what=Text("文号“{number}”不合规范", "document number “{number}” is not as the standard has it"),
    why=Text(
        "GB/T 9704-2012：年份写全四位，序号不加“第”、不编虚位（1 不写成 01）",
        "GB/T 9704-2012: a year of four digits, a number without 第 and without leading zeros",
    ),
    cure=Text("写成“示发〔2019〕5号”的样子", "write it like 示发〔2019〕5号"),
    formula=Text("文号 = 发文机关代字〔四位年份〕序号号", "number = issuer's sign 〔year of four digits〕 serial 号"),
    passes="basis: [{title: 绩效管理办法, number: 示发〔2020〕5号}]",
    fails="basis: [{title: 绩效管理办法, number: 示发〔20〕5号}]",
)
def document_number_is_well_formed(facts: Facts) -> Iterator[Violation]:
    for index, document in enumerate(facts.report.basis):
        if document.number is not None and _MALFORMED.search(document.number):
            yield Violation(("basis", index, "number"), {"number": document.number})


RULES = (
    document_number_has_its_brackets,
    project_names_have_their_brackets,
    no_document_is_listed_twice,
    documents_are_not_from_later,
    document_number_is_well_formed,
)
