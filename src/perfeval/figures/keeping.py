"""What a calculation keeps: the same of one subject is computed once, however many figures ask for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

from perfeval.figures.tape import TAPE

S = TypeVar("S")
T = TypeVar("T")

Kept = dict[tuple[object, int], tuple[object, Any]]
"""Results by function and subject; the subject itself is kept beside them, so that no other takes its identity."""

_KEPT: ContextVar[Kept | None] = ContextVar("_KEPT", default=None)


@contextmanager
def keeping() -> Iterator[None]:
    """A calculation that keeps results; not where a tape listens, which is to hear all that every figure reads."""
    token = _KEPT.set({} if TAPE.get() is None else None)
    try:
        yield
    finally:
        _KEPT.reset(token)


def once(compute: Callable[[S], T]) -> Callable[[S], T]:
    """A function that is computed once of each subject while results are kept; worth it for what reads many rows."""

    @wraps(compute)
    def kept_or_computed(subject: S) -> T:
        kept = _KEPT.get()
        if kept is None:
            return compute(subject)
        key = compute, id(subject)
        if key not in kept:
            kept[key] = subject, compute(subject)
        result: T = kept[key][1]
        return result

    return kept_or_computed
