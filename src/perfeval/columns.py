"""Columns of a terminal: an East Asian wide character takes two, a combining one none."""

import unicodedata


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def padded(text: str, columns: int) -> str:
    """The text filled up with blanks to so many columns; a negative number puts it to the right."""
    blanks = " " * max(0, abs(columns) - width(text))
    return text + blanks if columns >= 0 else blanks + text
