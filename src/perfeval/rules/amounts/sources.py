"""Projects and their funds beside each other: every project once, every source as much as its projects."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from perfeval.diagnostic import Arguments, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.figure import known, sum_of
from perfeval.figures.funds import FundRow
from perfeval.model import FundSource, Project
from perfeval.printing import plain, source_name
from perfeval.rules.amounts.rows import FIELDS
from perfeval.rules.rule import Violation, rule
from perfeval.rules.tally import Tally, tail

_ALL = Text("全部资金", "all funds")
_PROJECTS = Text("相应的项目合计", "its projects together")


def by_source(facts: Facts) -> Iterator[tuple[Text, Text, Tally]]:
    """For each source, of each of its amounts: the source, the amount, and both sums of it."""
    funds, projects = facts.report.funds, facts.report.projects
    if not funds or not projects:
        return
    sources: list[FundSource | None] = [*FundSource]
    if any(project.source is None for project in projects):
        sources = [None]  # not every project says where its money is from: only all of it can be compared
    for source in sources:
        named = _ALL if source is None else Text(source_name(source), source)
        places = [index for index, fund in enumerate(funds) if source in {None, fund.source}]
        listed = [funds[index] for index in places]
        rows = [project for project in projects if source in {None, project.source}]
        for field, amount in FIELDS.items():
            given, derived = _sum(field, listed), _sum(field, rows)
            if given is not None and derived is not None:
                pointer: Pointer = ("funds", places[0], field) if len(places) == 1 else ("funds",)
                name = Text(f"{named.zh}的{amount.zh}", f"{named.en}: {amount.en}")
                yield (
                    named,
                    amount,
                    Tally(pointer, name, _PROJECTS, given, derived, tail(_numbers(field, [*listed, *rows]))),
                )


def _sum(field: str, rows: Sequence[FundRow]) -> Decimal | None:
    return sum_of(getattr(row, field) for row in rows)


def _numbers(field: str, rows: Sequence[FundRow]) -> list[Decimal]:
    return [number for row in rows if (number := known(getattr(row, field))) is not None]


@rule(
    "K303",
    Severity.ERROR,
    what=Text(
        "{source}的{field}填报为 {given} 万元，相应的项目合计 {derived} 万元，相差 {gap} 万元",
        "{source}: {field} is given as {given}; its projects add up to {derived}, {gap} apart",
    ),
    why=Text(
        "同一笔资金按来源和按项目两处列示，必须相等",
        "the same money is shown by source and by project: both must agree",
    ),
    cure=Text(
        "删去 funds 由项目汇总，或改正写错的数",
        "leave `funds` out and let the projects add up, or correct the wrong number",
    ),
    formula=Text("各来源的资金 = Σ 该来源的项目", "funds of a source = Σ its projects"),
    passes="""\
funds: [{source: local, budget: 120, executed: 110}]
projects: [{name: 维护费, source: local, budget: 120, executed: 110, score: 90}]""",
    fails="""\
funds: [{source: local, budget: 210, executed: 110}]
projects: [{name: 维护费, source: local, budget: 120, executed: 110, score: 90}]""",
)
def funds_agree_with_projects(facts: Facts) -> Iterator[Violation]:
    for source, field, tally in by_source(facts):
        if tally.is_wrong:
            arguments: Arguments = {
                "source": source, "field": field,
                "given": plain(tally.given), "derived": plain(tally.derived), "gap": plain(tally.gap),
            }  # fmt: skip
            yield Violation(tally.pointer, arguments)


@rule(
    "K307",
    Severity.WARNING,
    what=Text(
        "有的项目写明了资金来源，“{name}”等 {count} 个没有写",
        "some projects name the source of their funds; {count} do not, “{name}” first",
    ),
    why=Text(
        "正文按来源列示资金，没有写来源的就不在其中，各来源之和小于总数",
        "the report lists funds by source; those without one are left out, and the sources do not add up",
    ),
    cure=Text("补上 source，或另写 funds 按来源列示", "give each `source`, or list `funds` by source"),
    formula=Text("项目都写资金来源，或都不写", "all projects name their source, or none"),
    passes="""\
projects:
  - {name: 维护费, source: local, budget: 120, executed: 110, score: 90}
  - {name: 改造, source: local, budget: 300, executed: 280, score: 92}""",
    fails="""\
projects:
  - {name: 维护费, source: local, budget: 120, executed: 110, score: 90}
  - {name: 改造, budget: 300, executed: 280, score: 92}""",
)
def every_project_has_a_source_or_none(facts: Facts) -> Iterator[Violation]:
    projects = facts.report.projects
    without = [number for number, project in enumerate(projects) if project.source is None]
    if without and len(without) < len(projects) and not facts.report.funds:
        arguments = {"name": projects[without[0]].name, "count": str(len(without))}
        yield Violation(("projects", without[0]), arguments)


@rule(
    "K309",
    Severity.WARNING,
    what=Text(
        "第 {number} 个项目与第 {first} 个同名，金额也相同：“{name}”",
        "project {number} has the name and the amounts of project {first}: “{name}”",
    ),
    why=Text("重复列入的项目使合计、个数和平均分都不对", "a project listed twice makes totals, counts and means wrong"),
    cure=Text("删去重复的一个；确是两个项目的，在名称中加以区别", "remove one; name them apart where they are two"),
    formula=Text("没有名称、来源和金额都相同的项目", "no two projects of one name, source and amounts"),
    passes="""\
projects:
  - {name: 维护费, budget: 120, executed: 110, score: 90}
  - {name: 维护费, budget: 300, executed: 280, score: 92}""",
    fails="""\
projects:
  - {name: 维护费, budget: 120, executed: 110, score: 90}
  - {name: 维护费, budget: 120, executed: 110, score: 90}""",
)
def project_is_listed_once(facts: Facts) -> Iterator[Violation]:
    seen: dict[tuple[object, ...], int] = {}
    for number, project in enumerate(facts.report.projects, 1):
        first = seen.setdefault(_identity(project), number)
        if first != number:
            arguments = {"number": str(number), "first": str(first), "name": project.name}
            yield Violation(("projects", number - 1, "name"), arguments)


def _identity(project: Project) -> tuple[object, ...]:
    return project.name, project.source, project.budget, project.received, project.executed


RULES = (funds_agree_with_projects, every_project_has_a_source_or_none, project_is_listed_once)
