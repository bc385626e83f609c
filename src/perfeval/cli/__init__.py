"""The command line: arguments in, exit code out: 0 clean, 1 errors found, 2 wrong usage, 3 files or program failed."""

import io
import sys
from contextlib import suppress
from typing import NoReturn

import click
import typer

from perfeval.cli.commands import app
from perfeval.cli.language import SYSTEM, language_asked
from perfeval.cli.tell import INTERRUPTED
from perfeval.cli.usage import ChineseHelp, usage
from perfeval.diagnostic import Text, reason_of

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command line; whatever goes wrong is told in words, never by a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # where an encoding has no hanzi, their codes are shown
            stream.reconfigure(errors="backslashreplace")
    click.Context.formatter_class = ChineseHelp if SYSTEM == "zh" else click.HelpFormatter
    try:
        code = app(standalone_mode=False, prog_name="perfeval")
    except click.ClickException as error:
        typer.echo(usage(error.format_message(), language_asked(sys.argv)), err=True)
        code = error.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        reason = reason_of(error)
        said = Text(f"perfeval：无法输出：{reason.zh}", f"perfeval: cannot print: {reason.en}")
        with suppress(OSError):
            typer.echo(said.say(language_asked(sys.argv)), err=True)
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:  # Python would try once more as it exits, complain, and exit with 120
                with suppress(OSError):
                    stream.close()
        code = 3
    sys.exit(code if isinstance(code, int) else 0)
