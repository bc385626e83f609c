"""The examples, rendered."""

from pathlib import Path

from perfeval import pipeline
from tools.require import ROOT

EXAMPLES = ("gaocheng-housing", "liuying-street")


def example(name: str) -> Path:
    """The file of an example."""
    return ROOT / "examples" / f"{name}.yaml"


def rendered(path: Path) -> bytes:
    """The Word document made of a file that must be in order."""
    result = pipeline.render(path)
    assert result.value is not None, [(found.place, found.kind.code, found.arguments) for found in result.findings]
    return result.value.content
