"""Proper names in a text: each becomes a mark, and each mark has a subject, so that no name is read as words."""

from collections.abc import Iterator
from dataclasses import dataclass

from perfeval.audit.vocabulary import WHOLE, Subject, tokens
from perfeval.diagnostic import Pointer
from perfeval.figures import Facts

_FIRST_MARK = 0xE000
_SHORTEST = 3
"""Characters of a name that is no common word."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a report with the marks that stand for them, longer ones first; subjects and grades by mark."""

    marks: dict[str, str]
    subjects: dict[str, Subject]
    grades: str

    def marked(self, text: str) -> str:
        """The text, as long as it was, with a mark at the beginning of every name and blanks for the rest of it."""
        for name, mark in self.marks.items():
            if name in text:
                text = text.replace(name, mark.ljust(len(name), "　"))
        return text


def names_of(facts: Facts) -> Names:
    """The department, its projects and indicators, and the grades."""
    department, known_words = facts.report.department, tokens(facts.report.year)
    subjects: dict[str, Subject] = {department.name: WHOLE}
    if department.short_name:
        subjects[department.short_name] = WHOLE
    for pointer, name in _records(facts):
        if len(name) >= _SHORTEST and known_words.fullmatch(name) is None:
            subjects[name] = (*subjects.get(name, ()), *subject_of_record(pointer))
    grades = {band.name: (f"projects.{band.key}",) for band in facts.standard.grades}
    ordered = sorted({**subjects, **grades}.items(), key=lambda entry: -len(entry[0]))
    marks = {name: chr(_FIRST_MARK + number) for number, (name, _) in enumerate(ordered)}
    return Names(marks, {marks[name]: subject for name, subject in ordered}, "".join(marks[name] for name in grades))


def subject_of_record(pointer: Pointer) -> Subject:
    """What a text below this pointer is about before it says so; the whole department where it stands by itself."""
    numbers = [step + 1 for step in pointer if isinstance(step, int)]
    if pointer[0] not in {"projects", "indicators"} or not numbers:
        return WHOLE
    last = max(place for place, step in enumerate(pointer) if isinstance(step, int))
    given = ".".join(("report", *map(str, pointer[: last + 1])))
    return (".".join((str(pointer[0]), *map(str, numbers))), given)


def _records(facts: Facts) -> Iterator[tuple[Pointer, str]]:
    """Projects, categories, groups and indicators with their names."""
    for index, project in enumerate(facts.report.projects):
        yield ("projects", index), project.name
    for c, category in enumerate(facts.report.indicators):
        yield ("indicators", c), category.name
        for g, group in enumerate(category.groups):
            yield ("indicators", c, "groups", g), group.name
            for i, item in enumerate(group.items):
                yield ("indicators", c, "groups", g, "items", i), item.name
