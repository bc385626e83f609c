"""Speed and memory: the table of what is measured.

How many departments the long runs have can be given as arguments.
Each part has a process of its own: what one leaves in memory is neither counted nor cleared away by the next.
"""

import os
import platform
import sys
from importlib.metadata import version
from multiprocessing import get_context

import checking
import cold
import docx_stage
import passes
import rows
import stages
from peers import beside

PARTS = {
    "one report of 61 projects": stages.measure,
    "its docx stage beside plain docxtpl, on our own template": docx_stage.measure,
    "its docx stage beside docxtpl and packages of npm, on a template that all of them can render": beside.measure,
    "more projects in one report, in milliseconds": rows.measure,
    "whole processes": cold.measure,
    "checking many departments": checking.measure,
    "passes over many departments, from files to files": passes.measure,
}


def main() -> None:
    machine = f"{platform.platform()}, {os.cpu_count()} cores"
    print(f"{machine}, Python {platform.python_version()}, docxtpl {version('docxtpl')}; medians")
    for title, measure in PARTS.items():
        print(f"\n── {title}", flush=True)
        part = get_context("spawn").Process(target=measure)
        part.start()
        part.join()
        if part.exitcode:
            sys.exit(part.exitcode)


if __name__ == "__main__":
    main()
