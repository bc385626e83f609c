"""All that knows LibreOffice: Word documents to PDF."""

from collections.abc import Sequence

from perfeval.diagnostic import Outcome


def pdf(documents: Sequence[bytes]) -> tuple[Outcome[bytes], ...]:
    raise NotImplementedError


def version() -> str:
    raise NotImplementedError
