"""All that a report knows, looked through for a number: built when the first number asks for it."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cached_property

from perfeval.audit.known import Known, everything, known_as
from perfeval.audit.names import Names, names_of
from perfeval.audit.quantities import Quantity
from perfeval.audit.verdict import Verdict, agrees, likeness
from perfeval.figures import Facts
from perfeval.quantity import Unit

_ALONE = 6
"""So many digits are nobody else's: a number that is nearly such a one needs no word beside it."""
TELLING = 4
"""With so many digits, a word for what is measured has to stand beside it."""

_LABEL = 400
"""Characters that a label takes at most: the longest name of a project, its measure, and blanks between."""


class Ledger:
    """The values of one report, by name, by unit and by label; and its proper names."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def names(self) -> Names:
        """The proper names of the report."""
        return names_of(self.facts)

    @cached_property
    def _by_unit(self) -> dict[Unit, list[Known]]:
        rows: dict[Unit, list[Known]] = defaultdict(list)
        for known in everything(self.facts):
            if known.value:
                rows[known.unit].append(known)
        return rows

    @cached_property
    def _labels(self) -> dict[str, list[Known]]:
        """By whole labels; not shares, for 占比 may be of the projects as of the money."""
        rows: dict[str, list[Known]] = defaultdict(list)
        for figure in self.facts.figures.values():
            if isinstance(figure.value, Decimal) and not figure.name.endswith(".share"):
                rows[_bare(figure.label.zh)].append(Known(figure.name, figure.label, figure.value, figure.unit))
        return rows

    def of(self, unit: Unit) -> list[Known]:
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
        ending = max((label for label in self._labels if words.endswith(label)), key=len, default=None)
        if ending is None or words.removesuffix(ending)[-1:].isalnum():
            return []
        return [known for known in self._labels[ending] if known.unit is unit]

    def backing(self, quantity: Quantity) -> list[Known]:
        """Every value that the number may be; what fell is written without its sign."""
        return [
            known
            for known in self.of(quantity.unit)
            if agrees(quantity, known.value) or (known.value < 0 and agrees(quantity, -known.value))
        ]

    def likely(self, quantity: Quantity, keys: Collection[str]) -> tuple[Known, Verdict] | None:
        """The value that a number unknown to the report most likely should be; ``keys`` are what is measured."""
        best: tuple[Known, Verdict] | None = None
        for known in self._similar(quantity):
            fits = known.key in keys
            if not fits and (best is not None or quantity.significant < _ALONE):
                continue
            like = likeness(quantity, known.value)
            if like is not None:
                if fits:
                    return known, like
                best = (known, like)
        return best

    def _similar(self, quantity: Quantity) -> Iterator[Known]:
        """A cheap choice before the dear comparison: of the same size, or beginning with the same digits."""
        if quantity.significant < TELLING:
            return
        size, head = quantity.value.adjusted(), quantity.value.as_tuple().digits[:3]
        for known in self.of(quantity.unit):
            if known.value.adjusted() == size or known.value.as_tuple().digits[:3] == head:
                yield known


def _bare(words: str) -> str:
    return "".join(words.replace("“", "").replace("”", "").split())
