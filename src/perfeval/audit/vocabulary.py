"""The words in which such reports speak of their figures: what is measured, of what, against what."""

import re
from functools import cache

from perfeval.model import FundSource
from perfeval.quantity import Unit

MARKS = "\U000f0000-\U0010ffff"
"""The characters that stand for proper names, for use in a class: of planes for private use, foreign to reports."""

Subject = tuple[str, ...]
"""What is spoken of: the prefixes of the names of its figures; none where it is unknown."""

WHOLE: Subject = (
    "funds", "projects", "department", "indicators", "budget.expenditure", "report.budget.expenditure",
    "budget.revenue", "report.budget.revenue", "staff", "report.staff", "report.staff.establishment", "assets",
)  # fmt: skip
"""Where the figures of the whole department stand."""

REVENUE, EXPENDITURE = (
    ("report.budget.revenue", "budget.revenue"),
    ("report.budget.expenditure", "budget.expenditure"),
)
_SPENT = ("funds.executed", "projects.executed")
"""What 支出 alone may also mean: what was spent of the funds, not the final accounts."""
_PROJECT_PART = ("budget.expenditure.project", "budget.revenue.project")

_SUBJECTS: dict[str, tuple[str, Subject]] = {
    "both": (r"收入、支出|收支|收入和支出", (*REVENUE, *EXPENDITURE)),
    "project_part": (r"项目支出", ("funds", "projects", *_PROJECT_PART)),
    "basic_part": (r"基本支出", ("budget.expenditure.basic", "budget.revenue.basic")),
    "revenue": (r"(?:本年|预算|部门|总)*收入", REVENUE),
    "expenditure": (r"(?:本年|预算|总)+支出", EXPENDITURE),
    "assets": (r"资产(?:总额|总计)|总资产", ("assets.total", "report.assets.total")),
    "liabilities": (r"负债(?:总额|总计)|总负债", ("assets.liabilities", "report.assets.liabilities")),
    "net": (r"净资产(?:总额)?", ("assets.net", "report.assets.net", "assets")),
    "travel_abroad": (r"因公出国境?费?用?", ()),
    "vehicle_purchase": (r"公务用车购置费?用?", ()),
    "vehicle_operation": (r"公务用车运行(?:维护)?费?用?", ()),
    "reception": (r"公务接待费?用?(?:支出)?", ()),
    "official_expenses": (r"三公(?:经费)?(?:支出)?", ("official_expenses",)),
}

_MEASURES = {
    "execution_rate": r"(?:平均)?(?:预算|资金)?(?:总体)?执行(?:率|进度)",
    "arrival_rate": r"(?:资金)?到位率",
    "completion_rate": r"完成了?(?:全年|调整后)?预算的|预算完成率",
    "score_rate": r"得分率",
    "control_rate": r"(?:在职)?人员控制率",
    "liability_ratio": r"资产负债率",
    "initial": r"年初(?:安排|部门)*预算(?:安排|数|总额)*",
    "revised": r"预算调整数",
    "adjusted": r"(?:全年|调整后)的?预算(?:安排|数|总额)*",
    "final": r"决算(?:数|总额)?",
    "received": r"(?:实际|资金)*到位(?:资金|数|总额)?",
    "executed": r"(?:实际)?执行(?:数|资金|总额)?|实际(?:支出|使用)(?:资金|数)?",
    "balance": r"(?:资金)?结余(?:资金|数|总额)?",
    "budget": r"预算(?:安排|资金|数|总?额)*",
    "total_score": r"(?:得分合计|合计得分|汇总得分)",
    "mean_score": r"平均(?:得分|分)?",
    "highest_score": r"最高得?分",
    "lowest_score": r"最低得?分",
    "unscored_count": r"未评分",
    "weight": r"满分|分值",
    "lost": r"共?扣分?",
    "score": r"(?:实际|自评|最终|评价)*(?:总得分|得分|总分)",
    "gets": r"得",
    "administrative": r"行政编制(?:人?数)?",
    "institutional": r"事业编制(?:人?数)?",
    "vacancies": r"空编",
    "establishment_total": r"编制(?:总数|人数|数)?",
    "in_post": r"(?:实有)?在职(?:人员|职工|人数)*|实有(?:人数|人员)",
    "veteran_retired": r"离休(?:人员|干部)?(?!退)",
    "retired": r"(?<!离)退休(?:人员|干部|职工)?",
    "up": r"增加额?|增长率?|上升|提高|增幅",
    "down": r"减少额?|下降|降低|降幅|减幅",
}

_BASES = {
    "previous": (
        r"[与比较同](?:上年|去年|上一年|20[0-9]{2}年)度?(?:年初预算|年初|决算|同期|预算)?数?"
        r"(?:相比|对比|比较|相较)?|同比"
    ),
    "initial_budget": r"[与比较]年初预算(?:安排)?数?(?:相比|对比|比较)?",
    "any_budget": r"[与比较]预算数?(?:相比|对比|比较)?",
}

