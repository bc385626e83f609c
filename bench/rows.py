"""What a stage costs as the table grows: the same department with ever more projects."""

import re
import statistics
import tempfile
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

from measuring import medians, timed
from perfeval import pipeline
from stages import LEDGER, OneReport

PROJECTS = (61, 500, 2000, 10000)
ROUNDS = 3

PROJECT = re.compile(r'^  - \{.*name: "(?P<name>.*)"\}\n', re.MULTILINE)


def grown(projects: int) -> str:
    """The YAML of the example with so many projects, their names distinct.

    What it expects of its figures and accepts of the findings is left out: it holds for its own 61 projects.
    """
    report, _, _ = LEDGER.read_text(encoding="utf-8").partition("\nexpect:")
    first, *_, last = PROJECT.finditer(report)
    return report[: first.start()] + "".join(islice(_projects(report), projects)) + report[last.end() :]


def _projects(report: str) -> Iterator[str]:
    """The example's projects over and over; from the second time on a name tells which time it is."""
    written = list(PROJECT.finditer(report))
    for number, project in zip(count(), cycle(written)):
        again = number // len(written)
        line, end = project.group(), project.end("name") - project.start()
        yield f"{line[:end]}·{again + 1}{line[end:]}" if again else line


def measure() -> None:
    """Medians of rounds through all sizes; where the last column is near 1, time grows with the projects, no faster."""
    taken = [{projects: _stages(projects) for projects in PROJECTS} for _ in range(ROUNDS)]
    *_, fewer, most = PROJECTS
    print(f"{'projects':44s}" + "".join(f"{projects:>10,d}" for projects in PROJECTS) + f"{'per project':>13s}")
    for name in taken[0][most]:
        times = {projects: statistics.median(one[projects][name] for one in taken) for projects in PROJECTS}
        growth = times[most] / times[fewer] / (most / fewer)
        print(f"{name:44s}" + "".join(f"{time:10.1f}" for time in times.values()) + f"{growth:13.2f}")


def _stages(projects: int) -> dict[str, float]:
    """The milliseconds of each stage, once, after it has been gone through twice."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / LEDGER.name
        path.write_text(grown(projects), encoding="utf-8")
        one = OneReport.of(path)
        assert len(one.report.projects or ()) == projects
        steps = {**one.steps(), "the whole way to findings": lambda: pipeline.check(path)}
        return dict(zip(steps, medians(*map(timed, steps.values()), rounds=1), strict=True))
