"""A finished document, before it is written anywhere, and the forms it may have."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """A form of the report, by the name that is its suffix, too; all but the first are made of the first."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    ODT = "odt"
    TEXT = "txt"

    @property
    def suffix(self) -> str:
        """How the names of such files end."""
        return f".{self.value}"


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a report, its title as a name, and the suffix that goes with the format."""

    name: str
    suffix: str
    content: bytes
