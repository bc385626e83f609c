"""Whatever happens to one department is told in what its work gives back."""

from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.batch.reading import NO_FILE, digest
from perfeval.batch.version import fingerprint
from perfeval.batch.work import Done, Task, lost, work
from perfeval.diagnostic import Lang

NAME = "示例区示例街道办事处2025年度部门整体支出绩效自评报告.docx"


@pytest.fixture
def task(dept: Path) -> Task:
    return Task(Path(dept.name), dept.parent, trace=False, made_by=fingerprint(trace=False))


def told(done: Done, lang: Lang = "en") -> list[tuple[str, str]]:
    return [(found.kind.code, found.kind.what.say(lang, found.arguments)) for found in done.findings]


def codes(done: Done) -> list[str]:
    return [found.kind.code for found in done.findings if found.forbids]


def test_the_document_is_given_back_with_the_digests_of_what_was_read(task: Task, dept: Path) -> None:
    done = work(task)
    assert done.document is not None
    assert done.document.staged is None
    assert done.document.content is not None
    assert done.document.digest == digest(done.document.content)
    assert done.document.name.endswith(".docx")
    assert done.inputs["dept.yaml"] == digest(dept.read_bytes())
    assert done.inputs["perfeval.yaml"] == NO_FILE


def test_or_left_in_staging_with_the_same_bytes(task: Task, tmp_path: Path) -> None:
    staging = tmp_path / "staging"
    staging.mkdir()
    done, given = work(replace(task, staging=staging)), work(task)
    assert done.document is not None
    assert given.document is not None
    assert done.document.content == b""
    assert done.document.staged is not None
    assert done.document.staged.read_bytes() == given.document.content
    assert done.document.digest == given.document.digest


def test_that_it_cannot_be_left_there_is_told(task: Task, tmp_path: Path) -> None:
    done = work(replace(task, staging=tmp_path / "none"))
    assert done.document is None
    assert codes(done) == ["W102"]


def test_a_folder_is_where_relative_paths_start_wherever_the_process_is(
    task: Task, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert work(task).document is not None


def test_another_version_makes_nothing(task: Task) -> None:
    done = work(replace(task, made_by="another"))
    assert codes(done) == ["W105"]
    assert done.document is None


def test_a_defect_is_told_with_its_place_and_the_others_go_on(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of no use")

    monkeypatch.setattr(pipeline, "render", fail)
    ((code, words),) = told(work(task))
    assert code == "W104"
    assert "ZeroDivisionError: of no use (test_work.py:" in words


def test_a_lost_worker_is_told_with_its_reason(task: Task) -> None:
    assert told(lost(task.path, RuntimeError("killed")))[0][0] == "W106"
    assert "killed" in told(lost(task.path, RuntimeError("killed")))[0][1]
    assert "RuntimeError" in told(lost(task.path, RuntimeError()))[0][1]


def test_what_it_was_not_given_is_what_it_lacks_until_it_has_all(task: Task, dept: Path) -> None:
    contents: dict[str, bytes | int] = {}
    for _ in range(20):
        done = work(replace(task, contents=contents))
        if done.lacking is None:
            break
        path = task.folder / done.lacking
        contents[str(done.lacking)] = path.read_bytes() if path.exists() else 2
    assert done.document == work(task).document
    assert "dept.yaml" in contents


def test_the_fingerprint_tells_a_trace_from_none() -> None:
    assert fingerprint(trace=True) != fingerprint(trace=False)
    assert fingerprint(trace=False).startswith(version("perfeval"))
