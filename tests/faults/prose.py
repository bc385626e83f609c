"""Faults in what the department wrote itself, and what the rules of prose let pass."""

from faults.fault import Fault

TEXT = "2025年各项任务完成。"
GRADE = "grade: 优秀\nexpect"

FAULTS: tuple[Fault, ...] = (
    Fault("K601", TEXT, "⟦2024年各项任务完成。", ("2025", "2024")),
    Fault("K601", TEXT, "⟦２０２４年各项任务完成。", ("2025", "2024")),
    Fault("K601", TEXT, "⟦二〇二四年各项任务完成。", ("2025", "2024")),
    Fault("K601", TEXT, "⟦2023年较上年投入增加。", ("2025", "2023")),
    Fault("K601", TEXT, "⟦2023—2024年各项任务完成。", ("2025", "2024")),
    Fault("K601", TEXT, "⟦2026年度部门整体支出绩效良好。", ("2025", "2026")),
    Fault("K601", TEXT, "与2024年相比，⟦20250年投入增加。", ("2025", "20250")),
    Fault("K601", TEXT, "形成⟦2026年度绩效自评工作报告。", ("2025", "2026")),
    Fault("K601", "duties:\n", "goals: {overall: ⟦2026年度，完成道路维护。}\nduties:\n", ("2025", "2026")),
    Fault("K601", "duties:\n", "texts: {staff: 截至⟦2026年底，人员没有变化。}\nduties:\n", ("2025", "2026")),
    Fault("K601", "{title: 采集, start", "{title: ⟦2024年数据采集, start", ("2025", "2024")),
    Fault("K602", TEXT, "预算执行率为⟦92.96%。", ("92.96%", "92.86%")),
    Fault("K602", TEXT, "预算执行率为⟦90.00%，到位资金420万元。".replace("90.00", "92.85"), ("92.85%", "92.86%")),
    Fault("K603", TEXT, "预算执行率为⟦92.68%。", ("92.68%", "92.86%")),
    Fault("K604", TEXT, "全年预算⟦420元。", ("420元", "420万元")),
    Fault("K605", TEXT, "资产总额为⟦480万元。", ("480", "500")),
    Fault("K606", TEXT, "预算执行率为⟦75%。", ("75%", "92.86%")),
    Fault("K606", TEXT, "资产总额比上年⟦减少20万元。", ("减少20万元", "增加20万元")),
    Fault("K606", TEXT, "综合得分为⟦90分。", ("90", "88")),
    Fault("K606", TEXT, "设有⟦六个科室。", ("六", "一")),
    Fault("K606", TEXT, "85分（含）以上的评为优秀，75分（含）至⟦80分的评为良好。", ("80", "85", "良好")),
    Fault("K607", TEXT, "投入⟦98.7万元修缮道路。", ("98.7万元",)),
    Fault("K608", TEXT, "全年预算420万元（⟦人民币肆佰贰拾伍万元整）。", ("肆佰贰拾伍万",)),
    Fault("K608", TEXT, "拨付⟦人民币肆佰叁拾万元整。", ("肆佰叁拾万",)),
    Fault("K609", TEXT, "综合评价等级为“⟦良好”。", ("良好", "优秀")),
    Fault("K610", TEXT, "完成⟦XX项任务。", ("XX",)),
    Fault("K610", TEXT, "依据示发⟦〔〕5号文件。", ("〔〕",)),
    Fault("K610", TEXT, "任务完成⟦（填写完成情况）。", ("填写完成情况",)),
    Fault("K611", GRADE, "problems: [⟦暂无问题。]\ngrade: 优秀\nexpect", ("暂无问题", "88")),
    Fault("K612", TEXT, "⟦我局各项任务完成。", ("我局", "示例区示例街道办事处")),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K601 next year": (TEXT, "2026年各项任务展开。"),
    "K601 in a plan that ends later": (TEXT, "到2030年，道路全部改造。"),
    "K601 next year's plan": (TEXT, "下一步，做好2026年度部门整体支出绩效目标的编制。"),
    "K601 in a standard sentence of two years": ("duties:\n", "texts: {staff: 2025—2026年，人员没有变化。}\nduties:\n"),
    "K601 early next year": ("duties:\n", "texts: {evaluation_start: 自评工作于2026年初启动。}\nduties:\n"),
    "K601 in goals beyond the year": ("duties:\n", "goals: {overall: 到2026年，道路全部改造。}\nduties:\n"),
    "K601 in the name of a document": (TEXT, "依据《2020年工作要点》（示发〔2019〕5号）。"),
    "K601 in a date": (TEXT, "2019年3月的任务完成。"),
    "K601 in a span that ends in this year": (TEXT, "2024—2025年各项任务完成。"),
    "K601 in a plan that begins in this year": (TEXT, "2025—2027年规划印发。"),
    "K601 of what is compared with": (TEXT, "2025年比2021年增长。"),
    "K602 where a value is rounded": (TEXT, "预算执行率为92.9%，约93%，执行0.04亿元，结余300000元。"),
    "K606 of another's rate": (TEXT, "绿化工程执行率达到92.86%以上。"),
    "K606 in a criterion": (TEXT, "执行率100%得10分；得分≥85分为优秀；75≤得分＜85分为良好。"),
    "K606 of counts that are no figures": (TEXT, "新增12个项目、3个科室获表彰，培训300人。"),
    "K606 of a change with its direction": (TEXT, "资产总额比上年增加20万元，增长4.2%。"),
    "K606 of an indicator's points": (TEXT, "产出指标满分50分，得45分；社会效益指标得24分。"),
    "K608 beside its number": (TEXT, "全年预算420万元（大写：人民币肆佰贰拾万元整）。"),
    "K609 of a project": (TEXT, "该项目评价等级为良好。"),
    "K610 of words that only look so": (TEXT, "制度有待补充，机制尚待完善。"),
    "K611 where a problem is told": (GRADE, "problems: [部分项目没有及时验收。]\ngrade: 优秀\nexpect"),
    "K612 of the department's own kind": (TEXT, "我街道、本办事处按本办法执行，基本办结。"),
}  # fmt: skip
