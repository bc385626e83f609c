"""A watch as people follow it: what came of each round, in the terminal and on the page."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from time import strftime

import typer

from perfeval import pipeline
from perfeval.cli.forms import target_of
from perfeval.cli.interruption import interruption
from perfeval.cli.meant import output_of
from perfeval.cli.tell import INTERRUPTED, stop, tell
from perfeval.diagnostic import Finding, Lang, Result, Text
from perfeval.files import UNWRITABLE, Files, about_file
from perfeval.formats.document import Document, Form
from perfeval.watch.board import Board, Shown
from perfeval.watch.rounds import Round, rounds
from perfeval.watch.server import no_port, serving
from perfeval.write import write


def watch_one(file: Path, output: Path | None, port: int | None, lang: Lang) -> None:
    """Write the document and tell of it in every round, until Ctrl-C; with a ``port`` there is the page, too."""
    board = Board()

    def render(files: Files) -> Result[Document]:
        return pipeline.render(file, files=files)

    with interruption() as is_over, ExitStack() as stack:
        typer.echo(Text(f"正在守候 {file}，按 Ctrl-C 结束。", f"Watching {file}; Ctrl-C ends it.").say(lang))
        if port is not None:
            typer.echo(_address(board, file, port, lang, stack))
        for one in rounds(render, board.begin, board.rest, is_over):
            status, findings = _written(one, file, output, lang)
            document = one.result.value
            tell(findings, lang)
            typer.echo(f"{strftime('%H:%M:%S')} {status.say(lang)}", err=document is None)
            board.show(replace(board.shown, status=status, findings=findings, is_outdated=document is None))
            if port is not None and document is not None:
                page = _page(document, file)
                tell(page.findings, lang)
                board.show(_with_page(board.shown, page))
    raise typer.Exit(INTERRUPTED)


def _address(board: Board, file: Path, port: int, lang: Lang, stack: ExitStack) -> str:
    """Where the page is as long as the watch lasts; why it cannot be had ends the command."""
    try:
        return stack.enter_context(serving(board, file.name, port, lang))
    except OSError as error:
        stop(no_port(port, error), lang)


def _written(one: Round[Document], file: Path, output: Path | None, lang: Lang) -> tuple[Text, tuple[Finding, ...]]:
    """What came of a round, its document in its place, and what was found."""
    document, findings = one.result.value, one.result.findings
    time = f"{one.seconds * 1000:.0f}"
    if document is None:
        words = Text(
            f"没有生成新的报告，原有的不变（{time} 毫秒）", f"no new report, an old one stays as it was ({time} ms)"
        )
        return words, findings
    target = output or output_of([file], lang, one.files)
    try:
        target = target_of(document, target)
        write(document.content, target)
    except (OSError, UnicodeError) as error:
        words = Text(f"报告写不进去（{time} 毫秒）", f"the report could not be written ({time} ms)")
        return words, (*findings, about_file(UNWRITABLE, target, error))
    return Text(f"已生成：{target}（{time} 毫秒）", f"written: {target} ({time} ms)"), findings


def _page(document: Document, file: Path) -> Result[bytes]:
    """The document as a page; who serves none does without what makes it."""
    from perfeval.formats.turning import turned

    return turned(Form.HTML, [(str(file), document.content)])[0]


def _with_page(shown: Shown, page: Result[bytes]) -> Shown:
    """The same with the page, or why there is none."""
    shown = replace(shown, findings=(*(shown.findings or ()), *page.findings))
    if page.value is None:
        return replace(shown, is_outdated=True)
    return replace(shown, report=page.value, edition=shown.edition + 1)
