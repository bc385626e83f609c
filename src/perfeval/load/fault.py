"""A syntax error of the YAML parser, laid out for those who explain it."""

from dataclasses import dataclass
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Fault:
    """What libyaml stumbled over; rows and columns count from 0, ``last`` is the event it gave before."""

    lines: list[str]
    problem: str
    row: int
    column: int
    context: str
    context_row: int
    context_column: int
    last: Any

    @property
    def line(self) -> str:
        """The line where the parser stopped; empty after the last line."""
        return self.lines[self.row] if self.row < len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character where the parser stopped; empty at the end of the line."""
        return self.line[self.column : self.column + 1]

    @property
    def in_flow(self) -> bool:
        """Whether it stopped within brackets or braces."""
        return "flow" in self.context

    @property
    def rows_in_doubt(self) -> tuple[int, ...]:
        """The rows that may hold the cause: the parser's own, its context's, and the last line of text above."""
        above = next((row for row in range(min(self.row, len(self.lines)) - 1, -1, -1) if self.lines[row].strip()), 0)
        return self.row, self.context_row, above


def fault(lines: list[str], error: yaml.MarkedYAMLError, last: Any) -> Fault:
    """The fault in a parser's error; where it names no context, that is the place itself."""
    at = error.problem_mark or error.context_mark
    row, column = (at.line, at.column) if at else (0, 0)
    start = error.context_mark
    context_row, context_column = (start.line, start.column) if start else (row, column)
    return Fault(lines, error.problem or "", row, column, error.context or "", context_row, context_column, last)
