"""The verdicts in tables: what is found of what, by place and alteration, and what is not."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from mutants.unpinned import why
from mutants.verdicts import Verdict
from mutants.witnesses import Witness
from perfeval.columns import padded, width

ALL = "all"
GAP = "  "


def report(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The lines of the whole report."""
    pinned = [verdict for verdict in verdicts if verdict.witness is not None]
    free = [verdict for verdict in verdicts if verdict.witness is None]
    beyond = [verdict for verdict in pinned if verdict.witness is not Witness.CONTRACT]
    columns = [*dict.fromkeys(one.alteration for one in verdicts), ALL]
    yield f"ALL MUTANTS: {found_of(verdicts)} found"
    yield from cross_table(verdicts, columns)
    yield from ("", f"PINNED: {found_of(pinned)} found; but for those that the schema refuses, {found_of(beyond)}")
    yield from cross_table(pinned, columns)
    yield from ("", "PINNED, by witness")
    yield from (f"{GAP}{name}: {found_of(group)}" for name, group in grouped(pinned, lambda one: one.witness or ""))
    yield from ("", "PINNED AND NOT FOUND, with the first of each")
    yield from map(_example, _groups_not_found(pinned))
    yield from ("", f"NOT PINNED: {found_of(free)} found; what is not, and why nothing in the file contradicts it")
    for name, group in grouped((one for one in free if not one.found), lambda one: one.kind):
        yield f"{GAP}{len(group):4d} × {name}: {why(name)}"


def share(verdicts: Sequence[Verdict]) -> float:
    """How many of them are found, in percent; of none, all."""
    return 100 * sum(one.found for one in verdicts) / len(verdicts) if verdicts else 100.0


def found_of(verdicts: Sequence[Verdict]) -> str:
    """Found, all, and the share: 12/13, 92.3%."""
    return f"{_fraction(verdicts)}, {share(verdicts):.1f}%"


def cross_table(verdicts: Sequence[Verdict], columns: Sequence[str]) -> Iterator[str]:
    """Found of all, by kind of place (rows) and kind of alteration (columns)."""
    rows = [["place", *columns, "share"]]
    for name, group in (*grouped(verdicts, lambda one: one.kind), (ALL, verdicts)):
        cells = [_fraction([one for one in group if column in {ALL, one.alteration}]) for column in columns]
        rows.append([name, *cells, f"{share(group):.1f}%"])
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        numbers = (" " * (room - width(cell)) + cell for cell, room in zip(rest, widths[1:], strict=True))
        yield GAP + GAP.join((padded(first, widths[0]), *numbers))


def grouped(verdicts: Iterable[Verdict], key: Callable[[Verdict], str]) -> list[tuple[str, list[Verdict]]]:
    """The verdicts by a key, in the order of the keys."""
    groups: Mapping[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[key(verdict)].append(verdict)
    return sorted(groups.items())


def _groups_not_found(pinned: Iterable[Verdict]) -> list[list[Verdict]]:
    missed = [one for one in pinned if not one.found]
    groups = grouped(missed, lambda one: f"{one.kind} {one.alteration} {one.witness}")
    return sorted((group for _, group in groups), key=len, reverse=True)


def _example(group: Sequence[Verdict]) -> str:
    first = group[0]
    told = f"{first.kind}, {first.alteration}, known by {first.witness}"
    return f"{GAP}{len(group):4d} × {told}: {first.file}:{first.line} {first.written} → {first.instead}"


def _fraction(verdicts: Sequence[Verdict]) -> str:
    return f"{sum(one.found for one in verdicts)}/{len(verdicts)}" if verdicts else ""
