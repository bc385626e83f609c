"""``perfeval check``: which files it takes, which rules it asks, what it counts and how it exits."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.diagnostic import Severity
from perfeval.reporters.findings.waivers import as_waivers
from perfeval.resources import folder
from perfeval.rules import EVERY, FAMILIES, RULES
from planted import FAULTS, REPORT, Fault, replaced
from tools.command import Ran, Run, process
from tools.require import ROOT

EXAMPLES = ROOT / "examples"
FAULTY = EXAMPLES / "liuying-street-as-published.yaml"
ERROR = replaced("executed: 280, score: 100", "executed: 280, score: 100.01")
WARNING = replaced("2025年各项任务完成。", "2024年各项任务完成。")
STANDARD = (folder("standards") / "shijiazhuang.yaml").read_text(encoding="utf-8")


def codes(ran: Ran) -> list[str]:
    return re.findall(r":\d+:\d+: ([A-Z]\d{3}) ", ran.out)


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有发现问题。\n"), ("en", "No findings.\n")])
def test_nothing_found(lang: str, said: str, run: Run, dept: Path) -> None:
    assert run("check", dept, "--lang", lang) == Ran(0, said, "")
    assert [path.name for path in dept.parent.iterdir()] == ["dept.yaml"]


def test_json_says_the_same_as_the_pipeline(run: Run) -> None:
    ran = run("check", FAULTY, "--format", "json", "--lang", "zh")
    assert (ran.code, ran.err) == (1, "")
    told = json.loads(ran.out)["findings"]
    found = pipeline.check(FAULTY).findings
    assert [(one["code"], one["line"], one["column"], one["file"]) for one in told] == [
        (finding.kind.code, finding.place.line, finding.place.column, str(FAULTY)) for finding in found
    ]


def test_json_of_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    ran = run("check", tmp_path / "no.yaml", "--format", "json")
    assert ran.code == 3
    assert [one["code"] for one in json.loads(ran.out)["findings"]] == ["W101"]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_the_exit_code_follows_the_severity(fault: Fault, run: Run, dept: Path) -> None:
    dept.write_text(fault.text, encoding="utf-8")
    severities = {finding.kind.severity for finding in pipeline.check(dept).findings}
    assert run("check", dept).code == (1 if Severity.ERROR in severities else 0)
    assert run("check", dept, "--strict").code == (0 if severities <= {Severity.NOTE} else 1)


class TestFiles:
    @pytest.mark.usefixtures("dept")
    def test_findings_come_in_the_order_of_the_files_named_with_one_summary(self, run: Run) -> None:
        for name, text in {"b.yaml": ERROR, "a.yaml": WARNING, "c.yaml": REPORT}.items():
            Path(name).write_text(text, encoding="utf-8")
        ran = run("check", "b.yaml", "a.yaml", "c.yaml", "--lang", "zh")
        assert [line.partition(":")[0] for line in ran.out.splitlines() if ".yaml:" in line] == ["b.yaml", "a.yaml"]
        assert ran.out.splitlines()[-1] == "3 个文件共发现 1 个错误，1 个警告。"
        assert ran.code == 1

    @pytest.mark.usefixtures("dept")
    def test_a_file_that_cannot_be_read_does_not_stop_the_others(self, run: Run) -> None:
        Path("a.yaml").write_text("a: [\n", encoding="utf-8")
        Path("b.yaml").write_text(WARNING, encoding="utf-8")
        ran = run("check", "nothing.yaml", "a.yaml", "b.yaml", "--lang", "en")
        assert codes(ran) == ["W101", "L033", "K601"]
        assert ran.out.splitlines()[-1] == "3 files: 2 errors, 1 warning."
        assert ran.code == 3

    @pytest.mark.usefixtures("dept")
    def test_a_folder_is_searched_in_order_without_what_is_no_report(self, run: Run) -> None:
        texts = {
            "z.yaml": ERROR, "局/一.yml": ERROR, "局/二.YAML": REPORT, "a/b/c.yaml": ERROR, ".git/x.yaml": ERROR,
            ".hidden.yaml": ERROR, "ours/layout.yaml": ERROR, "ours/starter.yaml": ERROR,
            "ours/deep/x.yaml": ERROR, "notes.txt": ERROR, "a/standard.yaml": STANDARD,
            "局/perfeval.yaml": "shared: {}\n",
        }  # fmt: skip
        for name, text in texts.items():
            path = Path("all", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        ran = run("check", "all", "--format", "json")
        told = json.loads(ran.out)
        names = [str(Path("all", name)) for name in ("z.yaml", "a/b/c.yaml", "局/一.yml", "局/二.YAML")]
        assert told["files"] == names
        assert told["passed_over"] == [str(Path("all", "a", "standard.yaml"))]
        assert [one["file"] for one in told["findings"]] == names[:3]
        last = run("check", "all", "--lang", "zh").out.splitlines()[-1]
        assert last == f"4 个文件共发现 3 个错误。略过评分标准：{told['passed_over'][0]}。"

    @pytest.mark.parametrize("key", ["layout", "year", "department"])
    def test_a_report_with_the_keys_of_a_standard_is_not_passed_over(self, key: str, run: Run, dept: Path) -> None:
        dept.write_text(f"{STANDARD}{key}: x\n", encoding="utf-8")
        told = json.loads(run("check", ".", "--format", "json").out)
        assert (told["files"], told["passed_over"]) == (["dept.yaml"], [])
        assert told["findings"]

    def test_a_standard_that_is_named_is_checked(self, run: Run, dept: Path) -> None:
        dept.write_text(STANDARD, encoding="utf-8")
        assert run("check", dept).code == 1

    def test_a_file_is_checked_once_however_it_is_named(self, run: Run, dept: Path) -> None:
        Path("link.yaml").symlink_to("dept.yaml")
        told = json.loads(run("check", "./dept.yaml", dept, ".", "--format", "json").out)
        assert told["files"] == ["dept.yaml"]

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_a_folder_without_a_report_is_wrong_usage(self, lang: str, run: Run, dept: Path) -> None:
        Path("空").mkdir()
        Path("空", "standard.yaml").write_text(STANDARD, encoding="utf-8")
        ran = run("check", dept, "空", "--lang", lang)
        assert (ran.code, ran.out) == (2, "")
        assert {"zh": "文件夹里没有报告：空。", "en": "there is no report in the folder: 空."}[lang] in ran.err

    @pytest.mark.usefixtures("dept")
    def test_a_folder_that_may_not_be_read_is_told(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        closed = Path("closed")
        closed.mkdir()
        scandir = os.scandir

        def refused(path: str) -> object:
            if Path(path).name == closed.name:
                raise PermissionError(13, "Permission denied", str(path))
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refused)
        ran = run("check", ".")
        assert codes(ran) == ["W101"]
        assert "closed:1:1" in ran.out
        assert ran.code == 3


class TestSelection:
    @pytest.mark.parametrize(
        ("arguments", "found"),
        [
            ((), ["K102", "K201", "K403", "K702"]),
            (("--select", "K2"), ["K201"]),
            (("--select", "K2,K702"), ["K201", "K702"]),
            (("--select", "K2", "--select", " K702 , K1", "--ignore", "K104"), ["K102", "K201", "K702"]),
            (("--ignore", "K1,K7"), ["K201", "K403"]),
            (("--select", "K2", "--ignore", "K201"), []),
        ],
    )
    def test_codes_and_their_beginnings(self, arguments: tuple[str, ...], found: list[str], run: Run) -> None:
        told = {one["code"] for one in json.loads(run("check", FAULTY, "--format", "json", *arguments).out)["findings"]}
        assert told & {"K102", "K201", "K403", "K702"} == set(found)
        beginnings = tuple(re.findall(r"K\d+", " ".join(arguments[1::2]))) if "--select" in arguments else ("K",)
        assert all(code.startswith(beginnings) for code in told)

    def test_what_makes_a_file_unreadable_is_always_told(self, run: Run, dept: Path) -> None:
        for text, code in (("a: [\n", "L033"), (replaced("year: 2025\n", ""), "S013")):
            dept.write_text(text, encoding="utf-8")
            ran = run("check", dept, "--select", "K2", "--ignore", "K1")
            assert codes(ran) == [code]
            assert ran.code == 1

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    @pytest.mark.parametrize(
        ("given", "zh", "en"),
        [
            ("k221", "没有代码为 K221 的规则，是不是“K213”？", "there is no rule K221; did you mean “K213”?"),
            ("K2,K99", "没有代码为 K99 的规则", "there is no rule K99"),
            ("L020", "没有代码为 L020 的规则", "there is no rule L020"),
            ("K2,", "没有代码为", "there is no rule"),
        ],
    )
    def test_an_unknown_code_is_wrong_usage(self, given: str, zh: str, en: str, option: str, run: Run) -> None:
        said = {"zh": f"perfeval：选项 {option}：{zh}", "en": f"perfeval: Invalid value for {option}: {en}"}
        for lang, words in said.items():
            ran = run("check", FAULTY, option, given, "--lang", lang)
            assert (ran.code, ran.out) == (2, "")
            assert ran.err.startswith(words)
            assert ran.err.count("\n") == 1

    def test_a_rule_that_is_off_where_the_report_is_written_is_not_asked(self, run: Run, dept: Path) -> None:
        Path("own.yaml").write_text(f"{STANDARD}checks: {{off: [K201, K702]}}\n", encoding="utf-8")
        text = FAULTY.read_text(encoding="utf-8").replace("standard: shijiazhuang", "standard: own.yaml")
        dept.write_text(text, encoding="utf-8")
        assert not {"K201", "K702"} & set(codes(run("check", dept)))
        assert codes(run("check", dept, "--select", "K201")) == []
        assert set(codes(run("check", dept))) >= {"K102", "K403"}

    @pytest.mark.parametrize("rule", [rule for rule in RULES if rule.on_request], ids=lambda rule: rule.kind.code)
    def test_a_rule_on_request_is_asked_only_where_it_is_selected(self, rule: object, run: Run, dept: Path) -> None:
        (fault,) = [fault for fault in FAULTS if fault.code == rule.kind.code][:1]  # type: ignore[attr-defined]
        dept.write_text(fault.text, encoding="utf-8")
        assert fault.code not in codes(run("check", dept))
        for beginning in (fault.code, fault.code[:2], "K"):
            assert fault.code in codes(run("check", dept, "--select", beginning))

    def test_every_rule_is_of_a_family(self) -> None:
        assert {rule.kind.code[:2] for rule in EVERY} == set(FAMILIES)


class TestWaived:
    def test_what_is_waived_is_told_on_one_line_and_gives_no_exit_code(self, run: Run, dept: Path) -> None:
        dept.write_text(waived(ERROR, dept), encoding="utf-8")
        ran = run("check", dept, "--strict", "--lang", "zh")
        assert ran.code == 0
        (line, last) = ran.out.splitlines()
        assert re.fullmatch(r".*dept\.yaml:\d+:\d+: K201 错误 已接受：.* —— 按原表照录（财务科）", line)
        assert last == "没有发现问题，另有 1 个已接受。"
        assert run("check", dept, "--lang", "en").out.endswith("-- 按原表照录 (财务科)\nNo findings, 1 waived.\n")

    def test_it_does_not_forbid_the_document(self, run: Run, dept: Path) -> None:
        dept.write_text(waived(ERROR, dept), encoding="utf-8")
        assert run("render", dept, "-o", "x.docx").code == 0
        assert Path("x.docx").is_file()

    def test_findings_as_waivers_are_accepted_when_they_are_signed(self, run: Run, dept: Path) -> None:
        dept.write_text(ERROR, encoding="utf-8")
        section = run("check", dept, "--format", "waivers", "--lang", "zh")
        assert section.code == 1
        signed = section.out.replace("reason:", "reason: 按原表照录").replace("by:", "by: 财务科")
        dept.write_text(ERROR + signed, encoding="utf-8")
        assert run("check", dept).code == 0


def waived(text: str, path: Path) -> str:
    """The report with its findings waived."""
    path.write_text(text, encoding="utf-8")
    section = as_waivers(pipeline.check(path).findings, "zh")
    return text + section.replace("reason:", "reason: 按原表照录").replace("by:", "by: 财务科") + "\n"


class TestColours:
    def test_none_where_the_output_is_no_terminal(self) -> None:
        assert "\x1b" not in process("check", FAULTY).out

    @pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
    @pytest.mark.parametrize(("no_color", "painted"), [(None, 4), ("", 4), ("1", 0)])
    def test_a_terminal_has_them_unless_it_is_told_otherwise(self, no_color: str | None, painted: int) -> None:
        out = in_terminal("check", str(FAULTY), "--select", "K201", "--lang", "zh", no_color=no_color)
        assert out.count("\x1b[1;31m错误\x1b[0m") + out.count("\x1b[1;31m^\x1b[0m") == painted
        plain = re.sub(r"\x1b\[[0-9;]*m", "", out).replace("\r\n", "\n")
        assert plain == process("check", FAULTY, "--select", "K201", "--lang", "zh").out


def in_terminal(*arguments: str, no_color: str | None) -> str:
    """What the command prints on a terminal of its own."""
    import pty  # noqa: PLC0415 (not on Windows)

    ours, theirs = pty.openpty()
    without = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    env = {**without, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    env |= {} if no_color is None else {"NO_COLOR": no_color}
    with subprocess.Popen([sys.executable, "-m", "perfeval", *arguments], stdout=theirs, env=env) as running:
        os.close(theirs)
        chunks = []
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            chunks.append(chunk)
        running.wait(60)
    os.close(ours)
    return b"".join(chunks).decode()
