"""Builds the docx of every built-in layout, and the looks of the ODT form, from the one description of the styles.

``python templates/build/build.py`` writes them; with ``--check`` it writes nothing and fails where one is stale.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import odt
from layouts import LAYOUTS
from package import parts, unzipped, zipped

TEMPLATES = Path(__file__).resolve().parent.parent


def is_stale(path: Path, members: dict[str, bytes]) -> bool:
    """Whether the file is missing or says something else, in whatever order or compression."""
    return not path.exists() or unzipped(path.read_bytes()) != members


def built() -> Iterator[tuple[Path, dict[str, bytes]]]:
    """Every file that is built, and its members."""
    for name, (body, said) in LAYOUTS.items():
        yield TEMPLATES / name / "report.docx", parts(body(), said)
    yield TEMPLATES / "web" / "reference.odt", odt.parts()


def main() -> int:
    """0 when every layout is up to date."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a docx is stale")
    check = parser.parse_args().check
    stale = False
    for path, members in built():
        if not is_stale(path, members):
            continue
        stale = True
        if check:
            sys.stderr.write(f"{path}: stale; run python templates/build/build.py\n")
        else:
            path.write_bytes(zipped(members))
    return int(check and stale)


if __name__ == "__main__":
    sys.exit(main())
