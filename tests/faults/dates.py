"""Faults of dates and documents, and what their rules let pass."""

from faults.fault import Fault

BASIS = "duties:\n"
"""A list of documents is put in front of the duties."""

NOTICE = "basis: [{title: 自评通知, number: 示财〔2026〕3号}]\n"
STARTED = "  start: 2026-03-02\n"

FAULTS: tuple[Fault, ...] = (
    Fault("K701", "end: 2026-03-20, text: 收", "end: ⟦2026-03-01, text: 收", ("采集",)),
    Fault("K702", "{title: 撰写, start: 2026-03-20, end", "{title: 撰写, start: ⟦2026-03-01, end", ("撰写", "采集")),
    Fault("K706", "start: 2026-03-02, end: 2026-03-20, text: 收", "start: 2026-03-02, end: ⟦2026-04-20, text: 收", ("采集", "撰写")),
    Fault("K703", "start: 2026-03-02\n", "start: ⟦2025-12-31\n", ("2025",)),
    Fault("K703", "  start: 2026-03-02\n  stages:\n    - {title: 采集, start: 2026-03-02", "  stages:\n    - {title: 采集, start: ⟦2025-12-02", ("2025",)),
    Fault("K704", "end: 2026-03-20, text: 撰", "end: ⟦2027-01-01, text: 撰", ("2025", "2027")),
    Fault("K705", "assets:\n", "assets:\n  date: ⟦2024-12-31\n", ("2025", "2024")),
    Fault("K614", STARTED, "  organization: 绩效自评工作于⟦2026年3月12日启动。\n" + STARTED, ("2026年3月12日", "evaluation.start")),
    Fault("K614", STARTED, "  organization: 绩效自评于⟦4月初开始。\n" + STARTED, ("4月", "evaluation.start")),
    Fault("K614", "text: 收集资料。", "text: 资料收集到⟦2024年3月20日为止。", ("2024年3月20日", "end")),
    Fault("K614", "assets:\n", "texts: {assets: ⟦截至2025年11月30日，资产总额为500万元。}\nassets:\n  date: 2025-12-31\n".replace("⟦截至", "截至⟦"), ("2025年11月30日", "assets.date")),
    Fault("K614", "2025年各项任务完成。", "2025年各项任务于⟦2025年2月30日前完成。", ("2025年2月30日",)),
    Fault("K615", BASIS, NOTICE + "texts: {preamble: 依据⟦示财〔2026〕8号自评。}\n" + BASIS, ("示财〔2026〕8号", "示财〔2026〕3号")),
    Fault("K615", BASIS, NOTICE + "results: 依据《自评通知》（⟦示财〔2025〕3号）自评。\n" + BASIS, ("示财〔2025〕3号", "示财〔2026〕3号")),
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
    "K706 where a stage takes as long as the next": ("end: 2026-03-20, text: 撰", "end: 2026-03-21, text: 撰"),
    "K614 of another's start": (STARTED, "  organization: 2026年3月1日，区财政局启动全区自评工作。\n" + STARTED),
    "K614 of a day without its year": (STARTED, "  organization: 绩效自评工作于3月2日启动，3月20日前报送资料。\n" + STARTED),
    "K614 of the month of the start": (STARTED, "  organization: 绩效自评工作于2026年3月上旬启动。\n" + STARTED),
    "K614 of last year's end": ("assets:\n", "texts: {assets: 与截至2024年12月31日的相比，资产总额增加20万元。}\nassets:\n  date: 2025-12-31\n"),
    "K614 of a deadline like the assets' date": ("2025年各项任务完成。", "剩余任务于2026年12月31日前完成，苗木已有24月龄。"),
    "K615 of the number that is listed": (BASIS, NOTICE + "texts: {preamble: 依据《自评通知》（示财〔2026〕3号）自评。}\n" + BASIS),
    "K615 of the issuer's other document in prose": (BASIS, NOTICE + "results: 依据示财〔2026〕8号自评。\n" + BASIS),
    "K615 of another document": (BASIS, NOTICE + "texts: {preamble: 依据《项目库管理办法》（示财〔2026〕8号）自评。}\n" + BASIS),
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
