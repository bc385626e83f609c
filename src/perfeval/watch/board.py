"""The board: what is shown at the moment, and the waiting for what is shown next."""

from dataclasses import dataclass, replace
from threading import Condition

from perfeval.diagnostic import Finding, Text

NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Shown:
    """What came of the last round, and whether another is under way; what was found, None before the first.

    ``report`` is the page of the last good report, the ``edition``-th; ``is_outdated`` where none was made since.
    """

    status: Text = NOTHING
    is_busy: bool = True
    findings: tuple[Finding, ...] | None = None
    is_outdated: bool = False
    report: bytes | None = None
    edition: int = 0


class Board:
    """Written by one, read by many, who wait for what is newer than the number of what they have."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._number, self._shown = 1, Shown()

    @property
    def shown(self) -> Shown:
        """What is shown."""
        return self._shown

    def show(self, shown: Shown) -> None:
        """Put it up in place of the last."""
        with self._changed:
            self._number, self._shown = self._number + 1, shown
            self._changed.notify_all()

    def begin(self) -> None:
        """Work is under way."""
        self.show(replace(self._shown, is_busy=True))

    def rest(self) -> None:
        """It is not."""
        self.show(replace(self._shown, is_busy=False))

    def after(self, number: int, seconds: float) -> tuple[int, Shown]:
        """What is shown and its number, as soon as that is another than this, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, seconds)
            return self._number, self._shown
