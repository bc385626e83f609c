"""Who wants which file name: two departments never write the same file."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from perfeval.batch.folder import Folder
from perfeval.batch.plan import Step, reference
from perfeval.diagnostic import Finding, Kind, Place, Severity, Text

SAME_NAME = Kind(
    "S311",
    Severity.ERROR,
    what=Text("报告的文件名“{name}”与 {other} 的相同", "the report's file name “{name}” is also that of {other}"),
    why=Text("一份会盖掉另一份，所以没有生成", "one would replace the other, so it is not written"),
    cure=Text(
        "核对部门名称和年度；确需并存的，用 perfeval.yaml 的 filename 区分（其中的 {{{{ title }}}} 随版式而不同）",
        "check the department's name and year; where both are right, tell them apart by `filename` in perfeval.yaml, in"
        " which {{{{ title }}}} is the layout's own",
    ),
)


class Claims:
    """The names that departments of a pass want as far as they are foretold, and those that others have already."""

    def __init__(self, steps: Sequence[Step], folder: Folder) -> None:
        self._claimants: dict[str, tuple[Path, ...]] = {}
        for path, name in (*_had(steps, folder), *((step.path, step.name) for step in steps if step.name is not None)):
            self._claimants[folded(name)] = (*self._claimants.get(folded(name), ()), path)

    def clash(self, path: Path, name: str) -> Finding | None:
        """That another department wants the name, too; else it is this one's from now on."""
        claimants = self._claimants.setdefault(folded(name), (path,))
        rival = next((other for other in claimants if other != path), None)
        if rival is None:
            return None
        return Finding(str(path), Place(1, 1), "", SAME_NAME, {"name": name, "other": str(rival)})


def _had(steps: Sequence[Step], folder: Folder) -> Iterator[tuple[Path, str]]:
    """The documents of departments that are not in this pass but still there."""
    of_this_pass = {reference(step.path, folder.path) for step in steps}
    last = {record.source: record.target for record in folder.journal if record.source not in of_this_pass}
    for source, target in last.items():
        path = Path(os.path.normpath(folder.path / source))
        if path.exists():
            yield path, target


def folded(name: str) -> str:
    """Names that are one file on some system: capitals and composed letters do not tell them apart."""
    return unicodedata.normalize("NFC", name).casefold()
