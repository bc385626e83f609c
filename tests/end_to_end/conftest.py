"""The finished documents that the tests look at: made once, from the examples."""

from pathlib import Path

import pytest

from tools import libreoffice, pdf
from tools.examples import EXAMPLES, example, rendered


@pytest.fixture(scope="session")
def documents() -> dict[str, bytes]:
    """Each example's Word document."""
    return {name: rendered(example(name)) for name in EXAMPLES}


@pytest.fixture(scope="session")
def printed(documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each example as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("printed")
    for name, content in documents.items():
        (folder / f"{name}.docx").write_bytes(content)
    made = libreoffice.to_pdf([folder / f"{name}.docx" for name in documents], folder)
    return dict(zip(documents, made, strict=True))


@pytest.fixture(scope="session")
def pages(printed: dict[str, Path]) -> dict[str, tuple[pdf.Page, ...]]:
    """The printed pages of each example."""
    return {name: pdf.pages(path) for name, path in printed.items()}
