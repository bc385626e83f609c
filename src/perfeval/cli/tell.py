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
    errors = [kind.code for kind in heeded if kind.severity is Severity.ERROR]
    if any(code.startswith("W") for code in errors):
        return 3
    return 1 if errors or (strict and any(kind.severity is Severity.WARNING for kind in heeded)) else 0


def coloured(stream: TextIO) -> bool:
    """Whether what is printed there may have colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
