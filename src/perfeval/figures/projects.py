"""Projects: each one's balance, rates and grade; number, scores and money of all and of each grade."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures import forms, funds
from perfeval.figures.figure import Facts, Figure, Scope, figure, known, taken
from perfeval.figures.indicator_tables import label_of
from perfeval.figures.keeping import once
from perfeval.figures.tape import chosen
from perfeval.model import Mark, MissingScore, Project
from perfeval.quantity import EXACT, HUNDRED, Unit, total
from perfeval.standards.standard import Band

ScoreOf = Callable[[Project], Decimal | None]
"""The score of a project: as given, else as its own form has it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Some projects of a report."""

    projects: Sequence[Project]
    score_of: ScoreOf
    facts: Facts

    @property
    @once
    def scores(self) -> list[Decimal] | None:
        """The scores that enter sums and means; None where a missing score forbids any. A project marked — has none."""
        void = Mark.NOT_APPLICABLE  # an enumeration is slow to ask, and there may be many rows
        found = [self.score_of(project) for project in self.projects if project.score is not void]
        if None in found:
            missing = treatment(self.facts)
            if missing is MissingScore.ERROR:
                return None
            if missing is MissingScore.ZERO:
                return [score if score is not None else Decimal(0) for score in found]
        return [score for score in found if score is not None]


def lacks_score(project: Project) -> bool:
    """Whether a score is missing: one that is not applicable (—) is not, nor one that the project's form adds up to."""
    if project.score is None and project.indicators:
        return funds.row_execution_rate(project) is None
    return project.score is None or project.score is Mark.NONE


def _given(scored: Scored) -> Iterator[Decimal]:
    """The scores that are there, whatever is said of missing ones."""
    return (score for project in scored.projects if (score := scored.score_of(project)) is not None)


def _counted(test: Callable[[Project], bool]) -> Callable[[Scored], Decimal | None]:
    return lambda scored: Decimal(len(chosen(scored.projects, test)))


def _is_executed_by(percent: Decimal) -> Callable[[Project], bool]:
    """A project without a budget has no execution rate: it is neither fully executed nor not begun."""
    return lambda project: funds.row_execution_rate(project) == percent


@figure("count", Text("个数", "count"), Unit.PROJECTS, Text("项目个数", "number of projects"))
def count(scored: Scored) -> Decimal | None:
    return Decimal(len(scored.projects))


@figure(
    "total_score",
    Text("汇总得分", "total score"),
    Unit.SCORE,
    Text("Σ 项目得分（缺得分者按评分标准处理）", "Σ project scores (missing ones as the standard says)"),
)
def total_score(scored: Scored) -> Decimal | None:
    scores = scored.scores
    return total(scores) if scores else None


@figure(
    "scored_count",
    Text("计分项目数", "projects scored"),
    Unit.PROJECTS,
    Text("计入汇总得分的项目个数", "number of projects in the total score"),
)
def scored_count(scored: Scored) -> Decimal | None:
    scores = scored.scores
    return Decimal(len(scores)) if scores else None


@figure(
    "mean_score",
    Text("平均得分", "mean score"),
    Unit.SCORE,
    Text("汇总得分 ÷ 计分项目数", "total score ÷ number of projects scored"),
)
def mean_score(scored: Scored) -> Decimal | None:
    summed, number = total_score(scored), scored_count(scored)
    return None if summed is None or number is None else EXACT.divide(summed, number)


@figure("highest_score", Text("最高得分", "highest score"), Unit.SCORE, Text("max 项目得分", "max project score"))
def highest_score(scored: Scored) -> Decimal | None:
    return max(_given(scored), default=None)


@figure("lowest_score", Text("最低得分", "lowest score"), Unit.SCORE, Text("min 项目得分", "min project score"))
def lowest_score(scored: Scored) -> Decimal | None:
    return min(_given(scored), default=None)


unscored_count = figure(
    "unscored_count",
    Text("未评分个数", "without a score"),
    Unit.PROJECTS,
    Text("没有得分的项目个数", "number of projects without a score"),
)(_counted(lacks_score))

