"""Faults of dates and documents, and what their rules let pass."""

from faults.fault import Fault

BASIS = "duties:\n"
"""A list of documents is put in front of the duties."""

FAULTS: tuple[Fault, ...] = (
    Fault("K701", "end: 2026-03-20, text: 收", "end: ⟦2026-03-01, text: 收", ("采集",)),
    Fault("K702", "{title: 撰写, start: 2026-03-20, end", "{title: 撰写, start: ⟦2026-03-01, end", ("撰写", "采集")),
    Fault("K703", "start: 2026-03-02\n", "start: ⟦2025-12-31\n", ("2025",)),
    Fault("K703", "  start: 2026-03-02\n  stages:\n    - {title: 采集, start: 2026-03-02", "  stages:\n    - {title: 采集, start: ⟦2025-12-02", ("2025",)),
    Fault("K704", "end: 2026-03-20, text: 撰", "end: ⟦2027-01-01, text: 撰", ("2025", "2027")),
    Fault("K705", "assets:\n", "assets:\n  date: ⟦2024-12-31\n", ("2025", "2024")),
    Fault("K711", "2025年各项任务完成。", "2025年的依据：⟦示发[2020]5号。", ("示发[2020]5号", )),
    Fault("K711", BASIS, "basis: [{title: 绩效办法, number: ⟦示发（2020）第5号}]\n" + BASIS, ("示发（2020）第5号",)),
    Fault("K712", "name: 改造, source", "name: 改造-⟦示财【2025】5号, source", ("示财【2025】5号", "1", "2")),
    Fault("K713", BASIS, "basis: [{title: 绩效办法, number: 示发〔2020〕5号}, {title: ⟦绩效 办法, number: 示发〔2020〕5号}]\n" + BASIS, ("绩效 办法", "1")),
    Fault("K713", BASIS, "basis: [{title: 绩效办法}, {title: ⟦《绩效办法》, number: 示发〔2020〕5号}]\n" + BASIS, ("绩效办法", "1")),
    Fault("K714", BASIS, "basis: [{title: 绩效办法, number: ⟦示发〔2027〕5号}]\n" + BASIS, ("示发〔2027〕5号", "2027", "2026")),
    Fault("K715", BASIS, "basis: [{title: 绩效办法, number: ⟦示发〔20〕5号}]\n" + BASIS, ("示发〔20〕5号",)),
    Fault("K715", BASIS, "basis: [{title: 绩效办法, number: ⟦示发〔2020〕05号}]\n" + BASIS, ("示发〔2020〕05号",)),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K701 where a stage takes a day": ("end: 2026-03-20, text: 收", "end: 2026-03-02, text: 收"),
    "K702 where a stage has no date": ("{title: 撰写, start: 2026-03-20, end: 2026-03-20, ", "{title: 撰写, "),
    "K703 on the first day after the year": ("start: 2026-03-02\n", "start: 2026-01-01\n"),
    "K704 at the end of the year after": ("end: 2026-03-20, text: 撰", "end: 2026-12-31, text: 撰"),
    "K705 at the year's end": ("assets:\n", "assets:\n  date: 2025-12-31\n"),
    "K711 where a house is numbered": ("2025年各项任务完成。", "改造小区（2020）5号楼。"),
    "K712 with the right brackets": ("name: 改造, source", "name: 示财〔2025〕5号改造, source"),
    "K713 where the same notice comes every year": (BASIS, "basis: [{title: 自评通知, number: 示财〔2024〕5号}, {title: 自评通知, number: 示财〔2025〕5号}]\n" + BASIS),
    "K714 in the year of the evaluation": (BASIS, "basis: [{title: 自评通知, number: 示财〔2026〕5号}]\n" + BASIS),
    "K715 where a decree has no year": (BASIS, "basis: [{title: 预算法实施条例, number: 国务院令第729号}]\n" + BASIS),
}  # fmt: skip
