"""Faults of execution, and what its rules let pass."""

from faults.fault import Fault

FUNDS = "  - {source: local, budget: 420, received: 420, executed: 390}\n"
_FIRST = (
    "  - {name: 维护费, source: local, budget: 120, received: 120, executed: 110, balance: 10, execution_rate: 91.67"
)
_SECOND = ", score: 85, grade: 优秀}\n  - {name: 改造, source: local, budget: 300, received: 300, executed: 280"
PROJECTS = _FIRST + _SECOND + ", score: 100}\n"

FAULTS: tuple[Fault, ...] = (
    Fault("K801", "executed: 280, score: 100", "executed: ⟦20, score: 70", ("改造", "6.67%", "60%"), also=("K303",)),
    Fault("K801", "funds:\n" + FUNDS + "projects:\n" + PROJECTS, "⟦funds:\n" + FUNDS.replace("390", "100"), ("23.81%", "60%"), also=("K204", "K502")),
    Fault("K802", "executed: 280, score: 100", "executed: 0, score: ⟦75", ("改造", "0.00%", "75"), also=("K303",)),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K802 on the line": (_FIRST + _SECOND, "  - {name: 维护费, source: local, budget: 50, received: 50, executed: 30" + _SECOND.replace("300", "370").replace("280", "360")),
    "K801 and K802 where a reason is given": (_FIRST + _SECOND, "  - {name: 维护费, source: local, budget: 40, received: 40, executed: 10, reason: 冬季停工" + _SECOND.replace("300", "380").replace("280", "380")),
}  # fmt: skip
