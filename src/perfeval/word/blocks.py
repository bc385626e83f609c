"""Which block of a template lacks its end."""

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

ENDS = {"if": "endif", "for": "endfor"}


class Block(NamedTuple):
    """The line a block begins on, and the statement that ends it."""

    line: int
    end: str


def unended_block(source: str, environment: Environment) -> Block | None:
    """The innermost block whose end is missing; None where there is an end too many instead."""
    opened: list[Block] = []
    for line, word in _statements(source, environment):
        if word in ENDS:
            opened.append(Block(line, ENDS[word]))
        elif word in ENDS.values():
            if all(block.end != word for block in opened):
                return None
            if opened[-1].end != word:
                break
            opened.pop()
    return opened[-1] if opened else None


def _statements(source: str, environment: Environment) -> Iterator[tuple[int, str]]:
    """Line and first word of every statement, as far as the source can be taken apart."""
    before = ""
    with suppress(TemplateSyntaxError):
        for token in environment.lexer.tokenize(source):
            if before == "block_begin":
                yield token.lineno, str(token.value)
            before = token.type
