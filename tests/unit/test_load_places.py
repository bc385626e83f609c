"""Every key and every value has its place, by its pointer."""

import pytest

from perfeval.diagnostic import Place, Pointer
from perfeval.load import read
from perfeval.load.characters import fit
from perfeval.load.source import Span
from perfeval.load.walk import walk

TEXT = """\
year: 2025
projects:
  - {name: '供暖', score: }
  - |-
    绿化
empty:"""


def test_all_places_are_told_in_the_order_of_the_text() -> None:
    tree = walk(TEXT)
    assert dict(tree.values) == {
        (): (0, 0, None),
        ("year",): (0, 6, ""),
        ("projects",): (2, 2, None),
        ("projects", 0): (2, 4, None),
        ("projects", 0, "name"): (2, 11, "'"),
        ("projects", 0, "score"): (2, 24, ""),
        ("projects", 1): (3, 4, "|"),
        ("empty",): (5, 6, ""),
    }
    assert dict(tree.keys) == {
        ("year",): (0, 0, None),
        ("projects",): (1, 0, None),
        ("projects", 0, "name"): (2, 5, None),
        ("projects", 0, "score"): (2, 17, None),
        ("empty",): (5, 0, None),
    }
    assert (list(tree.values)[-1], list(tree.keys)[-1]) == (("empty",), ("empty",))
    assert (len(tree.values), len(tree.keys)) == (8, 5)


@pytest.mark.parametrize("pointer", [("none",), ("projects", 2), ("projects", "name"), ("year", "x"), ("year", 0)])
def test_what_is_not_there_has_no_place(pointer: Pointer) -> None:
    tree = walk(TEXT)
    for places in (tree.values, tree.keys):
        assert pointer not in places
        assert places.get(pointer) is None


def test_items_and_the_whole_have_no_key() -> None:
    tree = walk(TEXT)
    assert () not in tree.keys
    assert ("projects", 0) not in tree.keys


def test_an_empty_text_has_no_places() -> None:
    tree = walk("# nothing\n")
    assert (dict(tree.values), dict(tree.keys)) == ({}, {})
    assert () not in tree.values


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_lines_end_as_yaml_ends_them(end: str) -> None:
    tree = walk(f"甲:{end}  - 1{end}𬭚: 2")
    assert tree.values["甲", 0] == Span(1, 4, "")
    assert (tree.keys["𬭚",], tree.values["𬭚",]) == (Span(2, 0, None), Span(2, 3, ""))


def test_each_key_that_is_there_again_is_told_where_it_was_first() -> None:
    found = read(b"x: 0\na: 1\na: 2\na: 3\n", "x").diagnostics
    assert [(told.kind.code, told.where, told.arguments["line"]) for told in found] == [
        ("L020", Place(3, 1), "2"),
        ("L020", Place(4, 1), "2"),
    ]


def test_characters_beyond_the_first_plane_are_fit_but_for_noncharacters() -> None:
    assert fit("鿋𬭚😀")
    assert not fit("鿋𬭚\U0002fffe")
    assert not fit("甲\ufffe")


def test_an_anchor_and_a_tag_on_a_key_are_refused() -> None:
    found = read(b"a: 1\n&x b: 2\n!y c: 3\n", "x").diagnostics
    assert [(told.kind.code, told.where) for told in found] == [("L021", Place(2, 1)), ("L024", Place(3, 1))]
