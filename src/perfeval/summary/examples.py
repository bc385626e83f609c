"""Contexts of summaries that together have all that a layout of a summary may name."""

from collections.abc import Iterator

from perfeval.context import Context
from perfeval.diagnostic import Severity
from perfeval.inspection.examples import examples
from perfeval.summary.context import context_of
from perfeval.summary.entry import Counted, Entry, Reported
from perfeval.summary.summary import summarise

FOUND = (Counted("K201", Severity.ERROR, 1, 1),)


def summary_contexts() -> Iterator[Context]:
    """Summaries of departments with figures and without, held against a list of names and not."""
    usable = [Entry("甲.yaml", "甲", reported, FOUND) for reported in examples(Reported)]
    for roster in ((), ("乙",)):
        yield context_of(summarise([*usable, Entry("丙.yaml", None, None, FOUND)], roster))
