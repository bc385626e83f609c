"""Faults of amounts, and what their rules let pass."""

from faults.execution import FUNDS, PROJECTS
from faults.fault import Fault

FAULTS: tuple[Fault, ...] = (
    Fault("K301", "balance: 10,", "balance: ⟦10.02,", ("维护费", "10.02", "10")),
    Fault("K302", "execution_rate: 91.67", "execution_rate: ⟦91.66", ("维护费", "91.66%", "91.67%")),
    Fault("K302", "budget: 120, received: 120, executed: 110, balance: 10, execution_rate: 91.67", "budget: 0, received: 120, executed: 110, execution_rate: ⟦0", ("维护费", "0%", "—"), also=("K303", "K308")),
    Fault("K303", "received: 420, executed", "received: ⟦419.999999, executed", ("419.999999", "420", "0.000001")),
    Fault("K303", "  - {source: local, budget: 420, received: 420, executed: 390}\nprojects:\n  - {name: 维护费, source: local, budget", "  - {source: local, budget: ⟦428, received: 420, executed: 390}\nprojects:\n  - {name: 维护费, budget", ("428", "420"), also=("K502", "K502")),
    Fault("K304", "revenue: {initial: 1000}", "revenue: {initial: ⟦1000.0000001}", ("1000.0000001",), also=("K310",)),
    Fault("K305", "net: {value: 300}", "net: ⟦{value: 300.02}", ("300.02", "300")),
    Fault("K306", "- {name: 改造, source: local, budget: 300", "- {name: 改造, source: local, budget: ⟦—", ("改造", "280"), also=("K303",)),
    Fault("K307", "funds:\n  - {source: local, budget: 420, received: 420, executed: 390}\nprojects:\n  - {name: 维护费, source: local, budget", "projects:\n  - ⟦{name: 维护费, budget", ("维护费", "1")),
    Fault("K308", "executed: 110, balance: 10, execution_rate: 91.67", "executed: ⟦130", ("维护费", "130", "120"), also=("K303",)),
    Fault("K308", "received: 120", "received: ⟦125", ("维护费", "125", "120"), also=("K303",)),
    Fault("K308", "budget: 300, received: 300, executed: 280", "budget: 300, received: 270, executed: ⟦280", ("改造", "280", "270"), also=("K303",)),
    Fault("K308", FUNDS + "projects:\n" + PROJECTS, FUNDS.replace("received: 420, executed: ", "received: 380, executed: ⟦"), ("本级资金", "390", "380")),
    Fault("K309", "  - {name: 改造, source: local, budget: 300, received: 300, executed: 280, score: 100}", "  - {name: 改造, source: local, budget: 150, received: 150, executed: 140, score: 100}\n  - {name: ⟦改造, source: local, budget: 150, received: 150, executed: 140, score: 100}", ("改造", "2", "3")),
    Fault("K310", "revenue: {initial: 1000}\n  expenditure:\n    initial: 1000", "revenue: {initial: 980.5}\n  expenditure:\n    initial: ⟦1000", ("980.5", "1000", "19.5")),
    Fault("K310", "revenue: {initial: 1000}\n  expenditure:\n", "revenue: {initial: 1000, adjusted: 1080}\n  expenditure:\n    adjusted: ⟦1100\n", ("1080", "1100", "20")),
    Fault("K310", "revenue: {initial: 1000}\n  expenditure:\n    initial: 1000", "revenue: {initial: 980, adjusted: 1060}\n  expenditure:\n    adjusted: 1080\n    initial: ⟦1000", ("980", "1000", "20")),
    Fault("K405", "    basic: {change: 60}", "    ⟦basic: {value: 610, previous: 540}", ("1010", "1000")),
    Fault("K405", "    basic: {change: 60}", "    ⟦basic: {value: 610, change: 60}", ("1010", "1000")),
    Fault("K313", "  expenditure:\n    initial: 1000", "  ⟦expenditure:\n    initial: 1000\n    adjusted: 419\n    final: 389", ("420", "419")),
    Fault("K313", "  expenditure:\n", "  ⟦expenditure:\n    final: 389\n", ("390", "389")),
    Fault("K314", "evaluation:\n", "official_expenses:\n  reception: ⟦{budget: 4, final: 4.2}\nevaluation:\n", ("4.2", "4")),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K301 where nothing is stated": ("balance: 10, ", ""),
    "K302 where the rate is given with fewer digits": ("execution_rate: 91.67", "execution_rate: 92"),
    "K303 where a project does not say its source": ("- {name: 改造, source: local, budget: 300", "- {name: 改造, budget: 300"),
    "K304 at six decimals": ("evaluation:\n", "official_expenses:\n  reception: {final: 3.000001}\nevaluation:\n"),
    "K308 where a reason is given": ("received: 120, executed: 110, balance: 10, execution_rate: 91.67, score: 85, grade: 优秀}\n  - {name: 改造, source: local, budget: 300, received: 300,", "received: 100, executed: 110, reason: 动用上年结转, score: 85, grade: 优秀}\n  - {name: 改造, source: local, budget: 300, received: 320, reason: 上级追加,"),
    "K309 where only the name is the same": ("name: 改造, source", "name: 维护费, source"),
    "K310 where one side is not given": ("  revenue: {initial: 1000}\n", ""),
    "K405 where a part follows from a printed rate only": ("    basic: {change: 60}", "    basic: {previous: 541, change_rate: 11.1}"),
    "K313 where the projects are the whole expenditure": ("revenue: {initial: 1000}\n  expenditure:\n", "revenue: {initial: 1000, adjusted: 420}\n  expenditure:\n    adjusted: 420\n    final: 390\n"),
    "K313 where only the final accounts show that the budget was raised": ("  revenue: {initial: 1000}\n  expenditure:\n    initial: 1000\n    previous: 950\n    basic: {change: 60}\n    project: {value: 400, previous: 410}\n", "  expenditure: {initial: 400, final: 420}\n"),
    "K314 where it is explained": ("evaluation:\n", "official_expenses:\n  reception: {budget: 4, final: 4.2}\n  text: 接待批次增加。\nevaluation:\n"),
}  # fmt: skip
