"""Footnotes and endnotes: what is referred to is written."""

from collections import Counter
from collections.abc import Iterator

from tools.structure.opened import Opened, W

SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def notes(package: Opened) -> Iterator[str]:
    """Every reference has its note, every note its one reference; separators need none."""
    for kind in ("footnote", "endnote"):
        written = Counter(
            note.get(f"{W}id")
            for part in package.related(f"{kind}s")
            for note in part.iter(W + kind)
            if note.get(f"{W}type") not in SEPARATORS
        )
        referred = Counter(one.get(f"{W}id") for one in package.document.iter(f"{W}{kind}Reference"))
        if written != referred or any(times > 1 for times in written.values()):
            yield f"{kind}s {sorted(map(str, written.elements()))} are referred to as {sorted(map(str, referred.elements()))}"
