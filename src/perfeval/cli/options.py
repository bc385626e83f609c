"""What the commands take: each argument and option once, with its help."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from perfeval.cli.language import in_system_language as _help


class Form(StrEnum):
    """The form of what is printed."""

    TEXT = "text"
    JSON = "json"


class FindingsForm(StrEnum):
    """The form of findings."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    WAIVERS = "waivers"


File = Annotated[
    Path,
    # That it cannot be read is told like everything else about a file, not as wrong usage.
    typer.Argument(metavar="DEPT.yaml", readable=False, help=_help("部门的 YAML 文件", "the department's YAML file")),
]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH...]",
        readable=False,
        help=_help(
            "部门的 YAML 文件，或放这些文件的文件夹；不写则按 perfeval.yaml",
            "departments' YAML files, or folders of them; by default what perfeval.yaml says",
        ),
    ),
]
Language = Annotated[Literal["zh", "en"], typer.Option("--lang", help=_help("消息的语言", "language of the messages"))]
Format = Annotated[Form, typer.Option("--format", help=_help("输出的形式", "form of the output"))]
FindingsFormat = Annotated[FindingsForm, typer.Option("--format", help=_help("输出的形式", "form of the output"))]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help=_help(
            "只检查这些规则：代码或其开头，用逗号分开，如 K2,K301；默认不检查的规则，也在这里写出",
            "only these rules: codes or their beginnings with commas between, as K2,K301;"
            " rules on request are asked where they are named here",
        ),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODES", help=_help("不检查这些规则，写法相同", "not these rules, written alike")),
]
Strict = Annotated[
    bool, typer.Option("--strict", help=_help("有警告时退出码也为 1", "warnings, too, give exit status 1"))
]
RuleCode = Annotated[
    str | None, typer.Argument(metavar="[CODE]", help=_help("规则的代码，如 K201", "the code of a rule, such as K201"))
]
FigureName = Annotated[
    str | None,
    typer.Argument(
        metavar="[FIGURE]",
        help=_help(
            "数据项的名称，如 funds.budget，或文件中一项的路径，如 projects.27.score",
            "a figure, such as funds.budget, or a value of the file by its path, such as projects.27.score",
        ),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        readable=False,
        help=_help("输出的文件或文件夹；文件的扩展名决定形式", "a file or a folder; a file's suffix says its form"),
    ),
]
Forms = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMS",
        help=_help(
            "报告的形式，用逗号分开：docx、pdf、html、md、odt、txt；默认 docx",
            "forms of the report, with commas between: docx, pdf, html, md, odt, txt; by default docx",
        ),
    ),
]
Serve = Annotated[
    int | None,
    typer.Option(
        "--serve",
        metavar="[PORT]",
        min=0,
        max=65535,
        help=_help(
            "在本机的浏览器里显示报告和检查意见，自动更新；不写端口则用 8123 或空闲的端口",
            "show report and findings in a browser of this machine, renewed by itself;"
            " without a port at 8123 or one that is free",
        ),
    ),
]
Trace = Annotated[
    bool,
    typer.Option(
        "--trace",
        help=_help(
            "给每个数加批注：数据项、公式，或它在文件里的位置",
            "a comment at every number: its figure and formula, or its place in the file",
        ),
    ),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help=_help("同时工作的进程数", "processes that work side by side"))
]
Force = Annotated[bool, typer.Option("--force", help=_help("没有变化的也重做", "make what is up to date anew, too"))]
Why = Annotated[bool, typer.Option("--why", help=_help("说明每份报告为什么要做", "tell why each report is made"))]
FailFast = Annotated[
    bool, typer.Option("--fail-fast", help=_help("遇到第一个不能生成的就停", "stop at the first that has no report"))
]
Prune = Annotated[
    bool,
    typer.Option(
        "--prune", help=_help("删除没有部门对应的旧报告", "remove documents that are no department's report any more")
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=_help("不显示进度", "show no progress"))]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help=_help(
            "交给 dask 调度器的工作进程，如 tcp://host:8786", "by the workers of a dask scheduler, tcp://host:8786"
        ),
    ),
]
SharedDisk = Annotated[
    bool,
    typer.Option(
        "--shared-disk",
        help=_help(
            "这些工作进程与本机共用文件夹，由它们读写", "those workers see the same folders, and read and write there"
        ),
    ),
]
SchemaName = Annotated[
    Literal["report", "workspace", "layout", "standard", "findings"],
    typer.Argument(
        metavar="[report|workspace|layout|standard|findings]",
        help=_help("哪一种文件的", "of which kind of file"),
    ),
]
Starter = Annotated[
    Path | None,
    typer.Argument(
        metavar="DEPT.yaml",
        readable=False,
        help=_help(
            "新文件；.xlsx 是项目和指标的空表；--workspace 也可写文件夹，不写则为当前文件夹",
            "the new file; .xlsx for empty tables; for --workspace a folder, too, by default this",
        ),
    ),
]
SummaryFile = Annotated[
    Path,
    typer.Option(
        "--output", "-o", readable=False, help=_help("输出的文件：.docx 或 .xlsx", "the file: .docx or .xlsx")
    ),
]
SummaryLayout = Annotated[
    Path | None,
    typer.Option(
        "--layout",
        metavar="FOLDER",
        readable=False,
        help=_help("自有的汇总版式的文件夹", "the folder of a layout of your own for summaries"),
    ),
]
LayoutName = Annotated[str | None, typer.Option("--layout", help=_help("版式名称", "name of the layout"))]
OfWorkspace = Annotated[
    bool,
    typer.Option(
        "--workspace", help=_help("新建各部门共用的 perfeval.yaml", "a perfeval.yaml, for what departments share")
    ),
]
NewLayout = Annotated[
    Path,
    typer.Argument(metavar="FOLDER", readable=False, help=_help("新版式的文件夹", "the folder of the new layout")),
]
BuiltIn = Annotated[
    str, typer.Option("--from", metavar="LAYOUT", help=_help("内置版式的名称", "name of a built-in layout"))
]
LayoutFolder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        readable=False,
        help=_help("版式的文件夹，或内置版式的名称", "a layout's folder, or the name of a built-in one"),
    ),
]
InspectionForm = Annotated[
    Literal["text", "json", "github", "sarif"], typer.Option("--format", help=_help("输出的形式", "form of the output"))
]
AnnotatedCopy = Annotated[
    Path | None,
    typer.Option(
        "--annotate",
        metavar="COPY.docx",
        readable=False,
        help=_help("另存一份模板，把意见写成批注", "a copy of the template, with the findings as comments"),
    ),
]
