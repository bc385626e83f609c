"""The papers that are measured: both examples, and reports of every size in both layouts; one run of LibreOffice each."""

from pathlib import Path

import pytest

from end_to_end.pages.paper import Paper
from end_to_end.pages.sizes import SIZES, TABLES, report
from tools import libreoffice, pdf
from tools.any_report import as_yaml
from tools.examples import EXAMPLES, rendered

SIZED = [f"{layout}, {size}" for layout in TABLES for size in SIZES]


@pytest.fixture(scope="session")
def papers(
    documents: dict[str, bytes], printed: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Paper]:
    """Every paper by name."""
    folder = tmp_path_factory.mktemp("sized")
    for name in SIZED:
        source = folder / f"{name}.yaml"
        source.write_text(as_yaml(report(*name.split(", "))), encoding="utf-8")
        source.with_suffix(".docx").write_bytes(rendered(source))
    made = [folder / f"{name}.docx" for name in SIZED]
    contents = documents | {path.stem: path.read_bytes() for path in made}
    files = printed | dict(zip(SIZED, libreoffice.to_pdf(made, folder), strict=True))
    return {name: Paper(name, contents[name], path, pdf.pages(path), pdf.signs(path)) for name, path in files.items()}


@pytest.fixture(params=[*EXAMPLES, *SIZED])
def paper(request: pytest.FixtureRequest, papers: dict[str, Paper]) -> Paper:
    """Each in turn."""
    return papers[request.param]


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest, papers: dict[str, Paper]) -> Paper:
    """Each example in turn."""
    return papers[request.param]
