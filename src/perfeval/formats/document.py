"""A finished document, before it is written anywhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a report, its title as a name, and the suffix that goes with the format."""

    name: str
    suffix: str
    content: bytes
