"""How far a pass has come: a bar on a terminal, lines elsewhere, nothing where that is asked for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Protocol

import typer

from perfeval.diagnostic import Lang, Text

WORTH_TELLING = 20
"""From so many departments on it is told how far a pass has come."""
TENTHS = 10
"""So many lines tell of a whole pass."""
WITHOUT_REPORT = Text("未生成", "without a report")


class Progress(Protocol):
    """Is told of each department that is finished, and prints what is to be read meanwhile above itself."""

    def advance(self, *, failed: bool) -> None:
        """One more is finished."""

    def say(self, words: str) -> None:
        """Print to standard error."""


@contextmanager
def progress(total: int, lang: Lang, *, quiet: bool, lacking: Text = WITHOUT_REPORT) -> Iterator[Progress]:
    """As standard error is: a terminal or not; few are done before anybody looks. ``lacking`` tells of the failed."""
    if quiet or total < WORTH_TELLING:
        yield _Silent()
    elif sys.stderr.isatty():
        with _bar(total, lang, lacking) as bar:
            yield bar
    else:
        yield _Lines(total, lang, lacking)


class _Silent:
    def advance(self, *, failed: bool) -> None:
        """Nothing is told."""

    def say(self, words: str) -> None:
        typer.echo(words, err=True)


class _Lines(_Silent):
    """A line for every tenth of the whole."""

    def __init__(self, total: int, lang: Lang, lacking: Text) -> None:
        self._total, self._lang, self._lacking = total, lang, lacking
        self._done = self._failed = 0
        self._begin = monotonic()

    def advance(self, *, failed: bool) -> None:
        tenths = self._done * TENTHS // self._total
        self._done += 1
        self._failed += failed
        if self._done * TENTHS // self._total > tenths:
            seconds = max(monotonic() - self._begin, 1e-9)
            rate, left = self._done / seconds, (self._total - self._done) * seconds / self._done
            count = f"{self._done}/{self._total}"
            self.say(
                Text(
                    f"{count}，每秒 {rate:.0f} 个，还需 {left:.0f} 秒，{self._lacking.zh} {self._failed} 个",
                    f"{count}, {rate:.0f} a second, {left:.0f} s left, {self._failed} {self._lacking.en}",
                ).say(self._lang)
            )


@contextmanager
def _bar(total: int, lang: Lang, lacking: Text) -> Iterator[Progress]:
    """Rich's bar: count, rate, remaining time, failures so far."""
    from rich import progress as rich
    from rich.console import Console
    from rich.text import Text as RichText

    rate = Text("每秒 {task.fields[rate]:.0f} 个", "{task.fields[rate]:.0f} a second").say(lang)
    failures = Text(f"{lacking.zh} {{task.fields[failed]}} 个", f"{{task.fields[failed]}} {lacking.en}").say(lang)
    columns = (rich.BarColumn(), rich.MofNCompleteColumn(), rich.TextColumn(rate), rich.TimeRemainingColumn())
    with rich.Progress(*columns, rich.TextColumn(failures), console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total, failed=0, rate=0.0)

        class Bar:
            failed = 0

            def advance(self, *, failed: bool) -> None:
                self.failed += failed
                shown.update(
                    task,
                    advance=1,
                    failed=self.failed,
                    rate=shown.tasks[0].finished_speed or shown.tasks[0].speed or 0.0,
                )

            def say(self, words: str) -> None:
                shown.console.print(RichText.from_ansi(words), soft_wrap=True)

        yield Bar()
