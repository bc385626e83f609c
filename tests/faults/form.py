"""Faults of form, and what their rules let pass."""

from faults.fault import Fault

TEXT = "  2025年各项任务完成。与2023年相比，投入增加。\n"

FAULTS: tuple[Fault, ...] = (
    Fault("K651", TEXT, "  一、健全制度。\n\n  二、加强培训。\n\n  ⟦四、抓好落实。\n", ("二、", "四、")),
    Fault("K651", TEXT, "  一、健全制度。\n  **⟦2、加强培训。**\n  三、抓好落实。\n", ("一、", "2、")),
    Fault("K651", TEXT, "  （一）健全制度。\n  ⟦（一）加强培训。\n", ("（一）",)),
    Fault("K651", TEXT, "  一、健全制度。\n  （1）预算制度。\n  ⟦（3）采购制度。\n", ("（1）", "（3）")),
    Fault("K651", TEXT, "  一、健全制度。\n  ⟦（二）采购制度。\n", ("一、", "（二）")),
    Fault("K652", "{title: 采集, start", "{title: ⟦1、采集, start", ("1、", "1")),
    Fault("K652", "units:\n    - {name: 办公室, kind: office, text: 负责日常运转。}\n    - {name: 服务中心", "units:\n    - {name: ⟦（一）办公室, kind: office, text: 负责日常运转。}\n    - {name: （二）服务中心", ("（一）", "2")),
    Fault("K652", "grade: 优秀\nexpect", "problems:\n  - 1.指标不细。\n  - 2.进度偏慢。\ngrade: 优秀\nexpect".replace("1.", "⟦1."), ("1.", "2")),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K651 where each part begins at one": (TEXT, "  一、制度。\n  （一）预算。\n  （二）采购。\n  二、培训。\n  （一）业务。\n"),
    "K651 where a new list begins": (TEXT, "  **制度**\n  1、预算。\n  2、采购。\n\n  **培训**\n  1、业务。\n  2、法规。\n"),
    "K651 where a list is numbered for us": (TEXT, "  1. 预算。\n  1. 采购。\n  1. 培训。\n"),
    "K651 where a text goes on from another": (TEXT, "  （三）预算。\n  （四）采购。\n"),
    "K651 where levels are the other way round": (TEXT, "  （1）制度。\n  1、预算。\n  2、采购。\n  （2）培训。\n  1、业务。\n"),
    "K651 where the next part follows": (TEXT, "  （三）预算。\n  （四）采购。\n  二、培训。\n  （一）业务。\n"),
    "K651 above ten": (TEXT, "".join(f"  {number}、制度。\n" for number in (*"一二三四五六七八九十", "十一", "十二"))),
    "K651 where a line begins with a number of its own": (TEXT, "  一、二、四期工程。\n  2.5公里道路。\n  7、8号楼。\n"),
    "K652 where there is only one problem": ("grade: 优秀\nexpect", "problems: [1.指标不细。]\ngrade: 优秀\nexpect"),
}  # fmt: skip
