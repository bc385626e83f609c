"""Indicators: points lost, score rate, achievement, score by the standard; sums by group, category and in all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfeval.diagnostic import Pointer, Text
from perfeval.figures.figure import Facts, Figure, Scope, figure, known, taken
from perfeval.figures.indicator_tables import Table, department_table, meant
from perfeval.model import Indicator
from perfeval.quantity import Unit, difference, rate, total
from perfeval.standards.scoring import achievement, score_by_execution, score_by_target

EXECUTION_RATE = "funds.execution_rate"
"""Of all funds; in a project's own table of the project's."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One indicator before the scoring standard, its actual value taken from a ``figure`` where it names one."""

    indicator: Indicator
    figure: str | None
    facts: Facts

    @property
    def actual(self) -> Decimal | str | None:
        """What was achieved: as written, else the value of the figure that the indicator names."""
        if self.indicator.actual is not None or self.figure is None:
            return self.indicator.actual
        return self.facts.value(self.figure)


@figure(
    "standard_score",
    Text("按评分标准应得分", "score by the standard"),
    Unit.SCORE,
    Text("按年度指标值、实际完成值与评分标准算得", "from target, actual value and scoring standard"),
)
def standard_score(scored: Scored) -> Decimal | None:
    indicator, actual, standard = scored.indicator, scored.actual, scored.facts.standard
    if indicator.figure == EXECUTION_RATE and isinstance(actual, Decimal):
        return score_by_execution(indicator.weight, actual, standard)
    return score_by_target(indicator.weight, indicator.target, actual, standard)


@figure(
    "score", Text("得分", "score"), Unit.SCORE, Text("自评得分；未填的按评分标准算得", "as given, else by the standard")
)
def score(scored: Scored) -> Decimal | None:
    given = scored.indicator.score
    return standard_score(scored) if given is None else known(given)


@figure("lost", Text("扣分", "points lost"), Unit.SCORE, Text("分值 − 得分", "weight − score"))
def lost(scored: Scored) -> Decimal | None:
    return difference(scored.indicator.weight, score(scored))


@figure("score_rate", Text("得分率", "score rate"), Unit.PERCENT, Text("得分 ÷ 分值 × 100%", "score ÷ weight × 100%"))
def score_rate(scored: Scored) -> Decimal | None:
    return rate(score(scored), scored.indicator.weight)


@figure(
    "achievement_rate",
    Text("完成率", "achievement rate"),
    Unit.PERCENT,
    Text("实际完成值 ÷ 年度指标值 × 100%", "actual ÷ target × 100%"),
)
def achievement_rate(scored: Scored) -> Decimal | None:
    actual = scored.actual
    return achievement(scored.indicator.target, actual)


ITEM = (score, standard_score, lost, score_rate, achievement_rate)


@figure("count", Text("三级指标个数", "count"), Unit.PROJECTS, Text("三级指标个数", "number of indicators"))
def count(items: Sequence[Scored]) -> Decimal | None:
    return Decimal(len(items))


@figure("weight", Text("分值", "weight"), Unit.SCORE, Text("Σ 三级指标分值", "Σ weights of the indicators"))
def weight_sum(items: Sequence[Scored]) -> Decimal | None:
    return total(item.indicator.weight for item in items)


@figure("score", Text("得分", "score"), Unit.SCORE, Text("Σ 三级指标得分", "Σ scores of the indicators"))
def score_sum(items: Sequence[Scored]) -> Decimal | None:
    return total(score(item) for item in items)


@figure("lost", Text("扣分", "points lost"), Unit.SCORE, Text("分值 − 得分", "weight − score"))
def lost_sum(items: Sequence[Scored]) -> Decimal | None:
    return difference(weight_sum(items), score_sum(items))


@figure("score_rate", Text("得分率", "score rate"), Unit.PERCENT, Text("得分 ÷ 分值 × 100%", "score ÷ weight × 100%"))
def score_rate_of_sum(items: Sequence[Scored]) -> Decimal | None:
    return rate(score_sum(items), weight_sum(items))


SUMS = (count, weight_sum, score_sum, lost_sum, score_rate_of_sum)


def figures_of(table: Table, facts: Facts) -> Iterator[Figure]:
    """The figures of a table in all, by category, by group and of each indicator."""
    everything: list[Scored] = []
    for c, category in enumerate(table.categories):
        of_category: list[Scored] = []
        for g, group in enumerate(category.groups):
            where: Pointer = (*table.pointer, c, "groups", g)
            name = f"{table.prefix}.{c + 1}.{g + 1}"
            items = [Scored(item, meant(item.figure, table.prefix), facts) for item in group.items]
            for i, item in enumerate(items):
                scope = Scope(f"{name}.{i + 1}", table.called(item.indicator.name), item, (*where, "items", i))
                yield from taken(ITEM, scope)
            yield from taken(SUMS, Scope(name, table.called(group.name), items, where))
            of_category += items
        label, pointer = table.called(category.name), (*table.pointer, c)
        yield from taken(SUMS, Scope(f"{table.prefix}.{c + 1}", label, of_category, pointer))
        everything += of_category
    yield from taken(SUMS, Scope(table.prefix, table.called("全部指标"), everything))


def chapter(facts: Facts) -> Iterator[Figure]:
    """``indicators.*`` in all, and by number ``.<category>.*``, ``.<category>.<group>.*``, ``.<…>.<indicator>.*``."""
    if facts.report.indicators:
        yield from figures_of(department_table(facts.report), facts)