fully_executed_count = figure(
    "fully_executed_count",
    Text("全部执行个数", "fully executed"),
    Unit.PROJECTS,
    Text("预算执行率为100%的项目个数", "number of projects with an execution rate of 100%"),
)(_counted(_is_executed_by(HUNDRED)))

not_begun_count = figure(
    "not_begun_count",
    Text("未开始执行个数", "not begun"),
    Unit.PROJECTS,
    Text("执行数为零而预算数不为零的项目个数", "number of projects with a budget and nothing executed"),
)(_counted(_is_executed_by(Decimal(0))))

ALL = (
    count, total_score, mean_score, highest_score, lowest_score,
    unscored_count, fully_executed_count, not_begun_count,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Graded:
    """One project before the scoring standard."""

    project: Project
    score_of: ScoreOf
    facts: Facts

    @property
    def score(self) -> Decimal | None:
        """The score as it counts: zero for a missing one where the standard says so."""
        if lacks_score(self.project) and treatment(self.facts) is MissingScore.ZERO:
            return Decimal(0)
        return self.score_of(self.project)

    @property
    @once
    def band(self) -> Band | None:
        """The band that the score falls in."""
        score = self.score
        return None if score is None else self.facts.standard.band(score)


@figure(
    "grade",
    Text("评价等级", "grade"),
    Unit.WORDS,
    Text(
        "得分所在的等级区间（缺得分按零分计的为最低等级）",
        "the band the score falls in (missing counted as zero: the lowest)",
    ),
)
def grade(graded: Graded) -> str | None:
    band = graded.band
    return None if band is None else band.name


@figure(
    "result_use",
    Text("自评结果应用意见", "use of the result"),
    Unit.WORDS,
    Text("评价等级对应的结果应用", "what the standard prescribes for the grade"),
)
def result_use(graded: Graded) -> str | None:
    band = graded.band
    return None if band is None else band.result_use


GRADE = (grade, result_use)


def treatment(facts: Facts) -> MissingScore:
    """How missing scores are treated: the department's explicit choice, else the standard's."""
    return facts.report.missing_score or facts.standard.missing_score


def chapter(facts: Facts) -> Iterator[Figure]:
    """``projects.*`` in all, ``projects.<grade>.*``, ``projects.<source>.*``; the grade of each."""
    projects = facts.report.projects
    if not projects:
        return
    whole = funds.Part(projects)
    numbers = {id(project): number for number, project in enumerate(projects) if project.indicators}

    def score_of(project: Project) -> Decimal | None:
        number = numbers.get(id(project))
        return known(project.score) if number is None else forms.score_of(facts, number)

    @once
    def band_of(project: Project) -> Band | None:
        return Graded(project, score_of, facts).band

    def of_band(band: Band) -> tuple[Project, ...]:
        return chosen(projects, lambda project: band_of(project) is band)

    yield from taken(ALL, Scope("projects", Text("项目", "Projects:"), Scored(projects, score_of, facts)))
    yield from taken(funds.SUMS, Scope("projects", Text("项目", "Projects:"), whole))
    for band in facts.standard.grades:
        members = of_band(band)
        label = Text(f"{band.name}项目", f"Projects graded {band.key}:")
        yield from taken(ALL, Scope(f"projects.{band.key}", label, Scored(members, score_of, facts)))
        yield from taken(funds.PARTS, Scope(f"projects.{band.key}", label, funds.Part(members, whole)))
    for source, of_source in funds.SOURCE_LABELS.items():
        members = funds.from_source(projects, source)
        if members:
            label = Text(f"{of_source.zh}项目", f"Projects of {of_source.en.lower()}")
            yield from taken(ALL, Scope(f"projects.{source}", label, Scored(members, score_of, facts)))
    for number, project in enumerate(projects):
        label, name, pointer = label_of(project, number), f"projects.{number + 1}", ("projects", number)
        yield from taken(GRADE, Scope(name, label, Graded(project, score_of, facts), pointer))
