"""What is computed once in a calculation, and what a tape still hears of."""

import pytest

from perfeval.figures.keeping import keeping, once
from perfeval.figures.tape import TAPE
from perfeval.trace.recorder import Recorder


@pytest.fixture
def computed() -> list[object]:
    """The subjects computed of, one after another."""
    return []


def first(numbers: list[int]) -> int:
    return numbers[0]


def test_the_same_of_one_subject_is_computed_once_in_a_calculation(computed: list[object]) -> None:
    seen = once(computed.append)
    one, alike = [1], [1]
    with keeping():
        for subject in (one, one, alike, one):
            seen(subject)
    assert [id(subject) for subject in computed] == [id(one), id(alike)]


def test_no_result_is_a_result(computed: list[object]) -> None:
    seen, subject = once(computed.append), object()  # it gives None, as a figure without a result is
    with keeping():
        assert (seen(subject), seen(subject)) == (None, None)
    assert computed == [subject]


def test_a_subject_that_is_gone_leaves_its_results_to_no_other() -> None:
    number = once(first)
    with keeping():
        assert [number([index]) for index in range(100)] == list(range(100))


def test_another_calculation_begins_anew(computed: list[object]) -> None:
    seen, subject = once(computed.append), object()
    for _ in range(2):
        with keeping():
            seen(subject)
    seen(subject)
    seen(subject)
    assert computed == [subject] * 4


def test_while_a_tape_listens_everything_is_computed_each_time(computed: list[object]) -> None:
    seen, subject = once(computed.append), object()
    token = TAPE.set(Recorder())
    try:
        with keeping():
            seen(subject)
            seen(subject)
    finally:
        TAPE.reset(token)
    assert computed == [subject] * 2


def test_nothing_is_kept_after_a_calculation_that_fails() -> None:
    begins, numbers = once(first), list[int]()
    with pytest.raises(IndexError), keeping():
        begins(numbers)
    numbers.append(1)
    assert begins(numbers) == 1
    numbers[0] = 2
    assert begins(numbers) == 2
