"""One run of pandoc over a Word document, in a sandbox, with so much memory and an end in due time."""

import logging
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pypandoc

from perfeval.diagnostic import Diagnostic, Kind, Outcome, Severity, Text

logging.getLogger("pypandoc").addHandler(logging.NullHandler())  # without one it prints tracebacks of its own
logging.getLogger("pypandoc").propagate = False

FILTERS = Path(__file__).parent / "filters"
READER = "docx+styles+empty_paragraphs"
MEMORY = ("+RTS", "-M1024M", "-RTS")
"""What pandoc may take at most: a report needs a tenth of it."""
SECONDS, BYTES_A_SECOND = 60, 10_000
"""How long a run may take, and for how many bytes of the document a second besides; usually it is less than one."""

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
    seconds = SECONDS + len(document) // BYTES_A_SECOND
    try:
        command = [
            pypandoc.get_pandoc_path(), f"--from={READER}", f"--to={form}", "--output=-", "--sandbox", "--quiet",
            *options, *(f"--lua-filter={FILTERS / name}.lua" for name in filters), *MEMORY,
        ]  # fmt: skip
        run = subprocess.run(command, input=document, capture_output=True, timeout=seconds, check=False)  # noqa: S603 (no shell)
    except OSError:
        return Outcome(None, (Diagnostic(NO_PANDOC, ()),))
    except subprocess.TimeoutExpired:
        return _failed(
            Text(f"{seconds} 秒后仍没有结束，已停止", f"it had not ended after {seconds} seconds and was stopped")
        )
    if run.returncode != 0:
        return _failed(run.stderr.decode("utf-8", "replace").strip())
    return Outcome(run.stdout)


def _failed(detail: str | Text) -> Outcome[bytes]:
    return Outcome(None, (Diagnostic(FAILED, (), {"detail": detail}),))
