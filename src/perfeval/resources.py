"""Where the files that travel with the package are: inside it in a wheel, beside ``src`` in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder ``schemas``, ``templates`` or ``standards``."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name
