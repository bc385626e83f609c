"""The command line: what it prints where, what it writes, and the exit code; a traceback never."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from perfeval import pipeline, resources
from perfeval.cli import language
from perfeval.cli.commands import COMMANDS
from perfeval.cli.usage import HELP, SENTENCES
from perfeval.layouts import LayoutKind, names
from planted import REPORT, replaced
from raised import RAISED, docx, own_layout
from tools.command import Ran, Run, process
from tools.require import require

EXAMPLES = Path(__file__).parents[2] / "examples"
FAULTY = EXAMPLES / "liuying-street-as-published.yaml"
TITLE = "示例区示例街道办事处2025年度部门整体支出绩效自评报告.docx"


def without_privileges() -> tuple[str, ...]:
    """What to run a command by so that root, too, is held to the permissions of files."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return ()
    setpriv = require("setpriv")
    return (setpriv, "--bounding-set=-dac_override,-dac_read_search")


def only(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


class TestRender:
    def test_the_report_is_written_here_under_its_own_name(self, run: Run, dept: Path) -> None:
        assert run("render", "dept.yaml", "--lang", "zh") == Ran(0, f"已生成：{TITLE}\n", "")
        assert only(dept.parent) == {"dept.yaml", TITLE}
        assert zipfile.ZipFile(dept.parent / TITLE).testzip() is None

    @pytest.mark.parametrize("output", ["x.docx", "new/x.DOCX"])
    def test_or_in_the_file_that_is_named(self, output: str, run: Run, dept: Path) -> None:
        assert run("render", dept, "-o", output, "--lang", "en") == Ran(0, f"Written: {output}\n", "")
        assert only(dept.parent) == {"dept.yaml", output}

    @pytest.mark.parametrize("output", ["out", "out.docx/", "部门 报告/二〇二五"])
    def test_or_in_a_folder(self, output: str, run: Run, dept: Path) -> None:
        if output.endswith("/"):
            Path(output).mkdir()
        assert run("render", dept, "--output", output).code == 0
        assert only(dept.parent) == {"dept.yaml", str(Path(output) / TITLE)}

    def test_or_in_the_workspaces_folder_under_its_pattern(self, run: Run, dept: Path) -> None:
        settings = 'output: 报告\nfilename: "{{ year }}/{{ report.department.name }}/自评"\n'
        (dept.parent / "perfeval.yaml").write_text(settings, encoding="utf-8")
        name = Path("2025", "示例区示例街道办事处", "自评.docx")
        assert run("render", dept.name, "--lang", "zh") == Ran(0, f"已生成：{Path('报告') / name}\n", "")
        assert run("render", dept.name, "-o", "other").code == 0
        assert run("render", dept.name, "-o", "x.docx").code == 0
        assert only(dept.parent) == {
            "dept.yaml", "perfeval.yaml", str(Path("报告") / name), str(Path("other") / name), "x.docx",
        }  # fmt: skip

    def test_a_workspace_without_a_folder_for_documents_leaves_them_here(self, run: Run, dept: Path) -> None:
        (dept.parent / "perfeval.yaml").write_text("shared: {}\n", encoding="utf-8")
        assert run("render", dept.name).code == 0
        assert only(dept.parent) == {"dept.yaml", "perfeval.yaml", TITLE}

    def test_errors_leave_no_file_and_the_old_one_as_it_was(self, run: Run, dept: Path) -> None:
        dept.write_text(replaced("balance: 10,", "balance: 20,"), encoding="utf-8")
        Path("old.docx").write_bytes(b"old")
        ran = run("render", dept, "-o", "old.docx", "--lang", "zh")
        assert (ran.code, ran.out) == (1, "")
        assert "K301" in ran.err
        assert ran.err.endswith("共发现 1 个错误。\n报告没有生成。\n")
        assert Path("old.docx").read_bytes() == b"old"
        assert only(dept.parent) == {"dept.yaml", "old.docx"}

    def test_notes_are_told_beside_the_result(self, run: Run, dept: Path) -> None:
        dept.write_text(replaced("{change: 60}", "{change: 60.01}"), encoding="utf-8")
        ran = run("render", dept, "--lang", "en")
        assert (ran.code, ran.out) == (0, f"Written: {TITLE}\n")
        assert "K403 note" in ran.err


class TestFigures:
    def test_json_has_every_figure_by_name_with_text_values(self, run: Run, dept: Path) -> None:
        ran = run("figures", dept, "--format", "json", "--lang", "zh")
        assert (ran.code, ran.err) == (0, "")
        figures = json.loads(ran.out)
        result = pipeline.figures(dept).value
        assert result is not None
        assert list(figures) == list(result)
        assert all(isinstance(value, str) for figure in figures.values() for value in figure.values())
        assert figures["funds.execution_rate"]["value"] == "92.86"
        assert figures["funds.execution_rate"]["unit"] == "%"

    def test_the_list_has_a_line_for_every_figure(self, run: Run, dept: Path) -> None:
        ran = run("figures", dept, "--lang", "zh")
        result = pipeline.figures(dept).value
        assert result is not None
        assert [line.split(" ")[0] for line in ran.out.splitlines()] == list(result)

    def test_a_file_with_mistakes_gives_findings_and_no_figures(self, run: Run, dept: Path) -> None:
        dept.write_text("year：2025\n", encoding="utf-8")
        ran = run("figures", dept, "--format", "json", "--lang", "zh")
        assert (ran.code, ran.out) == (1, "")
        assert "L034" in ran.err


class TestNew:
    @pytest.mark.parametrize("layout", names())
    def test_a_starter_renders_as_it_is(self, layout: str, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "部门.yaml"
        ran = run("new", path, "--layout", layout, "--lang", "zh")
        assert ran == Ran(0, f"已生成：{path}\n已生成：{tmp_path / 'report.schema.json'}\n", "")
        assert run("check", path, "--lang", "zh") == Ran(0, "没有发现问题。\n", "")
        ran = run("render", path, "-o", tmp_path / "x.docx")
        assert (ran.code, ran.err) == (0, "")
        assert only(tmp_path) == {"部门.yaml", "report.schema.json", "x.docx"}

    @pytest.mark.parametrize("layout", names())
    def test_its_first_line_names_the_schema_beside_it(self, layout: str, run: Run, tmp_path: Path) -> None:
        run("new", tmp_path / "x.yaml", "--layout", layout)
        first = (tmp_path / "x.yaml").read_text(encoding="utf-8").splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
        assert named is not None
        assert (tmp_path / named[1]).read_bytes() == (resources.folder("schemas") / "report.schema.json").read_bytes()

    def test_it_never_overwrites(self, run: Run, dept: Path) -> None:
        ran = run("new", dept, "--layout", names()[0], "--lang", "zh")
        assert (ran.code, ran.out) == (3, "")
        assert "W103 错误 文件已经存在" in ran.err
        assert dept.read_text(encoding="utf-8") == REPORT
        assert only(dept.parent) == {"dept.yaml"}

    def test_an_unknown_layout_is_told_with_those_there_are(self, run: Run, tmp_path: Path) -> None:
        ran = run("new", tmp_path / "x.yaml", "--layout", "project-leger", "--lang", "zh")
        assert ran.code == 2
        assert "是不是“project-ledger”？" in ran.err
        assert "、".join(names()) in ran.err
        assert ran.err.startswith("perfeval：选项 --layout：没有名为“project-leger”的版式")
        assert only(tmp_path) == set()

    @pytest.mark.parametrize("named", [(), ("bureau",), ("bureau/perfeval.yaml",)])
    def test_a_workspace_is_in_order_and_departments_below_it_render(
        self, named: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        folder = Path("bureau") if named else Path()
        made = [folder / name for name in ("perfeval.yaml", "workspace.schema.json", "report.schema.json")]
        ran = run("new", "--workspace", *named, "--lang", "zh")
        assert ran == Ran(0, "".join(f"已生成：{path}\n" for path in made), "")
        for layout in names():
            path = folder / "departments" / f"{layout}.yaml"
            assert run("new", path, "--layout", layout).code == 0
            assert run("check", path, "--lang", "zh") == Ran(0, "没有发现问题。\n", "")
            assert run("render", path).code == 0
        written = {Path(path).parent for path in only(tmp_path) if path.endswith(".docx")}
        assert written == {folder / "out" / "2025"}

    def test_the_schemas_of_a_workspace_are_beside_it(self, run: Run, tmp_path: Path) -> None:
        run("new", "--workspace", tmp_path)
        first = (tmp_path / "perfeval.yaml").read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=workspace.schema.json"
        for name in ("workspace", "report"):
            file = f"{name}.schema.json"
            assert (tmp_path / file).read_bytes() == (resources.folder("schemas") / file).read_bytes()

    def test_a_workspace_is_never_overwritten(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "perfeval.yaml").write_text("shared: {}\n", encoding="utf-8")
        ran = run("new", "--workspace", tmp_path, "--lang", "zh")
        assert ran.code != 0
        assert "W103 错误 文件已经存在" in ran.err
        assert (tmp_path / "perfeval.yaml").read_text(encoding="utf-8") == "shared: {}\n"
        assert only(tmp_path) == {"perfeval.yaml"}

    @pytest.mark.parametrize(
        ("arguments", "zh"),
        [
            (("x.yaml",), "选项 --workspace：文件名只能是 perfeval.yaml。"),
            (("perfeval.yml",), "选项 --workspace：文件名只能是 perfeval.yaml。"),
            (("--layout", "project-ledger"), "--workspace 不需要 --layout。"),
        ],
    )
    def test_what_a_workspace_cannot_take_is_wrong_usage(
        self, arguments: tuple[str, ...], zh: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        ran = run("new", "--workspace", *arguments, "--lang", "zh")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"perfeval：{zh}")
        assert only(tmp_path) == set()


@pytest.mark.parametrize("of", ["", "report", "workspace", "layout", "standard", "findings"])
def test_the_schema_is_printed_as_it_is(of: str, run: Run) -> None:
    contract = (resources.folder("schemas") / f"{of or 'report'}.schema.json").read_text(encoding="utf-8")
    assert run("schema", *filter(None, [of])) == Ran(0, contract, "")


def test_the_layouts_are_listed_with_what_they_are_for(run: Run) -> None:
    zh, en = (run("layouts", "--lang", lang).out.splitlines() for lang in ("zh", "en"))
    assert (
        [line.split(" ")[0] for line in zh]
        == [line.split(" ")[0] for line in en]
        == [*names(), *names(LayoutKind.SUMMARY)]
    )
    assert all(a != b for a, b in zip(zh, en, strict=True))


USAGE = [
    ("explain", "缺少参数 DEPT.yaml。", "Missing argument 'DEPT.yaml'."),
    ("check x --fromat json", "没有选项 --fromat，是不是 --format？", "No such option '--fromat'"),
    ("check x --zzzz", "没有选项 --zzzz。", "No such option '--zzzz'"),
    ("chek x", "没有命令 chek，是不是 check", "No such command 'chek'"),
    ("zzzz", "没有命令 zzzz。", "No such command 'zzzz'"),
    ("figures x y z", "多了参数 y z。", "Got unexpected extra arguments (y z)"),
    ("figures x y", "多了参数 y。", "Got unexpected extra argument (y)"),
    (
        "check x --format xml",
        "选项 --format 不能写 xml，可以写：text、json、github、sarif、waivers。",
        "Invalid value for '--format': 'xml'",
    ),
    ("new", "缺少参数 DEPT.yaml。", "Missing argument 'DEPT.yaml'."),
    ("new x.yaml", "缺少选项 --layout。", "Missing option '--layout'."),
    ("schema --help=3", "选项 --help 后面不写值。", "Option '--help' does not take a value."),
    ("render x --output", "选项 --output 后面要写一个值。", "Option '--output' requires an argument."),
]


@pytest.mark.parametrize(("line", "zh", "en"), USAGE, ids=[line for line, _, _ in USAGE])
def test_wrong_usage_is_told_in_both_languages(
    line: str, zh: str, en: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lang, said in (("zh", f"perfeval：{zh}"), ("en", f"perfeval: {en}")):
        monkeypatch.setattr(language, "SYSTEM", lang)
        ran = run(*line.split(" "))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(said)
        assert ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["render", "check"])
def test_without_files_and_without_a_workspace_nothing_is_meant(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for lang, said in (
        ("zh", "没有指定文件或文件夹，这里也没有 perfeval.yaml。"),
        ("en", "no file or folder is named, and there is no perfeval.yaml here."),
    ):
        ran = run(command, "--lang", lang)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err


def test_wrong_usage_is_told_in_the_language_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for system, lang, said in (("en", "zh", "perfeval：没有"), ("zh", "en", "perfeval: No")):
        monkeypatch.setattr(language, "SYSTEM", system)
        assert run("check", "--lang", lang, "--zzzz").err.startswith(said)
    monkeypatch.setattr(language, "SYSTEM", "zh")
    assert run("check", "x", "--lang", "fr").err.startswith("perfeval：选项 --lang 不能写 fr，可以写：zh、en。")


def test_no_sentence_is_kept_that_click_does_not_say() -> None:
    unsaid = [words for _, words in SENTENCES if not any(words.partition("{")[0] in zh for _, zh, _ in USAGE)]
    assert unsaid == []


def test_without_arguments_the_help_is_shown(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: perfeval")


def test_the_help_is_chinese_where_the_system_is() -> None:
    zh, en = ({"LC_ALL": f"{name}.UTF-8"} for name in ("zh_CN", "en_US"))
    for arguments in ((), ("--help",), *((command.__name__, "--help") for command in COMMANDS)):
        ran = process(*arguments, environment=zh)
        page = ran.out + ran.err
        assert page.startswith("用法：perfeval"), arguments
        assert [words for words in HELP if words in page] == [], arguments
    english = "".join(process(*arguments, environment=en).out for arguments in (("--help",), ("figures", "--help")))
    assert [words for words in HELP if words not in english] == []


HELPS = (
    "import json; from typer.main import get_command; from perfeval.cli.commands import app\n"
    "commands = dict(get_command(app).commands)\n"
    "group = commands.pop('layout')\n"
    "assert group.help\n"
    "commands |= {f'layout {name}': command for name, command in group.commands.items()}\n"
    "print(json.dumps({name: [command.help, *(taken.help for taken in command.params)]"
    " for name, command in commands.items()}))"
)


def test_every_command_argument_and_option_is_explained_in_both_languages() -> None:
    zh, en = (
        json.loads(subprocess.run([sys.executable, "-c", HELPS], capture_output=True, check=True, env=env).stdout)
        for env in ({**os.environ, "LC_ALL": f"{name}.UTF-8"} for name in ("zh_CN", "en_US"))
    )
    assert list(zh) == list(en) == [*(command.__name__ for command in COMMANDS), "layout new", "layout check"]
    for name, words in zh.items():
        assert len(words) == len(en[name]) > 1
        assert [help_ for help_ in words if not re.search("[\u4e00-\u9fff]", help_ or "")] == [], name
        assert [help_ for help_ in en[name] if not help_ or re.search("[\u4e00-\u9fff]", help_)] == [], name


@pytest.mark.parametrize("name", ["report.rtf", "out/报告.DOC"])
def test_a_form_that_cannot_be_had_is_refused_not_made_into_a_folder(name: str, run: Run, dept: Path) -> None:
    ran = run("render", dept, "-o", name, "--lang", "zh")
    assert ran.code == 2
    assert "只能生成 .docx" in ran.err
    assert ran.err.endswith("。用法见 perfeval --help\n")
    assert only(dept.parent) == {"dept.yaml"}


class TestFilesThatCannotBeHad:
    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("no.yaml", "没有这个文件或文件夹"),
            (".", "这是文件夹，不是文件"),
            ("dept.yaml/x", "路径中间有一段不是文件夹"),
        ],
    )
    @pytest.mark.parametrize("command", ["explain", "figures"])
    def test_reading(self, command: str, name: str, reason: str, run: Run, dept: Path) -> None:
        ran = run(command, name, "--lang", "zh")
        assert ran.code == 3
        assert f"{name}:1:1: W101 错误 无法读取文件：{reason}\n" in ran.out + ran.err
        assert only(dept.parent) == {"dept.yaml"}

    def test_permissions(self, dept: Path) -> None:
        dept.parent.chmod(0o500)
        try:
            ran = process("render", dept, "--lang", "zh", folder=dept.parent, prefix=without_privileges())
        finally:
            dept.parent.chmod(0o700)
        assert ran.code == 3
        assert "W102 错误 无法写入文件：没有权限" in ran.err
        dept.chmod(0)
        ran = process("check", dept, "--lang", "zh", prefix=without_privileges())
        assert ran.code == 3
        assert "W101 错误 无法读取文件：没有权限" in ran.out

    @pytest.mark.parametrize("output", ["dept.yaml/x.docx", "dept.yaml/out"])
    def test_writing_below_a_file(self, output: str, run: Run, dept: Path) -> None:
        ran = run("render", dept, "-o", output, "--lang", "zh")
        assert (ran.code, ran.out) == (3, "")
        assert "W102 错误 无法写入文件：路径中间有一段不是文件夹" in ran.err
        assert only(dept.parent) == {"dept.yaml"}

    def test_a_name_that_is_too_long(self, run: Run, dept: Path) -> None:
        ran = run("render", dept, "-o", f"{'局' * 90}.docx", "--lang", "zh")
        assert (ran.code, ran.out) == (3, "")
        assert "路径或文件名太长" in ran.err
        assert only(dept.parent) == {"dept.yaml"}

    def test_a_full_disk(self, run: Run, dept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        Path("old.docx").write_bytes(b"old")
        monkeypatch.setattr(os, "fsync", full)
        ran = run("render", dept, "-o", "old.docx", "--lang", "zh")
        assert (ran.code, ran.out) == (3, "")
        assert "old.docx:1:1: W102 错误 无法写入文件：磁盘已满" in ran.err
        assert Path("old.docx").read_bytes() == b"old"
        assert only(dept.parent) == {"dept.yaml", "old.docx"}

    @pytest.mark.skipif(os.name != "posix", reason="limits of a process are POSIX")
    def test_a_file_that_the_system_cuts_off(self, dept: Path) -> None:
        Path("old.docx").write_bytes(b"old")
        program = (
            "import resource, runpy, sys\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
            f"sys.argv = ['perfeval', 'render', {str(dept)!r}, '-o', 'old.docx', '--lang', 'zh']\n"
            "runpy.run_module('perfeval', run_name='__main__')\n"
        )
        command = [sys.executable, "-B", "-c", program]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
        assert done.returncode == 3
        assert "W102" in done.stderr
        assert "Traceback" not in done.stderr
        assert Path("old.docx").read_bytes() == b"old"
        assert only(dept.parent) == {"dept.yaml", "old.docx"}

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
    def test_a_full_standard_output(self, dept: Path) -> None:
        for stream in ("stdout", "stderr"):
            with Path("/dev/full").open("w") as full:
                done = subprocess.run(
                    [sys.executable, "-m", "perfeval", "check" if stream == "stdout" else "render", str(FAULTY)],
                    check=False,
                    stdout=full if stream == "stdout" else subprocess.PIPE,
                    stderr=full if stream == "stderr" else subprocess.PIPE,
                    env={**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8"},
                    timeout=120,
                )
            assert done.returncode == 3
            assert (done.stderr or b"").decode() in {"perfeval：无法输出：磁盘已满\n", ""}
        assert only(dept.parent) == {"dept.yaml"}


class TestProcess:
    def test_exit_codes(self, dept: Path) -> None:
        assert process("check", dept).code == 0
        assert process("check", FAULTY).code == 1
        assert process("check", "no.yaml").code == 3
        assert process("check").code == 2

    @pytest.mark.parametrize(
        ("environment", "said"),
        [
            ({"LC_ALL": "zh_CN.UTF-8"}, "没有发现问题。"),
            ({"LC_ALL": "C"}, "No findings."),
            ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"}, "没有发现问题。"),
            ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN"}, "没有发现问题。"),
            ({"LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "zh_CN"}, "No findings."),
        ],
    )
    def test_the_language_of_the_system(self, environment: dict[str, str], said: str, dept: Path) -> None:
        assert process("check", dept, environment=environment).out == f"{said}\n"

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "cp437"])
    def test_an_output_that_has_no_hanzi(self, encoding: str, dept: Path) -> None:
        environment = {"PYTHONIOENCODING": encoding}
        assert process("check", FAULTY, "--lang", "zh", environment=environment).code == 1
        assert process("render", dept, "--lang", "zh", environment=environment, folder=dept.parent).code == 0
        assert only(dept.parent) == {"dept.yaml", TITLE}

    def test_json_stays_json_where_the_output_has_no_hanzi(self) -> None:
        environment = {"PYTHONIOENCODING": "latin-1"}
        ran = process("check", FAULTY, "--format", "json", "--lang", "zh", environment=environment)
        assert json.loads(ran.out) == json.loads(process("check", FAULTY, "--format", "json", "--lang", "zh").out)

    def test_a_path_with_blanks_and_hanzi(self, tmp_path: Path) -> None:
        folder = tmp_path / "桥西区 财政局 '2025'"
        folder.mkdir()
        (folder / "部门 一.yaml").write_text(REPORT, encoding="utf-8")
        assert process("render", "部门 一.yaml", "-o", "输出 文件夹", folder=folder).code == 0
        assert only(folder) == {"部门 一.yaml", f"输出 文件夹/{TITLE}"}

    @pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
    def test_a_name_that_is_no_text(self, tmp_path: Path) -> None:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb2\xbf.yaml"))
        path.write_text(replaced("balance: 10,", "balance: 20,"), encoding="utf-8")
        ran = process("check", path)
        assert ran.code == 1
        assert "K301" in ran.out

    @pytest.mark.skipif(os.name != "posix", reason="pipes break with a signal on POSIX")
    def test_a_reader_that_goes_away(self, dept: Path) -> None:
        rows = "".join(f"  - {{name: 项目{n}, budget: 1, executed: 1, score: 90}}\n" for n in range(2000))
        dept.write_text(replaced("projects:\n", f"projects:\n{rows}"), encoding="utf-8")
        command = [sys.executable, "-m", "perfeval", "figures", str(dept)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdout is not None
            assert running.stderr is not None
            assert running.stdout.readline().startswith(b"duties.")
            running.stdout.close()
            assert running.stderr.read() == b""
            assert running.wait(60) in {0, 1}

    @pytest.mark.skipif(os.name != "posix", reason="the signal of Ctrl-C is POSIX")
    def test_ctrl_c(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "dept.yaml")
        command = [sys.executable, "-m", "perfeval", "check", str(tmp_path / "dept.yaml")]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        writer = None
        while writer is None and running.poll() is None:  # it opens when the command has opened it, and lets it wait
            with suppress(OSError):
                writer = os.open(tmp_path / "dept.yaml", os.O_WRONLY | os.O_NONBLOCK)
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
        if writer is not None:
            os.close(writer)
        assert (running.returncode, out) == (130, b"")
        assert b"Traceback" not in err


HOSTILE = ("R101", "R102", "R103", "R104", "R105", "R106", "R107", "R111", "R112", "R113", "R117", "R204")


@pytest.mark.parametrize("code", HOSTILE)
def test_a_hostile_template_is_refused_and_nothing_is_touched(
    code: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    RAISED[code](tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("old.docx").write_bytes(b"old")
    before = only(tmp_path)
    ran = run("render", "dept.yaml", "-o", "old.docx", "--lang", "zh")
    assert (ran.code, ran.out) == (1, "")
    assert f"dept.yaml:1:9: {code} 错误" in ran.err
    assert ran.err.endswith("报告没有生成。\n")
    assert Path("old.docx").read_bytes() == b"old"
    assert only(tmp_path) == before


@pytest.mark.unsound_template("the fewest parts that are read")
def test_a_template_of_ones_own_is_used(run: Run, tmp_path: Path) -> None:
    path = own_layout(tmp_path, docx())
    assert run("render", path, "-o", tmp_path / "x.docx").code == 0
    with zipfile.ZipFile(io.BytesIO((tmp_path / "x.docx").read_bytes())) as archive:
        assert "正文" in archive.read("word/document.xml").decode()
