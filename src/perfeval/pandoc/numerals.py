"""Numbers as Word counts: the formats of ``w:numFmt`` (ECMA-376 part 1, 17.18.59) that Chinese documents use."""

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _by_digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _counted(number: int) -> str:
    """十一, 二十; from a hundred on digit by digit: 一〇〇."""
    return _by_thousands(number) if number < 100 else _by_digits(number)  # noqa: PLR2004


def _by_thousands(number: int, digits: str = "零一二三四五六七八九", units: str = "千百十") -> str:
    """一百零五, below ten thousand."""
    if number >= 10_000:  # noqa: PLR2004
        return str(number)
    words = ""
    for digit, unit in zip(f"{number:04}", (*units, ""), strict=True):
        if digit != "0":
            words += digits[int(digit)] + unit
        elif words and not words.endswith(digits[0]):
            words += digits[0]
    words = words.rstrip(digits[0]) or digits[0]
    return words.removeprefix("一") if words.startswith("一十") else words


def _capitals(number: int) -> str:
    return _by_thousands(number, _CAPITALS, "仟佰拾")


def _roman(number: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        words += letters * count
    return words


def _letters(number: int) -> str:
    """A to Z, then AA, BB: so Word goes on."""
    turns, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (turns + 1)


def _within(first: str, count: int) -> Callable[[int], str]:
    """The so many signs that Unicode has in a row, the first of them for 1."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: "".join(chr(ord("０") + int(digit)) for digit in str(number)),
    "decimalEnclosedCircle": _within("①", 20),
    "decimalEnclosedCircleChinese": _within("①", 20),
    "decimalEnclosedParen": _within("⑴", 20),
    "decimalEnclosedFullstop": _within("⒈", 20),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": _counted,
    "chineseCountingThousand": _by_thousands,
    "japaneseCounting": _by_thousands,
    "chineseLegalSimplified": _capitals,
    "ideographDigital": _by_digits,
    "none": lambda _number: "",
}


def numeral(number: int, form: str) -> str:
    """A number in one of Word's formats; in arabic digits where the format is another."""
    return _FORMATS.get(form, str)(number)
