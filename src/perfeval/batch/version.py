"""What makes a document besides its inputs: this very perfeval."""

from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from perfeval.resources import folder

ENGINES = ("docxtpl", "isal", "jinja2", "lxml", "markdown-it-py", "openpyxl")
"""What else decides on the bytes of a document; not all are installed everywhere."""


COMPILED = ".pyc"
"""How files end that say nothing of their own."""


def fingerprint(*, trace: bool) -> str:
    """The version with a digest of the program and of all that travels with it, and whether a trace is asked for."""
    return f"{_program()}{'+trace' if trace else ''}"


@cache
def _program() -> str:
    whole = sha256()
    for root in (Path(__file__).parents[1], folder("schemas"), folder("templates")):
        for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != COMPILED):
            whole.update(f"{path.relative_to(root).as_posix()}\0".encode())
            whole.update(path.read_bytes())
    for name in ENGINES:
        with suppress(PackageNotFoundError):
            whole.update(f"{name} {version(name)}\0".encode())
    return f"{version('perfeval')}-{whole.hexdigest()[:16]}"
