"""What scoring standards are called side by side: by their titles, as far as these tell them apart."""

from collections.abc import Iterable, Mapping

from perfeval.printing import plain
from perfeval.summary.entry import Scale


def titles(scales: Iterable[Scale]) -> Mapping[Scale, str]:
    """The title of each; where others of the same title have other grades, with the floors of its own."""
    different = set(scales)
    grades: dict[str, set[tuple[object, ...]]] = {}
    for one in different:
        grades.setdefault(one.title, set()).add(one.grades)
    return {one: one.title if len(grades[one.title]) == 1 else f"{one.title}（{_floors(one)}）" for one in different}


def _floors(scale: Scale) -> str:
    return "、".join(f"{grade}{plain(low)}分" for grade, low in scale.grades)
