"""All engines on the common template, each in its own dialect: the same text comes out of every one of them."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from importlib import metadata
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from docx_stage import text_of
from measuring import Side, medians, row, timed
from peers import node
from peers.dialects import CARBONE, DOCXTEMPLATER, EASY_TEMPLATE_X, JINJA
from peers.template import Data, common_template
from perfeval.formats.docx import docx
from perfeval.word.template import Template
from stages import LEDGER, OneReport

OF_NPM = {"docxtemplater": DOCXTEMPLATER, "easy-template-x": EASY_TEMPLATE_X, "carbone": CARBONE}
WARM_UP = 30
"""Rounds until Node's compiler has seen enough of an engine to be done with it."""


def measure() -> None:
    """Templates compiled or at hand where an engine can keep them, data at hand; to the bytes of the file."""
    one = OneReport.of(LEDGER)
    finished = docx(one.layout, one.context).value
    assert finished is not None
    report, ours = finished.content, one.layout.template.read_bytes()
    template, data = common_template(report, ours, JINJA)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "common.docx").write_bytes(template)
        compiled = Template.compile(template, "common", {})
        here: dict[str, Callable[[], bytes]] = {
            f"perfeval {metadata.version('perfeval')}": lambda: compiled.render(data),
            f"docxtpl {metadata.version('docxtpl')}": lambda: _by_docxtpl(template, data),
        }
        sides: dict[str, Side] = {name: timed(render) for name, render in here.items()}
        documents = {name: render() for name, render in here.items()}
        for package, dialect in OF_NPM.items():
            lacking = node.lacking(package)
            if lacking is not None:
                print(f"{package}: {lacking}")
                continue
            own, same = common_template(report, ours, dialect)
            assert same == data
            peer = stack.enter_context(node.Peer(package, own, data, folder))
            name = f"{package} {node.version(package)}, Node.js {node.node_version()}"
            sides[name], documents[name] = peer.side, peer.document()
        for name, document in documents.items():
            assert text_of(document) == text_of(report), f"{name} renders another text"
        _print(dict(zip(sides, medians(*sides.values(), warm_up=WARM_UP), strict=True)), documents)


def _by_docxtpl(template: bytes, data: Data) -> bytes:
    """A template object renders once, so its maintainer says to make it anew each time; the file stays in memory."""
    document = DocxTemplate(BytesIO(template))
    document.render(dict(data), autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _print(times: dict[str, float], documents: dict[str, bytes]) -> None:
    ours = next(iter(times.values()))
    for name, taken in times.items():
        row(name, taken, f"{taken / ours:8.1f} × perfeval{len(documents[name]) / 1024:8.1f} KB")
