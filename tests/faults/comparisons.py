"""Faults of comparisons with last year, of assets and staff, and what their rules let pass."""

from faults.fault import Fault

FAULTS: tuple[Fault, ...] = (
    Fault("K401", "change: 20, change_rate: 4.2", "change: ⟦22.1, change_rate: 4.2", ("22.1", "20")),
    Fault("K401", "change: 20, change_rate: 4.2", "change: 20, change_rate: ⟦4.18", ("4.18", "4.17")),
    Fault("K402", "    basic: {change: 60}", "    ⟦basic: {change: 62}", ("52", "50")),
    Fault("K403", "    basic: {change: 60}", "    ⟦basic: {change: 60.01}", ("50.01", "50")),
    Fault("K305", "liabilities: {value: 200}\n  net: {value: 300}", "liabilities: {value: 200, change_rate: 25}\n  net: {value: 300, previous: ⟦330}", ("330", "320")),
    Fault("K403", "balance: 10,", "balance: ⟦10.01,", ("维护费", "10.01", "10")),
    Fault("K403", "received: 420, executed", "received: ⟦420.01, executed", ("420.01", "420")),
    Fault("K403", "net: {value: 300}", "net: ⟦{value: 300.01}", ("300.01", "300")),
    Fault("K403", "change: 20, change_rate: 4.2", "change: ⟦20.01, change_rate: 4.2", ("20.01", "20")),
    Fault("K404", "liabilities: {value: 200}", "liabilities: ⟦{value: 200, change: 220}", ("-20",)),
    Fault("K451", "assets:\n", "staff:\n  establishment: {administrative: 18, institutional: 33}\n  in_post: ⟦52\nassets:\n", ("52", "51")),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K401 where two of four are given": ("change: 20, change_rate: 4.2}", "change: 20}"),
    "K401 where a printed rate is too coarse to decide the change": ("basic: {change: 60}", "basic: {value: 600, change: 60, change_rate: 11.1}"),
    "K402 where a part has no change": ("    basic: {change: 60}\n", ""),
    "K305 where a printed rate is too coarse": ("liabilities: {value: 200}\n  net: {value: 300}", "liabilities: {value: 200.00, change_rate: 5.3}\n  net: {value: 300, previous: 290.07}"),
    "K404 where more is owed than owned": ("liabilities: {value: 200}\n  net: {value: 300}", "liabilities: {value: 600}\n  net: {value: -100}"),
    "K451 where every post is taken": ("assets:\n", "staff:\n  establishment: {administrative: 18, institutional: 33}\n  in_post: 51\n  retired: 24\nassets:\n"),
    "K451 where it is explained": ("assets:\n", "staff:\n  establishment: {administrative: 18}\n  in_post: 20\n  text: 超编两人，三年内消化。\nassets:\n"),
}  # fmt: skip
