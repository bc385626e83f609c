"""Proper names in a text: each becomes a mark, and each mark has a subject, so that no name is read as words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from perfeval.audit.vocabulary import MARKS, WHOLE, Subject, tokens
from perfeval.diagnostic import Pointer
from perfeval.figures import Facts
from perfeval.figures.indicator_tables import tables_of

_FIRST_MARK = 0xF0000
_FOREIGN_MARK = re.compile(f"[{MARKS}]")
_SHORTEST = 3
"""Characters of a name that is no common word."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a report with the marks that stand for them; subjects and grades by mark; lengths, longest first."""

    marks: dict[str, str]
    subjects: dict[str, Subject]
    grades: str
    lengths: tuple[int, ...]

    def marked(self, text: str) -> str:
        """The text, as long as it was, with a mark at the beginning of every name and blanks for the rest of it."""
        text = _FOREIGN_MARK.sub("\ufffd", text)
        for length in self.lengths:
            names = (text[start : start + length] for start in range(len(text) - length + 1))
            for name in [name for name in names if name in self.marks]:
                text = text.replace(name, self.marks[name].ljust(length, "　"))
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
    named = {**subjects, **grades}
    marks = {name: chr(_FIRST_MARK + number) for number, name in enumerate(named)}
    return Names(
        marks,
        {marks[name]: subject for name, subject in named.items()},
        "".join(marks[name] for name in grades),
        tuple(sorted({len(name) for name in named}, reverse=True)),
    )


def subject_of_record(pointer: Pointer) -> Subject:
    """What a text below this pointer is about before it says so; the whole department where it stands by itself."""
    numbers = [step + 1 for step in pointer if isinstance(step, int)]
    if pointer[0] not in {"projects", "indicators"} or not numbers:
        return WHOLE
    last = max(place for place, step in enumerate(pointer) if isinstance(step, int))
    given = ".".join(("report", *map(str, pointer[: last + 1])))
    if "indicators" in pointer[1:]:  # of a project's own form
        return (".".join(("projects", str(numbers[0]), "indicators", *map(str, numbers[1:]))), given)
    return (".".join((str(pointer[0]), *map(str, numbers))), given)


def _records(facts: Facts) -> Iterator[tuple[Pointer, str]]:
    """Projects, categories, groups and indicators with their names."""
    for index, project in enumerate(facts.report.projects):
        yield ("projects", index), project.name
    for table in tables_of(facts.report):
        for c, category in enumerate(table.categories):
            yield (*table.pointer, c), category.name
            for g, group in enumerate(category.groups):
                yield (*table.pointer, c, "groups", g), group.name
                for i, item in enumerate(group.items):
                    yield (*table.pointer, c, "groups", g, "items", i), item.name
