"""Every Word document that perfeval makes while the tests run, kept for the last test to look at.

A pytest plugin. What other processes make is not seen: they run the same code.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import groupby, islice
from zipfile import ZipFile

import pytest
from lxml import etree

from perfeval.pandoc import package as reading
from perfeval.word import archive
from perfeval.word.archive import Member
from perfeval.word.package import DOCUMENT

UNSOUND = "unsound_template(reason): the Word template of this test is wrong on purpose, and so is what is made of it"
FREE = {"{http://schemas.openxmlformats.org/wordprocessingml/2006/main}body"}
"""Elements whose children stand in any order and number."""

Document = bytes
Shapes = frozenset[int]


class Written:
    """The documents with the test that made each first, and those of tests that are marked ``unsound_template``."""

    def __init__(self) -> None:
        self.documents: dict[Document, str] = {}
        self.unsound: set[Document] = set()
        self._test: str | None = "the preparation of the tests"
        self._patch = pytest.MonkeyPatch()

    def pytest_sessionstart(self) -> None:
        pack = archive.pack

        def noted(members: Iterable[Member]) -> bytes:
            kept = list(members)
            content = pack(kept)
            if self._test is None:
                self.unsound.add(content)
            elif any(member.name == DOCUMENT for member in kept):
                self.documents.setdefault(content, self._test)
            return content

        self._patch.setattr(archive, "pack", noted)
        self._patch.setattr(reading, "pack", pack)  # what is made for pandoc to read is no document of ours

    def pytest_sessionfinish(self) -> None:
        self._patch.undo()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self._test = None if item.get_closest_marker("unsound_template") else item.nodeid

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Who looks at all documents comes last."""
        items.sort(key=lambda item: "written" in getattr(item, "fixturenames", ()))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", UNSOUND)
    config.pluginmanager.register(Written(), Written.__name__)


@pytest.fixture(scope="session")
def written(request: pytest.FixtureRequest) -> Mapping[Document, str]:
    """Every document with the test that made it first, but for those that a marked test makes, too."""
    kept = request.config.pluginmanager.get_plugin(Written.__name__)
    assert isinstance(kept, Written)
    return {document: test for document, test in kept.documents.items() if document not in kept.unsound}


def covering(documents: Iterable[Document]) -> list[Document]:
    """Few of the documents in which all is found that a schema can tell apart in any of them; richest first."""
    shapes = {document: _shapes(document) for document in documents}
    seen: set[int] = set()
    chosen = []
    for document in sorted(shapes, key=lambda one: len(shapes[one]), reverse=True):
        if not shapes[document] <= seen:
            seen |= shapes[document]
            chosen.append(document)
    return chosen


def _shapes(document: Document) -> Shapes:
    with ZipFile(BytesIO(document)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}
    return frozenset().union(*(_shapes_of_part(name, data) for name, data in parts.items()))


@cache
def _shapes_of_part(name: str, data: bytes) -> Shapes:
    """Every element by its parent, its attributes and the names of its children; most parts are in every document."""
    return frozenset(map(hash, _elements(name, etree.fromstring(data))))


def _elements(name: str, root: etree._Element) -> Iterator[tuple[object, ...]]:
    for element in root.iter(etree.Element):
        parent = element.getparent()
        children = () if element.tag in FREE else tuple(_one_or_more(child.tag for child in element))
        attributes = tuple(sorted(element.attrib.items()))
        yield name, None if parent is None else parent.tag, element.tag, attributes, children


def _one_or_more(tags: Iterable[object]) -> Iterator[object]:
    """The tags, of any one in a row not more than two."""
    for _tag, row in groupby(tags):
        yield from islice(row, 2)
