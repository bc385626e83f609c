"""What each validating keyword of our schemas has to say about a value it refuses."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches

from perfeval.diagnostic import Diagnostic, Kind, Text
from perfeval.schema import kinds, readings
from perfeval.schema.failure import Failure, keys, short

_NEAR = 0.65  # how like two words must be for one to be a misspelling of the other: 简称 for 部门简称, buget for budget


def _unknown_keys(failure: Failure) -> Iterator[Diagnostic]:
    fields = failure.siblings
    for key in failure.value:
        if key not in fields:
            kind, right = _meant(key, failure)
            meaning = fields[right]["title"] if right else ""
            told = failure.told(kind, key=short(key), right=right, meaning=meaning, allowed=keys(failure.rules))
            yield replace(told, where=(*failure.where, key), at_key=True)


def _meant(key: str, failure: Failure) -> tuple[Kind, str]:
    """The kind of mistake and the key that was meant, among those not yet there; an empty key where none is near."""
    free = {name: field["title"] for name, field in failure.siblings.items() if name not in failure.value}
    right = _nearest(key.replace("-", "_"), free)
    if right is None:
        return kinds.UNKNOWN_KEY, ""
    return (kinds.MISSPELT_KEY if key.isascii() else kinds.CHINESE_KEY), right


def _nearest(written: str, words: Mapping[str, str]) -> str | None:
    """The word (with its Chinese meaning) that was most likely meant, be it by the word or by the meaning."""
    candidates = {meaning: word for word, meaning in words.items()} | {word: word for word in words}
    close = get_close_matches(written.strip().lower(), candidates, n=1, cutoff=_NEAR)
    return candidates[close[0]] if close else None


def _missing_keys(failure: Failure) -> Iterator[Diagnostic]:
    fields = failure.siblings
    # A key that is there under a wrong spelling is told about as misspelt, not a second time as missing.
    misspelt = {_meant(key, failure)[1] for key in failure.value if key not in fields}
    for key in failure.rules["required"]:
        if key not in failure.value and key not in misspelt:
            yield failure.told(kinds.MISSING_KEY, key=key, meaning=fields[key]["title"])


def _wrong_type(failure: Failure) -> Iterator[Diagnostic]:
    wanted = failure.rules["type"]
    if failure.value is None and failure.where:
        yield failure.told(kinds.EMPTY_VALUE)
    elif wanted == "object":
        yield failure.told(kinds.MAPPING_WANTED, allowed=keys(failure.rules))
    elif "array" in wanted and "object" in wanted:
        example = failure.rules["properties"]["file"]["examples"][0]
        named = isinstance(failure.value, str) and failure.value.lower().endswith((".xlsx", ".xlsm", ".csv"))
        yield failure.told(kinds.LIST_OR_TABLE_WANTED, file=short(failure.value) if named else example)
    elif "array" in wanted:
        yield failure.told(kinds.LIST_WANTED)
    elif "string" in wanted and "number" not in wanted:
        yield failure.told(kinds.NUMBER_FOR_TEXT if isinstance(failure.value, Decimal) else kinds.TEXT_WANTED)
    elif isinstance(failure.value, Decimal):
        yield failure.told(kinds.NOT_AN_INTEGER)
    else:
        yield _no_number(failure, kinds.NUMBER_WANTED)


def _no_number(failure: Failure, otherwise: Kind) -> Diagnostic:
    reading = readings.number(failure.value) if isinstance(failure.value, str) else None
    if reading is None:
        return failure.told(otherwise)
    number, cause = reading
    return failure.told(kinds.NUMBER_AS_TEXT, number=number, cause=cause)


def _not_a_choice(failure: Failure) -> Iterator[Diagnostic]:
    words: list[str] = failure.rules["enum"]
    meanings = dict(zip(words, failure.rules.get("enumDescriptions", words), strict=True))
    choices = Text("、".join(f"{word}（{meaning}）" for word, meaning in meanings.items()), ", ".join(words))
    right = _nearest(failure.value, meanings)
    if right is None:
        yield failure.told(kinds.NOT_A_CHOICE, choices=choices)
    else:
        yield failure.told(kinds.MISSPELT_CHOICE, choices=choices, right=right)


def _wrong_form(failure: Failure) -> Iterator[Diagnostic]:
    if not failure.value.strip():
        yield failure.told(kinds.BLANK)
    elif failure.rules.get("format") == "date":
        yield failure.told(kinds.NOT_A_DATE, date=readings.date(failure.value) or failure.field["examples"][0])
    elif "number" in failure.rules.get("type", ""):
        yield _no_number(failure, kinds.NOT_AN_AMOUNT)
    else:
        examples = " / ".join(str(example) for example in failure.field.get("examples", ()))
        yield failure.told(kinds.MALFORMED, examples=examples)


def _no_such_day(failure: Failure) -> Iterator[Diagnostic]:
    yield failure.told(kinds.NO_SUCH_DAY)


def _too_small(failure: Failure) -> Iterator[Diagnostic]:
    limit = failure.rules["minimum"]
    yield failure.told(kinds.TOO_SMALL, bound=Text(f"不小于 {limit}", f"at least {limit}"))


def _not_above(failure: Failure) -> Iterator[Diagnostic]:
    limit = failure.rules["exclusiveMinimum"]
    yield failure.told(kinds.TOO_SMALL, bound=Text(f"大于 {limit}", f"more than {limit}"))


def _too_large(failure: Failure) -> Iterator[Diagnostic]:
    yield failure.told(kinds.TOO_LARGE, limit=str(failure.rules["maximum"]))


def _too_long(failure: Failure) -> Iterator[Diagnostic]:
    limit = str(failure.rules["maxLength"])
    yield failure.told(kinds.TOO_LONG, length=str(len(failure.value)), limit=limit)


def _blank(failure: Failure) -> Iterator[Diagnostic]:
    yield failure.told(kinds.BLANK)


def _too_few(failure: Failure) -> Iterator[Diagnostic]:
    limit = failure.rules["minItems" if isinstance(failure.value, list) else "minProperties"]
    yield failure.told(kinds.TOO_FEW, count=str(len(failure.value)), limit=str(limit))


ABOUT_KEYS = ("additionalProperties", "required")
EXPLANATIONS: dict[str, Callable[[Failure], Iterator[Diagnostic]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _not_a_choice,
    "minLength": _blank,
    "pattern": _wrong_form,
    "format": _no_such_day,
    "minimum": _too_small,
    "exclusiveMinimum": _not_above,
    "maximum": _too_large,
    "maxLength": _too_long,
    "minItems": _too_few,
    "minProperties": _too_few,
}
"""How each validating keyword of our schemas is explained; of several that refuse one value, the first here speaks."""
