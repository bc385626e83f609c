"""What checking costs: the rules one by one, and runs of many departments."""

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from perfeval import pipeline, rules
from perfeval.figures import Facts
from perfeval.load import load
from tools.departments import write
from tools.facts import facts_from

DEAREST = 5
ROUNDS = 31
RUNS = (100, 1000)


def dearest(facts: Facts) -> list[tuple[str, float]]:
    """The rules that take the most time where all are asked in turn, each with its median of milliseconds."""
    taken = [_one_by_one(replace(facts)) for _ in range(ROUNDS)]  # each time facts that nobody has audited yet
    medians = map(statistics.median, zip(*taken, strict=True))
    named = zip((rule.kind.code for rule in rules.RULES), medians, strict=True)
    return sorted(named, key=lambda found: found[1], reverse=True)[:DEAREST]


def _one_by_one(facts: Facts) -> list[float]:
    """The milliseconds of each rule; of those that share the audit of the prose the first pays for it."""
    times = [time.perf_counter()]
    for rule in rules.RULES:
        tuple(rule.find(facts))
        times.append(time.perf_counter())
    return [(after - before) * 1000 for before, after in pairwise(times)]


def measure() -> None:
    """Runs of as many departments as the arguments say, each in a process of its own, for its peak of memory."""
    counts = [int(count) for count in sys.argv[1:]] or RUNS
    print(f"{'departments':>12s}{'CPU s':>10s}{'ms each':>10s}{'comparing':>11s}{'peak MB':>9s}{'findings':>10s}")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
        for line in processes.map(_run, counts):
            print(line)


def _run(count: int) -> str:
    """One line of the table: a run with a tenth of the departments copying from another."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write(Path(folder), count, {number: number - 1 for number in range(9, count, 10)})
        start = time.process_time()
        found = sum(1 for _ in pipeline.check_all(paths))
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        share = _comparing(paths) / seconds
    return f"{count:12d}{seconds:10.2f}{seconds / count * 1000:10.2f}{share:11.1%}{peak:9.0f}{found:10d}"


def _comparing(paths: Iterable[Path]) -> float:
    """The seconds of such a run that go into comparing its reports."""
    comparisons, seconds = rules.BetweenReports(), 0.0
    for path in paths:
        source = load(path).value
        assert source is not None
        facts = facts_from(source)
        start = time.process_time()
        comparisons.take(rules.note(facts, source))
        seconds += time.process_time() - start
    start = time.process_time()
    tuple(comparisons.findings())
    return seconds + time.process_time() - start
