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


File = Annotated[
    Path,
    # That it cannot be read is told like everything else about a file, not as wrong usage.
    typer.Argument(metavar="DEPT.yaml", readable=False, help=_help("部门的 YAML 文件", "the department's YAML file")),
]
Language = Annotated[Literal["zh", "en"], typer.Option("--lang", help=_help("消息的语言", "language of the messages"))]
Format = Annotated[Form, typer.Option("--format", help=_help("输出的形式", "form of the output"))]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", readable=False, help=_help("输出的文件（.docx）或文件夹", "a file (.docx) or a folder")
    ),
]
SchemaName = Annotated[
    Literal["report", "layout", "standard"],
    typer.Argument(
        metavar="[report|layout|standard]",
        help=_help("哪一种文件的", "of which kind of file"),
    ),
]
LayoutName = Annotated[str, typer.Option("--layout", help=_help("版式名称", "name of the layout"))]
