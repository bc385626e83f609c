"""How source text is shown within a message."""

import re


def shorten(text: str, most: int = 48) -> str:
    """The text on one line, its middle left out where it is long."""
    text = re.sub("[ \t\r\n]+", " ", text).strip(" ")
    return text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 4 :]}"


def quoted(text: str) -> str:
    """The text as a quoted YAML scalar, as an author would type it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
