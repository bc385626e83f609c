"""Faults of what is stated elsewhere, and what their rules let pass."""

from faults.fault import Fault

FAULTS: tuple[Fault, ...] = (
    Fault("K501", "offices: 1", "offices: ⟦2", ("2", "1")),
    Fault("K501", "affiliates: 1", "affiliates: ⟦0", ("0", "1")),
    Fault("K502", "funds.budget: 420", "funds.budget: ⟦420.0001", ("funds.budget", "420.0001", "420")),
    Fault("K502", "funds.execution_rate: 92.86", "funds.execution_rate: ⟦92.9001", ("funds.execution_rate", "92.9001%", "92.8571%")),
    Fault("K502", "department.grade: 优秀", "department.grade: ⟦良好", ("department.grade", "良好", "优秀")),
    Fault("K503", "  funds.budget: 420", "  ⟦funds.buget: 420", ("funds.buget", "funds.budget")),
    Fault("K504", "figure: funds.execution_rate, score: 9", "figure: ⟦funds.excution_rate, score: 9", ("执行率", "funds.excution_rate", "funds.execution_rate")),
    Fault("K505", "figure: funds.execution_rate, score: 9", "figure: funds.execution_rate, actual: ⟦93.9, score: 9", ("执行率", "93.9", "92.86%")),
    Fault("K502", "funds.execution_rate: 92.86", "funds.execution_rate: ⟦—", ("funds.execution_rate", "—", "92.86%")),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K505 where the actual value is the figure, rounded": ("figure: funds.execution_rate, score: 9", "figure: funds.execution_rate, actual: 92.9, score: 9"),
    "K501 where nothing is announced": ("  offices: 1\n", ""),
    "K502 with fewer digits": ("funds.execution_rate: 92.86", "funds.execution_rate: 93"),
}  # fmt: skip
