"""A finished document, before it is written anywhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a report; ``name`` is the file's name without folder, with its suffix."""

    name: str
    content: bytes
