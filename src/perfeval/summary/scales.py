"""What scoring standards are called side by side: by their titles, as far as these tell them apart."""

from collections.abc import Iterable, Mapping

from perfeval.printing import plain
from perfeval.summary.entry import Scale


def titles(scales: Iterable[Scale]) -> Mapping[Scale, str]:
    """The title of each; where others of the same title have other grades, with the floors of its own."""
    known = dict.fromkeys(scales)
    ambiguous = {
        one.title for one in known for other in known if one.title == other.title and one.grades != other.grades
    }
    return {one: f"{one.title}（{_floors(one)}）" if one.title in ambiguous else one.title for one in known}


def _floors(scale: Scale) -> str:
    return "、".join(f"{grade}{plain(low)}分" for grade, low in scale.grades)
