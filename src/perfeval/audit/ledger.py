"""All that a report knows, looked through for a number: built when the first number asks for it."""

from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal
from functools import cached_property

from perfeval.audit.index import Index
from perfeval.audit.known import Known, everything, known_as, known_of
from perfeval.audit.names import Names, names_of
from perfeval.audit.quantities import Quantity
from perfeval.audit.verdict import Verdict, agrees, likeness
from perfeval.figures import Facts
from perfeval.printing import capital
from perfeval.quantity import Unit

TELLING = 4
"""So many digits are seldom written by chance."""
_NAMED, _ALONE = 2, 4
"""So many digits besides those that count the values: with a word for what is measured, and without.

A number is like one of few values by chance alone the more easily, the more of them there are.
"""

_LABEL = 400
"""Characters that a label takes at most: the longest name of a project, its measure, and blanks between."""


class Ledger:
    """The values of one report, by name, by unit and by label; and its proper names."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._backing: dict[tuple[Unit, Decimal, int], list[Known]] = {}

    @cached_property
    def names(self) -> Names:
        """The proper names of the report."""
        return names_of(self.facts)

    @cached_property
    def _by_unit(self) -> dict[Unit, Index]:
        rows: dict[Unit, list[Known]] = defaultdict(list)
        for known in everything(self.facts):
            if known.value:
                rows[known.unit].append(known)
        return {unit: Index(rows[unit]) for unit in Unit}

    @cached_property
    def in_capitals(self) -> list[tuple[Known, str]]:
        """Every amount but zeros, with its capitals."""
        return [(known, capital(known.value)) for known in self.of(Unit.MONEY)]

    @cached_property
    def _distinct(self) -> dict[tuple[Unit, str], int]:
        """How many values there are of a unit, and of a unit by what is measured."""
        values: dict[tuple[Unit, str], set[Decimal]] = defaultdict(set)
        for unit, index in self._by_unit.items():
            for known in index:
                values[unit, known.key].add(known.value)
                values[unit, ""].add(known.value)
        return {key: len(found) for key, found in values.items()}

    @cached_property
    def _labels(self) -> dict[str, list[Known]]:
        """By whole labels; not shares, for 占比 may be of the projects as of the money."""
        rows: dict[str, list[Known]] = defaultdict(list)
        for figure in self.facts.figures.values():
            if isinstance(figure.value, Decimal) and not figure.name.endswith(".share"):
                rows[_bare(figure.label.zh)].append(known_of(figure, figure.value))
        return rows

    @cached_property
    def _label_lengths(self) -> list[int]:
        return sorted({len(label) for label in self._labels}, reverse=True)

    def of(self, unit: Unit) -> Index:
        """Every value of a unit but zeros, figures first."""
        return self._by_unit[unit]

    def at(self, paths: Collection[str], unit: Unit) -> list[Known]:
        """What stands at the paths, as far as there is something of that unit."""
        found = (known_as(self.facts, path) for path in paths)
        return [known for known in found if known is not None and known.unit is unit]

    def labelled(self, lead: str, unit: Unit) -> list[Known]:
        """The figures whose whole label ends the words before a number."""
        words = _bare(lead[-_LABEL:])
        for verb in ("为", "是", "：", ":", "共"):
            words = words.removesuffix(verb)
        ending = next((words[-n:] for n in self._label_lengths if words[-n:] in self._labels), None)
        if ending is None or words.removesuffix(ending)[-1:].isalnum():
            return []
        return [known for known in self._labels[ending] if known.unit is unit]

    def backing(self, quantity: Quantity) -> list[Known]:
        """Every value that the number may be; what fell is written without its sign."""
        asked = (quantity.unit, quantity.value, quantity.exponent)
        if asked not in self._backing:
            self._backing[asked] = [
                known
                for known in self.of(quantity.unit).of_size(quantity.value, -quantity.exponent)
                if agrees(quantity, known.value) or known.value < 0 < quantity.value
            ]
        return self._backing[asked]

    def likely(self, quantity: Quantity, keys: Collection[str]) -> list[tuple[Known, Verdict]]:
        """The values that a number unknown to the report may have been, likeliest first; ``keys`` are what is measured.

        None where so few digits are like some value by chance.
        """
        if quantity.significant < TELLING:
            return []
        of_keys = sum(self._distinct.get((quantity.unit, key), 0) for key in keys)
        by_key = quantity.significant >= _NAMED + len(str(of_keys))
        alone = quantity.significant >= _ALONE + len(str(self._distinct.get((quantity.unit, ""), 0)))
        found = [
            (known, like)
            for known in self.of(quantity.unit).similar(quantity)
            if (alone or (by_key and known.key in keys)) and (like := likeness(quantity, known.value)) is not None
        ]
        return sorted(found, key=lambda one: one[0].key not in keys)


def _bare(words: str) -> str:
    return "".join(words.replace("“", "").replace("”", "").split())
