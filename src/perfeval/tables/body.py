"""The rows of a table as the lists of a report: projects, or indicators within their groups and categories."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from perfeval.diagnostic import Diagnostic, Finding, Place, Pointer
from perfeval.tables import faults
from perfeval.tables.head import Column, Head
from perfeval.tables.rows import given
from perfeval.tables.sheet import Cell, Row, Sheet, enumerated
from perfeval.tables.titles import Form
from perfeval.tables.values import held, value

Record = dict[str, Any]
Cells = dict[str, tuple[Column, Cell]]
"""The cells of a row that belong to one record, by the keys of their fields."""


class Body:
    """Takes row by row; keeps where each value stands, and what is wrong."""

    def __init__(self, sheet: Sheet, head: Head, form: Form) -> None:
        self.sheet = sheet
        self.head = head
        self.form = form
        self.records: list[Record] = []
        self.cells: dict[Pointer, Cell] = {(): head.columns[0].cell}
        self.found: list[Finding] = []
        self.merges: dict[tuple[Place, int], Diagnostic] = {}
        """What is said of merged cells, once for each of their rows."""
        self.shortened: defaultdict[str, list[Cell]] = defaultdict(list)

    def take(self, row: Row) -> None:
        """One row: a record at the innermost level, and those around it where they begin here."""
        levels: list[Cells] = [{} for _ in self.form.names]
        for column, cell in given(row, self.head):
            levels[column.field.level][column.field.key] = column, self.merged(column, cell)
        self.enter(levels, self.records, ())

    def merged(self, column: Column, cell: Cell) -> Cell:
        """The cell that has the value, where cells are merged; refused for several columns, or a number for rows."""
        own = cell.place.line, cell.place.column
        line, place = self.sheet.merged.get(own, own)
        if not cell.blank or line <= self.head.row + 1 or (line, place) == own:
            return cell
        source = self.sheet.rows[line - 1][place - 1]
        if source.blank:
            return cell
        across = place != cell.place.column
        if across or (column.field.numeric and column.field.level == len(self.form.lists)):
            arguments = {"title": column.field.title, "cells": f"{source.name}…{cell.name}"}
            told = self.merges.setdefault(
                (source.place, cell.place.line), Diagnostic(faults.MERGED, cell.place, arguments)
            )
            return Cell(cell.place, fault=told)
        return Cell(cell.place, source.text, source.number, source.fault)

    def enter(self, levels: Sequence[Cells], records: list[Record], above: Pointer) -> None:
        """Put the cells of a row into the last record of a list, or a new one; those of inner levels below."""
        cells, *inner = levels
        name = cells["name"][1]
        # An empty name of a group is that of the row above; a record of the innermost list begins with every row.
        begins = not inner or not records or (not name.blank and name.text != records[-1].get("name"))
        if begins:
            records.append({})
            self.cells[*above, len(records) - 1] = name
        record, pointer = records[-1], (*above, len(records) - 1)
        for column, cell in cells.values():
            if not cell.blank:
                self.put(record, pointer, column, cell)
            elif begins and column.field.required:
                self.found.append(self.sheet.finding(faults.EMPTY, cell, title=column.field.title))
        if inner:
            key = self.form.lists[-len(inner)]
            if begins:
                self.cells[*pointer, key] = inner[0]["name"][1]
            self.enter(inner, record.setdefault(key, []), (*pointer, key))

    def put(self, record: Record, pointer: Pointer, column: Column, cell: Cell) -> None:
        """Read a cell into its record; a group's may be there from a row above, and then says the same."""
        key = column.field.key
        got = value(cell, column)
        if isinstance(got, Diagnostic):
            told = self.sheet.told(got)
            self.found += [] if got.kind is faults.MERGED and told in self.found else [told]
            return
        first = self.cells.setdefault((*pointer, key), cell)
        if record.setdefault(key, got) != got:
            about = {"title": column.field.title, "name": str(record["name"]), "first": first.name}
            self.found.append(
                self.sheet.finding(faults.CONTRADICTED, cell, value=f"{got}", before=f"{record[key]}", **about)
            )
        if isinstance(got, Decimal) and held(cell, column) not in {None, got}:
            self.shortened[column.field.title].append(cell)

    def told(self) -> Iterator[Finding]:
        """What is wrong with the rows; of numbers that show less than they hold, once a column."""
        yield from self.found
        for title, cells in self.shortened.items():
            number = cells[0].number
            assert number is not None
            numbers = {"shown": f"{number.shown:f}{number.unit}", "held": f"{number.held:f}{number.unit}"}
            yield self.sheet.finding(faults.SHORTENED, cells[0], title=title, cells=enumerated(cells), **numbers)
