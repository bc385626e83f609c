"""What a text was meant as."""

import pytest

from perfeval.schema import readings


@pytest.mark.parametrize(
    ("text", "number", "cause"),
    [
        ("95%", "95", "a percent sign"),
        ("９５％", "95", "a percent sign"),
        ("1,234.5", "1234.5", "a thousands separator"),
        ("１２", "12", "a full-width character or a blank"),
        ("100万元", "100", "the unit 万元"),
        ("5,000 元", "0.5", "the unit 元 in place of 万元"),
        ("1.2亿元", "12000", "the unit 亿元 in place of 万元"),
        ("12", "12", "a quotation mark, a leading zero or a plus sign"),
        ("−3.50", "-3.5", "a full-width character or a blank"),
    ],
)
def test_a_number_meant_by_a_text(text: str, number: str, cause: str) -> None:
    reading = readings.number(text)
    assert reading is not None
    assert (reading[0], reading[1].en) == (number, cause)


@pytest.mark.parametrize("text", ["", "约100", "1.2.3", "—", "²", "1e5", "9" * 400])
def test_a_text_that_is_no_number(text: str) -> None:
    assert readings.number(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [("2026.3.6", "2026-03-06"), ("２０２６年３月１６日", "2026-03-16"), ("2026-3-6\n", "2026-03-06"), ("三月", None)],
)
def test_a_date_meant_by_a_text(text: str, date: str | None) -> None:
    assert readings.date(text) == date
