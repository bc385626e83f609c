"""All that knows pandoc: Word documents to the web page, Markdown, OpenDocument and plain text."""

from perfeval.diagnostic import Outcome


def html(document: bytes) -> Outcome[bytes]:
    raise NotImplementedError


markdown = odt = text = html


def version() -> str:
    raise NotImplementedError
