"""Expected texts on disk: compared, or with ``--refresh`` written anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Expected:
    """Holds what a test gives against the file that says what it should give."""

    refresh: bool

    def agrees(self, path: Path, text: str) -> None:
        """Fails unless the file says the same; with ``--refresh`` it is made to."""
        if self.refresh:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing: look at what is given, then run pytest --refresh"
        assert text == path.read_text(encoding="utf-8")

    def no_others(self, found: Iterable[Path], wanted: Iterable[Path]) -> None:
        """Fails where there are expected files that no test looks at; with ``--refresh`` they are removed."""
        orphans = set(found) - set(wanted)
        if self.refresh:
            for orphan in orphans:
                orphan.unlink()
            orphans = set()
        assert not orphans
