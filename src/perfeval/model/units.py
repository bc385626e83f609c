"""What the numbers of a report count."""

from perfeval.diagnostic import Pointer
from perfeval.quantity import Unit

_UNITS = {
    **dict.fromkeys(("change_rate", "execution_rate"), Unit.PERCENT),
    **dict.fromkeys(("score", "weight", "execution_weight"), Unit.SCORE),
    **dict.fromkeys(("offices", "affiliates"), Unit.PROJECTS),
    **dict.fromkeys(("administrative", "institutional", "in_post", "retired", "veteran_retired"), Unit.PEOPLE),
    **dict.fromkeys(
        ("value", "previous", "change", "initial", "adjusted", "final", "budget", "received", "executed", "balance"),
        Unit.MONEY,
    ),
}


def unit_of(pointer: Pointer) -> Unit | None:
    """The unit of a number of a report; None where it depends on the words, as an actual value's does."""
    return None if pointer[0] in {"expect", "waivers"} else _UNITS.get(str(pointer[-1]))
