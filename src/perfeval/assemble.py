"""What belongs to a report besides the department's file."""

from dataclasses import replace
from pathlib import Path

from perfeval.run import Run
from perfeval.tables import fill
from perfeval.workspace import inherit, workspace_of


def assemble(run: Run, folder: Path) -> None:
    """Put what the workspace of the report's folder shares under its data, and the rows of tables into it.

    With errors there, the report ends here.
    """
    found = workspace_of(folder, run.files)
    run.workspace = run.take_setting(found)
    if run.workspace is not None:
        run.source = inherit(run.source, run.workspace)
    elif found.findings:
        run.source = replace(run.source, data=None)
    filled = run.take_setting(fill(run.source, run.files))
    run.source = replace(run.source, data=None) if filled is None else filled
