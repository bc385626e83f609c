"""Texts: blanks at either end are kept."""

from collections.abc import Iterator

from tools.structure.opened import Opened, W

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANKS = " \t\r\n"


def blanks(package: Opened) -> Iterator[str]:
    """A text that begins or ends with a blank says that it is to be kept."""
    for name, part in package.parts.items():
        for text in part.iter(f"{W}t", f"{W}instrText"):
            said = text.text or ""
            if said != said.strip(BLANKS) and text.get(SPACE) != "preserve":
                yield f"{name}: the blanks around {said.strip(BLANKS)!r} are lost"
