"""A pass as the command line has it: outcomes, exit codes, options."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from perfeval import pipeline
from perfeval.batch.folder import opened
from perfeval.cli import progress
from tools.command import Run
from tools.passes import counts
from tools.three import ALL, LEFT, dept, document, made, states, text


class TestOutcomes:
    @pytest.mark.usefixtures("depts")
    def test_every_department_has_its_document_and_nothing_else_is_there(self, render: Run) -> None:
        ran = render("-q")
        assert (ran.code, states(ran), ran.err) == (0, (3, 0, 0, 0), "")
        assert made(LEFT) == ALL
        assert LEFT.staged == []

    @pytest.mark.usefixtures("depts")
    def test_the_next_pass_changes_nothing(self, render: Run) -> None:
        render()
        before = LEFT.identities
        ran = render("--why")
        assert (ran.code, states(ran), ran.err) == (0, (0, 3, 0, 0), "")
        assert LEFT.identities == before

    def test_one_with_errors_is_told_and_the_others_are_written(self, render: Run, depts: list[Path]) -> None:
        depts[1].write_text(text("乙局").replace("year: 2025", "year: soon"), encoding="utf-8")
        ran = render()
        assert (ran.code, states(ran)) == (1, (2, 0, 1, 0))
        assert "depts/乙局.yaml:" in ran.err
        assert made(LEFT) == {document("甲局"), document("丙局")}

    def test_one_that_cannot_be_read_makes_it_three(self, render: Run, depts: list[Path]) -> None:
        depts[1].write_text("year: [", encoding="utf-8")
        Path("depts/z.yaml").symlink_to("nowhere")
        ran = render()
        assert (ran.code, states(ran)) == (3, (2, 0, 1, 1))

    def test_what_was_written_stays_when_the_department_has_errors_later(self, render: Run, depts: list[Path]) -> None:
        render()
        before = LEFT.documents
        depts[0].write_text("", encoding="utf-8")
        assert states(render("--prune")) == (0, 2, 1, 0)
        assert LEFT.documents == before

    @pytest.mark.usefixtures("depts")
    def test_a_folder_in_place_of_a_document_fails_alone(self, render: Run) -> None:
        (Path("out") / document("乙局")).mkdir(parents=True)
        ran = render()
        assert (ran.code, states(ran)) == (3, (2, 0, 0, 1))
        assert f"out/{document('乙局')}:1:1: W102" in ran.err
        assert LEFT.staged == []

    @pytest.mark.usefixtures("depts")
    def test_another_pass_in_the_folder_is_told_and_nothing_done(self, render: Run) -> None:
        with opened(Path("out")):
            ran = render()
        assert (ran.code, ran.out) == (3, "")
        assert "W107" in ran.err
        assert made(LEFT) == set()

    @pytest.mark.usefixtures("depts")
    def test_a_file_in_place_of_the_folder_is_told(self, render: Run) -> None:
        Path("out").write_bytes(b"")
        ran = render()
        assert (ran.code, ran.out) == (3, "")
        assert "out:1:1: W102" in ran.err

    @pytest.mark.usefixtures("depts")
    def test_an_interruption_ends_with_the_table(self, render: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        rendered = pipeline.render

        def interrupted(*arguments: Any, **more: Any) -> Any:
            signal.raise_signal(signal.SIGINT)
            monkeypatch.setattr(pipeline, "render", rendered)
            return rendered(*arguments, **more)

        monkeypatch.setattr(pipeline, "render", interrupted)
        ran = render()
        assert ran.code == 130
        assert counts(ran.out) == {
            "written": 1, "unchanged": 0, "with errors": 0, "failed": 0, "not reached": 2, "together": 3,
        }  # fmt: skip
        assert LEFT.staged == []
        assert render().code == 0

    @pytest.mark.usefixtures("depts")
    def test_asked_twice_it_ends_at_once(self, render: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(_: int) -> None:
            signal.raise_signal(signal.SIGINT)

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", interrupt)
            assert render().code == 130
        assert render().code == 0

    @pytest.mark.usefixtures("depts")
    def test_why_tells_each_cause(self, render: Run) -> None:
        assert "depts/甲局.yaml: it is new\n" in render("--why").err
        dept("乙局").write_text(text("乙局") + "# changed\n", encoding="utf-8")
        (Path("out") / document("甲局")).unlink()
        (Path("out") / document("丙局")).write_bytes(b"by hand")
        ran = render("--why", "-q")
        assert sorted(ran.err.splitlines()) == [
            "depts/丙局.yaml: its document was altered",
            "depts/乙局.yaml: depts/乙局.yaml has changed",
            "depts/甲局.yaml: its document is gone",
        ]
        assert render("--why", "-q", "--force").err.count("everything is to be made anew") == 3
        assert render("--why", "-q", "--trace").err.count("perfeval or an option has changed") == 3

    @pytest.mark.usefixtures("depts")
    def test_why_in_chinese(self, run: Run) -> None:
        ran = run("render", "depts", "-o", "out", "-j", "1", "--lang", "zh", "--why", "-q")
        assert "depts/甲局.yaml: 第一次生成\n" in ran.err

    def test_quiet_tells_errors_and_no_progress(
        self, render: Run, depts: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(progress, "WORTH_TELLING", 3)
        depts[0].write_text("", encoding="utf-8")
        ran = render("-q")
        assert "L005" in ran.err
        assert "3/3" not in ran.err
        assert "3/3" in render("--force").err

    def test_fail_fast_stops_at_the_first(self, render: Run, depts: list[Path]) -> None:
        first = min(depts)
        first.write_text("", encoding="utf-8")
        ran = render("--fail-fast")
        assert ran.code == 1
        assert counts(ran.out)["not reached"] == 2
        assert made(LEFT) == set()
        assert LEFT.staged == []
        assert states(render()) == (2, 0, 1, 0)

    def test_a_document_without_its_department_is_named_and_removed_when_asked(
        self, render: Run, depts: list[Path]
    ) -> None:
        render()
        depts[0].unlink()
        path = f"out/{document('甲局')}"
        assert f"{path}: no department's report any more (--prune removes it)\n" in render().out
        assert f"{path}: removed, for it is no department's report any more\n" in render("--prune").out
        assert made(LEFT) == ALL - {document("甲局")}
        assert "gone" not in render("--prune").out

    def test_an_edited_document_is_never_removed(self, render: Run, depts: list[Path]) -> None:
        render()
        depts[0].unlink()
        (Path("out") / document("甲局")).write_bytes(b"by hand")
        assert "gone" not in render("--prune").out
        assert (Path("out") / document("甲局")).read_bytes() == b"by hand"

    @pytest.mark.usefixtures("depts")
    def test_prune_leaves_the_documents_of_departments_that_are_not_named(self, render: Run) -> None:
        render()
        assert states(render("--prune", of=("depts/甲局.yaml", "depts/乙局.yaml"))) == (0, 2, 0, 0)
        assert made(LEFT) == ALL
