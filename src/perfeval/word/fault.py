"""The one exception of this package: a template, or a value put into it, cannot become a correct document."""

from collections.abc import Mapping

from perfeval.diagnostic import Arguments, Kind, Text

NOWHERE = Text("", "")
EXCERPT = 24


class TemplateFault(Exception):  # noqa: N818 (the fault is the template's, not the program's)
    """What is wrong and the arguments of its words; whoever knows the place adds it with ``at``."""

    def __init__(self, kind: Kind, arguments: Arguments) -> None:
        super().__init__(kind, arguments)
        self.kind = kind
        self.arguments = {"where": NOWHERE, "tag": "", **arguments}

    def __str__(self) -> str:
        return f"{self.kind.code} {self.arguments}"

    def at(self, place: Mapping[str, str | Text]) -> "TemplateFault":
        """The same fault with the place it was found at."""
        return TemplateFault(self.kind, {**self.arguments, **place})


def shorten(text: str) -> str:
    """The beginning of a text, as a message quotes it."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"
