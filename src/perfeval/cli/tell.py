"""How a command tells what it found, and the exit code that follows from it."""

import os
import sys
from collections.abc import Iterable
from typing import NoReturn, TextIO

import typer

from perfeval.diagnostic import Finding, Lang, Severity

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


def tell(findings: Iterable[Finding], lang: Lang) -> None:
    """Findings beside a result go to standard error."""
    from perfeval.reporters.findings import text as reporter
    from perfeval.reporters.findings.checked import Checked

    found = tuple(findings)
    if found:
        typer.echo(reporter.text(Checked(found), lang, coloured=coloured(sys.stderr)), err=True)


def stop(finding: Finding, lang: Lang) -> NoReturn:
    """Tell it and exit."""
    tell((finding,), lang)
    raise typer.Exit(exit_code((finding,)))


def exit_code(findings: Iterable[Finding], *, strict: bool = False) -> int:
    """3 where a file could not be read or written, 1 with errors (``strict``: or warnings), else 0.

    What is waived does not count.
    """
    heeded = [finding.kind for finding in findings if finding.waived is None]
    if any(kind.is_failure for kind in heeded):
        return 3
    counting = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return int(any(kind.severity in counting for kind in heeded))


def coloured(stream: TextIO) -> bool:
    """Whether what is printed there may have colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
