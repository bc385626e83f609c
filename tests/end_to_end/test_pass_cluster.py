"""The same documents whoever makes them: this process, others of this machine, workers that a dask scheduler has."""

import re
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools import departments
from tools.command import Ran, process
from tools.dask_cluster import Cluster, dask_cluster
from tools.passes import Left, counts, departments_in, started, until
from tools.require import ROOT

WHOLE = 24


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with dask_cluster(tmp_path_factory.mktemp("cluster"), 3) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Departments, one of them broken, and their documents as one process made them."""
    folder = tmp_path_factory.mktemp("departments")
    paths = departments_in(folder / "depts", WHOLE)
    paths[7].write_text(departments.department(7).replace("year: 2025", "year: soon"), encoding="utf-8")
    ran = render(folder, "alone", "--jobs", "1")
    assert (ran.code, counts(ran.out)["written"]) == (1, WHOLE - 1)
    return folder


def render(folder: Path, out: str, *more: str) -> Ran:
    return process("render", "depts", "-o", out, "--lang", "en", *more, folder=folder)


def same(folder: Path, out: str) -> bool:
    """Whether all is there as one process made it, what was noted of it, too."""
    alone, other = Left(folder / "alone"), Left(folder / out)
    assert other.staged == []
    return other.documents == alone.documents and by_department(other) == by_department(alone)


def by_department(left: Left) -> list[dict[str, Any]]:
    """Documents are put in their places side by side, so their records stand in any order."""
    return sorted(left.records, key=lambda record: str(record["source"]))


def test_two_processes_make_the_same_bytes_as_one(folder: Path) -> None:
    ran = render(folder, "two", "--jobs", "2")
    assert ran.code == 1
    assert same(folder, "two")


@pytest.mark.parametrize("more", [(), ("--shared-disk",)])
def test_a_cluster_makes_the_same_bytes_and_findings(more: tuple[str, ...], folder: Path, cluster: Cluster) -> None:
    out = f"cluster{len(more)}"
    ran = render(folder, out, "-q", "--cluster", cluster.address, *more)
    assert (ran.code, counts(ran.out)["written"]) == (1, WHOLE - 1)
    assert ran.err == render(folder, "alone", "-q").err
    assert same(folder, out)
    again = render(folder, out, "--cluster", cluster.address, *more)
    assert counts(again.out)["unchanged"] == WHOLE - 1


@pytest.mark.parametrize("more", [(), ("--shared-disk",)])
def test_the_pass_goes_on_when_a_worker_of_the_cluster_is_killed(
    more: tuple[str, ...], folder: Path, tmp_path: Path
) -> None:
    out = f"killed{len(more)}"
    with dask_cluster(tmp_path, 2) as cluster:
        arguments = ("depts", "-o", out, "--lang", "en", "-q", "--cluster", cluster.address, *more)
        with started(*arguments, folder=folder) as run:
            until(lambda: Left(folder / out).count >= 4 or None, run)
            cluster.workers[0].send_signal(signal.SIGKILL)
            table, told = run.communicate()
    assert run.returncode == 1, told.decode()
    assert counts(table.decode())["written"] == WHOLE - 1
    assert told.decode() == render(folder, "alone", "-q").err
    assert same(folder, out)


def test_a_cluster_that_is_lost_is_told_in_words_and_what_was_made_stays(folder: Path, tmp_path: Path) -> None:
    left = Left(folder / "lost")
    with (
        dask_cluster(tmp_path, 1) as cluster,
        started("depts", "-o", "lost", "--lang", "en", "--cluster", cluster.address, folder=folder) as run,
    ):
        until(lambda: left.count >= 4 or None, run)
        cluster.scheduler.kill()
        table, told = run.communicate(timeout=60)
    assert b"Traceback" not in told, told.decode()
    assert run.returncode == 3, told.decode()
    assert counts(table.decode())["written"] == len(left.records) == len(left.documents) < WHOLE
    assert render(folder, "lost").code == 1
    assert left.documents == Left(folder / "alone").documents


def workspace(folder: Path, layout: str) -> None:
    """Half of the departments in a workspace that gives them layout, standard, year and file names; rows in tables."""
    for name in ("depts", "tables"):
        (folder / name).mkdir(parents=True)
    (folder / "perfeval.yaml").write_text(
        "departments: depts\noutput: out\n"
        'filename: "{{ year }}/{{ report.department.name }}自评报告"\n'
        f"shared: {{standard: shijiazhuang, year: 2025, layout: {layout}}}\n",
        encoding="utf-8",
    )
    for number in range(0, 8, 2):
        text = re.sub(r"^(layout|standard|year): .*\n", "", departments.department(number), flags=re.MULTILINE)
        rows = [
            dict(re.findall(r"(\w+): ([^,]+)", row))
            for row in re.findall(r"^  - \{(name: .*budget.*)\}$", text, re.MULTILINE)
        ]
        table = [list(rows[0]), *(list(row.values()) for row in rows)]
        (folder / "tables" / f"{number}.csv").write_text("\n".join(map(",".join, table)), encoding="utf-8")
        named = re.sub(
            r"^projects:\n(  - \{.*\}\n)+", f"projects: {{file: ../tables/{number}.csv}}\n", text, flags=re.MULTILINE
        )
        assert named != text
        (folder / "depts" / f"{number}.yaml").write_text(named, encoding="utf-8")


def test_workspace_and_tables_are_brought_to_workers_that_see_another_folder(tmp_path: Path, cluster: Cluster) -> None:
    workspace(tmp_path, "project-ledger")
    ran = process("render", "--cluster", cluster.address, "--lang", "en", folder=tmp_path)
    assert (ran.code, counts(ran.out)["written"]) == (0, 4)
    made = Left(tmp_path / "out").documents
    assert process("render", "-o", "alone", folder=tmp_path).code == 0
    assert made == Left(tmp_path / "alone").documents
    assert {str(Path(name).parent) for name in made} == {"2025"}


def test_a_layout_of_ones_own_is_brought_to_workers_that_see_another_folder(tmp_path: Path, cluster: Cluster) -> None:
    workspace(tmp_path, "./layouts/ours")
    shutil.copytree(ROOT / "templates" / "project-ledger", tmp_path / "layouts" / "ours")
    assert process("render", "-o", "alone", folder=tmp_path).code == 0
    ran = process("render", "--cluster", cluster.address, "--lang", "en", folder=tmp_path)
    assert (ran.code, counts(ran.out)["written"]) == (0, 4)
    assert Left(tmp_path / "out").documents == Left(tmp_path / "alone").documents


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense"])
def test_nobody_at_the_address_is_wrong_usage(address: str, folder: Path) -> None:
    ran = render(folder, "nowhere", "--cluster", address)
    assert (ran.code, ran.out) == (2, "")
    assert f"nobody answers at {address}" in ran.err
