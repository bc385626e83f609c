"""Faults of indicators, and what their rules let pass."""

from faults.fault import REPORT, Fault

LAST_TWO = REPORT[REPORT.index("target: 明显改善") : REPORT.index("conclusion:")]


def _with_criteria(first: str, second: str) -> str:
    """The last two indicators with the same target, and these criteria."""
    return LAST_TWO.replace("target: 明", f"criterion: {first}, target: 明").replace(
        "度, weight: 10", f"度, weight: 10, criterion: {second}, target: 明显改善"
    )


FAULTS: tuple[Fault, ...] = (
    Fault("K101", "indicators:\n  - name: 产出指标\n", "⟦indicators:\n  - name: 其他指标\n    weight: 5\n    groups:\n      - name: 其他\n        items:\n          - {name: 其他, weight: 5, score: 5}\n  - name: 产出指标\n", ("105", "100")),
    Fault("K102", "weight: 50\n    groups", "weight: ⟦51\n    groups", ("产出指标", "51", "50")),
    Fault("K103", "weight: 50\n        items", "weight: ⟦49.5\n        items", ("数量指标", "49.5", "50")),
    Fault("K104", "name: 满意度指标\n    groups:\n      - name: 服务对象满意度指标\n        items:\n          - {name: 满意度, weight: 10, score: 10}", "name: ⟦满意度指标\n    groups:\n      - name: 服务对象满意度指标\n        items:\n          - {name: 满意度, weight: 5, score: 5}\n  - name: 其他指标\n    groups:\n      - name: 其他\n        items:\n          - {name: 其他, weight: 5, score: 5}", ("满意度指标", "5", "10", "石家庄市")),
    Fault("K111", "name: 满意度, weight: 10", "name: 满意度, criterion: ⟦达到90%得15分，不符的酌情减分。, weight: 10", ("满意度", "10", "15")),
    Fault("K111", "name: 覆盖率, weight: 50", "name: 覆盖率, criterion: ⟦全部覆盖得40分，大部分得20分。, weight: 50", ("覆盖率", "50", "40")),
    Fault("K111", "name: 满意度, weight: 10", "name: 满意度, criterion: ⟦达到90%得-10分，不符的酌情减分。, weight: 10", ("满意度", "10", "-10")),
    Fault("K116", "name: 覆盖率, weight: 50", "name: 覆盖率, criterion: ⟦达到101%得50分，不符的酌情减分。, weight: 50", ("覆盖率", ">= 100%", "101%")),
    Fault("K116", "name: 覆盖率, weight: 50", "name: 覆盖率, criterion: ⟦95%（含）以上得50分，80%及以上得20分。, weight: 50", ("覆盖率", ">= 100%", "95%")),
    Fault("K112", "name: 执行率, weight: 10", "name: 执行率, criterion: ⟦100%得10分，90%～99%得8分。, weight: 10", ("执行率", "90%", "8", "9", "石家庄市")),
    Fault("K113", "name: 覆盖率, weight", "name: ⟦项目资金支付率, weight", ("项目资金支付率", "数量指标")),
    Fault("K113", "name: 环境, weight", "name: ⟦居民满意度, weight", ("居民满意度", "社会效益指标")),
    Fault("K114", "name: 数量指标\n        weight: 50\n        items:\n          - {name: 覆盖率, weight: 50, target: ", "name: 成本指标\n        weight: 50\n        items:\n          - {name: 改造费用, weight: 50, target: ⟦", ("改造费用", ">= 100%")),
    Fault("K115", "name: 满意度, weight", "name: ⟦覆 盖率, weight", ("覆 盖率",)),
    Fault("K121", "target: 明显改善, actual: 部分达成", "target: 环境明显改善, actual: ⟦环境明显改善。", ("环境", "环境明显改善")),
    Fault("K121", 'target: ">= 100%", actual: 90', "target: ≥ 100%, actual: ⟦≥100%", ("覆盖率", "≥ 100%")),
    Fault("K122", 'target: ">= 100%", actual: 90', "target: ⟦不少于100个小区, actual: 90", ("覆盖率", "不少于100个小区")),
    Fault("K122", 'target: ">= 100%", actual: 90', "target: ⟦控制在100个以内, actual: 90", ("覆盖率", "控制在100个以内")),
    Fault("K122", 'target: ">= 100%", actual: 90', "target: ⟦覆盖100个小区, actual: 90", ("覆盖率", "覆盖100个小区")),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K102 and K103 where no weight is given": ("    weight: 50\n    groups:\n      - name: 数量指标\n        weight: 50\n", "    groups:\n      - name: 数量指标\n"),
    "K111 where parts of the weight are named": ("name: 满意度, weight: 10", "name: 满意度, criterion: 制度健全得4分，否则得0分；执行到位得6分，部分到位得3分。, weight: 10"),
    "K111 where points are counted by the piece": ("name: 满意度, weight: 10", "name: 满意度, criterion: 每办结一件得1分。, weight: 10"),
    "K111 where a score of a questionnaire is named": ("name: 满意度, weight: 10", "name: 满意度, criterion: 问卷满分100分，平均得90分以上的得满分。, weight: 10"),
    "K116 where a lesser step is named too": ("name: 覆盖率, weight: 50", "name: 覆盖率, criterion: 100%得50分，80%以上得40分，每低1%扣1分。, weight: 50"),
    "K116 where the percentage is of the target": ("name: 覆盖率, weight: 50", "name: 覆盖率, criterion: 完成计划的90%以上得50分。, weight: 50"),
    "K116 where the percentage is a growth": ("name: 覆盖率, weight: 50", "name: 覆盖率, criterion: 同比增长10%以上得50分。, weight: 50"),
    "K116 where all of a lesser target is meant": ('name: 覆盖率, weight: 50, target: ">= 100%", actual: 90, score: 45', 'name: 覆盖率, criterion: 达到100%得50分，不足的酌情减分。, weight: 50, target: ">= 95%", actual: 90, score: 45'),
    "K112 where the steps are the standard's": ("name: 执行率, weight: 10", "name: 执行率, criterion: 100%得10分；90至99%的得9分；80-89得8分；低于60%得0分。, weight: 10"),
    "K113 where a rate is of something else": ("name: 覆盖率, weight", "name: 政策执行率, weight"),
    "K114 where saving is the target": ("name: 数量指标\n        weight: 50\n        items:\n          - {name: 覆盖率, weight: 50, target: ", "name: 成本指标\n        weight: 50\n        items:\n          - {name: 成本节约率, weight: 50, target: "),
    "K115 where a criterion is about any target": (LAST_TWO, _with_criteria("达到目标值得满分。", "达到目标值得满分。")),
    "K121 where the target is a number": ('target: ">= 100%", actual: 90', "target: 100%, actual: 100%"),
    "K121 where a verdict is the target": ("target: 明显改善, actual: 部分达成", "target: 部分达成, actual: 部分达成"),
    "K121 where the words are short": ("target: 明显改善, actual: 部分达成", "target: 明显改善, actual: 明显改善"),
    "K122 where the numbers are a date": ('target: ">= 100%", actual: 90', "target: 2025年12月31日前覆盖, actual: 90"),
    "K122 where nothing was measured": ("target: 明显改善, actual: 部分达成", "target: 改善10条道路, actual: 部分达成"),
}  # fmt: skip
