"""One run of pandoc over a Word document, in a sandbox and with so much memory."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pypandoc

from perfeval.diagnostic import Diagnostic, Kind, Outcome, Severity, Text

FILTERS = Path(__file__).parent / "filters"
READER = "docx+styles+empty_paragraphs"
MEMORY = ("+RTS", "-M1024M", "-RTS")
"""What pandoc may take at most: a report needs a tenth of it."""

NO_PANDOC = Kind(
    "W211",
    Severity.ERROR,
    what=Text("没有找到 pandoc，不能转换成这种格式", "pandoc is not there, so this form cannot be made"),
    why=Text(
        "网页、Markdown、ODT 和纯文本由 pandoc 从 Word 报告转换而来",
        "the web page, Markdown, ODT and plain text are made of the Word report by pandoc",
    ),
    cure=Text(
        "重新安装：pip install pypandoc_binary；或自行安装 pandoc 3.1 以上版本",
        "install it again: pip install pypandoc_binary; or install pandoc 3.1 or later yourself",
    ),
)
FAILED = Kind(
    "W212",
    Severity.ERROR,
    what=Text("pandoc 没有转换成功：{detail}", "pandoc failed: {detail}"),
    why=Text("没有写成的格式不能残缺地留下", "no form is left behind by halves"),
    cure=Text(
        "先用 Word 打开 docx 报告，看是否完好；用自己的版式时，逐步撤去新加的内容，找出是哪一处",
        "open the docx report in Word and see whether it is sound; with a layout of your own, take what you added away "
        "step by step until you find it",
    ),
)


@cache
def version() -> str:
    """The versions of pandoc and of its binding, on which the bytes depend; "" where there is none."""
    try:
        return f"pandoc {pypandoc.get_pandoc_version()}, pypandoc {pypandoc.__version__}"
    except OSError:
        return ""


def converted(document: bytes, form: str, options: Sequence[str], filters: Sequence[str]) -> Outcome[bytes]:
    """What pandoc makes of a Word document."""
    try:
        made = pypandoc.convert_text(
            document,
            to=form,
            format=READER,
            extra_args=["--quiet", *options, *MEMORY],
            filters=[str(FILTERS / f"{name}.lua") for name in filters],
            outputfile="-",
            verify_format=False,
            sandbox=True,
        )
    except RuntimeError as error:
        return Outcome(None, (Diagnostic(FAILED, (), {"detail": str(error).strip()}),))
    except OSError:
        return Outcome(None, (Diagnostic(NO_PANDOC, ()),))
    return Outcome(made if isinstance(made, bytes) else made.encode())
