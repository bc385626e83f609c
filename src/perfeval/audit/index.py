"""The known values of one unit, found by their digits: as they are, or as a slip of the hand would write them."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from perfeval.audit.known import Known
from perfeval.audit.quantities import Quantity
from perfeval.audit.verdict import SHIFTS, digits_of, telling_digits
from perfeval.quantity import Unit, rounded


class Index:
    """Values in their order; tables are made when first asked for, one for each number of decimals."""

    def __init__(self, rows: list[Known]) -> None:
        self._rows = rows
        self._rounded: dict[int, dict[Decimal, list[int]]] = {}
        self._digits: dict[str, list[int]] = defaultdict(list)
        for place, known in enumerate(rows):
            self._digits[telling_digits(known.value, known.unit)].append(place)

    def __iter__(self) -> Iterator[Known]:
        return iter(self._rows)

    def of_size(self, size: Decimal, decimals: int) -> list[Known]:
        """The values of that size, above or below zero, when rounded to so many decimals."""
        return self._at(self._places(abs(size), decimals))

    def similar(self, quantity: Quantity) -> list[Known]:
        """The values that may have become the quantity by a wrong digit, two exchanged, a lost point, a wrong unit."""
        size, decimals = abs(quantity.value), -quantity.exponent
        places = list(self._digits.get(digits_of(size).strip("0"), ()))
        for neighbour in _neighbours(str(int(size.scaleb(decimals)))):
            places += self._places(Decimal(neighbour).scaleb(-decimals), decimals)
        if quantity.unit is Unit.MONEY:
            for shift in SHIFTS:
                places += self._places(size.scaleb(-shift), decimals + shift)
        return self._at(sorted(set(places)))

    def _places(self, size: Decimal, decimals: int) -> list[int]:
        table = self._rounded.get(decimals)
        if table is None:
            table = self._rounded[decimals] = defaultdict(list)
            for place, known in enumerate(self._rows):
                table[abs(rounded(known.value, decimals))].append(place)
        return table.get(size, [])

    def _at(self, places: list[int]) -> list[Known]:
        return [self._rows[place] for place in places]


def _neighbours(digits: str) -> Iterator[str]:
    """Numbers of as many digits, of which one is another or two that stand together are exchanged."""
    for place, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (place or other != "0"):
                yield digits[:place] + other + digits[place + 1 :]
        following = digits[place + 1 : place + 2]
        if following not in {"", digit} and (place or following != "0"):
            yield digits[:place] + following + digit + digits[place + 2 :]