_RESET_WORDS = r"总体|整体|综合|全部项目|所有项目"
_SUM_WORDS = r"共计|合计|总计"
_WHOLE_WORDS = r"本部门|本单位|我局|我单位|我委|我办|我镇|我乡|(?:本|我)街道|全部|本年度?|全年|部门?整体支出|部门"
_FILLER = (
    r"其中|截至|年底|年末|年度|[0-9]{1,2}[月日]|末|底|均|共|累计|安排|下达|主要|最终|综上所?述?|按资金来源划分|"
    r"从各项指标看|各项指标|各项|为|是|有|达到?|计|的|了|也|和|及|与|、|资金|财政|经费|项目|绩效|自评|评价|评为|核定|等级|"
    r"万元|亿元|元|个|分|名|人|项|%"
)

_KEYS: dict[str, tuple[str, ...]] = {
    "revised": ("budget", "adjusted", "adjustment"),
    "adjusted": ("adjusted", "budget"),
    "execution_rate": ("execution_rate", "completion_rate"),
    "budget": ("budget", "initial", "adjusted", "value"),
    "executed": ("executed", "final"),
    "score": ("score", "uncapped_score"),
    "gets": ("score",),
    "": ("value", "net_value", "initial", "adjusted", "final", "weight", "score", "count"),
}
_CHANGES = {
    "previous": ("change",),
    "initial_budget": ("final_difference", "adjustment", "budget_difference"),
    "any_budget": ("budget_difference", "final_difference"),
    "": ("change", "final_difference", "adjustment", "budget_difference"),
}
"""The keys of a change by what is compared with."""

_ONLY_WITH_SUBJECT = frozenset(("", "gets", "up", "down", "final"))
"""What is said of a part that was named; of the whole it says too little. 决算 alone may be any side's."""

_SOURCES = {
    "中央": FundSource.CENTRAL, "省级": FundSource.PROVINCIAL, "市级": FundSource.MUNICIPAL, "本级": FundSource.LOCAL,
    "区级": FundSource.LOCAL, "县级": FundSource.LOCAL, "乡镇级": FundSource.LOCAL,
}  # fmt: skip


@cache
def tokens(year: int) -> re.Pattern[str]:
    """Every word known, in a report of that year; ``lastgroup`` says which."""
    return re.compile(
        "|".join(
            (
                *(f"(?P<base_{name}>{words})" for name, words in _BASES.items()),
                r"(?P<whole_sentence>部门?整体支出|整体支出)",
                rf"(?P<named>[{MARKS}])",
                *(f"(?P<measure_{name}>{words})" for name, words in _MEASURES.items()),
                rf"(?P<reset>{_RESET_WORDS})",
                rf"(?P<sum>{_SUM_WORDS})",
                rf"(?P<source>{'|'.join(_SOURCES)})财?政?(?:专项)?(?:补助)?资金",
                *(f"(?P<subject_{name}>{words})" for name, (words, _) in _SUBJECTS.items()),
                r"(?P<spent>支出)",
                rf"(?P<whole>{year}年度?|{_WHOLE_WORDS})",
                rf"(?P<filler>{_FILLER})",
            )
        )
    )


def subject_of(word: str) -> Subject:
    """Where the figures of a subject, by its name in the vocabulary, stand."""
    return _SUBJECTS[word][1] or (f"official_expenses.{word}", f"report.official_expenses.{word}")


def is_part(subject: Subject) -> bool:
    """Whether it is a project, an indicator, a grade or a source: one of several that make up a whole."""
    return bool(subject) and subject[0].startswith(("projects.", "indicators.", "funds."))


def source_of(word: str) -> Subject:
    """Likewise of a source of funds, by its word."""
    return (f"funds.{_SOURCES[word]}", f"projects.{_SOURCES[word]}")


def paths_of(subject: Subject, measure: str, base: str, unit: Unit) -> tuple[str, ...]:
    """Where the value may stand that is spoken of; the likeliest first."""
    if subject == WHOLE and measure in _ONLY_WITH_SUBJECT:
        return ()
    if measure in {"up", "down"}:
        ending = "_rate" if unit is Unit.PERCENT else ""
        keys = tuple(key + ending for key in _CHANGES[base])
    elif measure == "initial" and "official_expenses" in subject[0]:
        keys = ("budget",)
    else:
        keys = _KEYS.get(measure, (measure,))
    paths = tuple(f"{prefix}.{key}" for prefix in subject for key in keys)
    return (*paths, *_SPENT) if subject == EXPENDITURE and not measure else paths


def keys_of(measure: str) -> tuple[str, ...]:
    """What a measure is called in the names of figures, whatever it is taken of."""
    if measure in {"up", "down"}:
        return tuple(key + ending for key in _CHANGES[""] for ending in ("", "_rate"))
    return _KEYS.get(measure, (measure,))
