"""The commands and what each is for, in the order of the help."""

from collections.abc import Callable

import typer

from perfeval.cli.builtin import layouts, schema
from perfeval.cli.check import check
from perfeval.cli.explain import explain
from perfeval.cli.figures import figures
from perfeval.cli.language import in_system_language
from perfeval.cli.layout import app as layout
from perfeval.cli.new import new
from perfeval.cli.render import render
from perfeval.cli.rules import rules
from perfeval.cli.summary import summary
from perfeval.cli.watch import ServeAlone, watch
from perfeval.diagnostic import Text

COMMANDS: dict[Callable[..., None], Text] = {
    render: Text(
        "检查、计算并生成报告；有错误时不生成。", "Check, calculate and write the report; not with errors in it."
    ),
    check: Text(
        "检查文件和文件夹，不生成报告；--select 和 --ignore 只挑选规则，读不了的文件总会说明。",
        "Check files and folders without writing a report; --select and --ignore choose among the rules only:"
        " what makes a file unreadable is always told.",
    ),
    watch: Text(
        "守候一份报告：文件一保存就检查并重新生成，可在浏览器里看；按 Ctrl-C 结束。",
        "Watch one report: on every save it is checked and written anew, to be seen in a browser too; Ctrl-C ends.",
    ),
    summary: Text(
        "汇总多个部门：得分排名、合计、等级、异常、检查意见、缺报，写成 .docx 或 .xlsx。",
        "Sum up many departments as .docx or .xlsx: ranks, totals, grades, outliers, findings, who is missing.",
    ),
    rules: Text(
        "列出全部规则；指定一条规则时，给出它的说明和正反两个例子。",
        "List every rule; of one rule, what it says and an example that passes and one that fails.",
    ),
    figures: Text(
        "列出全部数据项：名称、数值、单位、说明、公式。",
        "List every derived figure: name, value, unit, label, formula.",
    ),
    explain: Text(
        "说明一个数据项从何而来：公式、算式、每个数在文件中的行列、舍入；不指定时说明全部。",
        "Tell what a figure is made of: formula, arithmetic, each number's line in the file, rounding; or all figures.",
    ),
    new: Text(
        "新建一个带注释、可直接生成报告的 YAML 文件，或填写项目和指标的空表（.xlsx）。",
        "Write a commented starter file that renders as it is, or an empty .xlsx form for projects and indicators.",
    ),
    schema: Text("打印 JSON Schema。", "Print a JSON Schema."),
    layouts: Text("列出内置的版式。", "List the built-in layouts."),
}

app = typer.Typer(
    help=in_system_language(
        "由一个 YAML 文件生成部门整体支出绩效自评报告。",
        "From one YAML file to a department's performance self-evaluation report.",
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command, purpose in COMMANDS.items():
    own_class = ServeAlone if command is watch else None
    app.command(cls=own_class, help=in_system_language(purpose.zh, purpose.en))(command)
app.add_typer(
    layout,
    name="layout",
    help=in_system_language(
        "自己的版式：复制内置的版式，检查模板里的标记。", "A layout of your own: copy a built-in one, check its tags."
    ),
)
