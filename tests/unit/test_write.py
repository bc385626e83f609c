"""Files are written whole or not at all, under names that every system takes."""

import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfeval.write import safe_name, safe_path, write

EXAMPLE = Path(__file__).parents[2] / "examples" / "liuying-street.yaml"
RESERVED = ("CON", "con", "PRN", "aux", "NUL", "COM1", "lpt9", "COM¹", "CONIN$", "nul.报告", "aux .x")
LONG = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=61, max_size=300)


class PowerCutError(BaseException):
    """The process ends here."""


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    write(b"new", tmp_path / "a" / "b" / "report.docx")
    assert files(tmp_path / "a" / "b") == {"report.docx": b"new"}


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(b"new", path)
    assert files(tmp_path) == {"report.docx": b"new"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(b"new", tmp_path / "report.docx")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report.docx").stat().st_mode) == 0o640


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PowerCutError()])
def test_whatever_fails_on_the_way_leaves_the_old_file_and_nothing_else(
    call: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.docx").write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(call, fail)
    with pytest.raises(type(error)):
        write(b"new", tmp_path / "report.docx")
    monkeypatch.undo()
    assert files(tmp_path) == {"report.docx": b"old"}


def test_the_content_is_on_the_disk_before_the_name_points_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        steps.append("fsync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "fsync file")
        fsync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        steps.append(f"replace {self.read_bytes().decode()}")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write(b"new", tmp_path / "report.docx")
    assert steps == ["fsync file", "replace new", "fsync folder"][: 3 if os.name == "posix" else 2]


def test_a_process_killed_between_file_and_name_leaves_the_old_file_whole(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(b"old")
    program = (
        "import os, pathlib, sys\nfrom perfeval.write import write\n"
        "pathlib.Path.replace = lambda *_: os._exit(9)\n"
        "write(b'new', pathlib.Path(sys.argv[1]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path / "report.docx"], check=False, timeout=60)
    assert done.returncode == 9
    assert (tmp_path / "report.docx").read_bytes() == b"old"


def test_the_same_bytes_in_every_process_and_time_zone(tmp_path: Path) -> None:
    made = []
    for seed, zone in (("0", "UTC"), ("1", "Asia/Shanghai"), ("4711", "America/Anchorage")):
        target = tmp_path / f"{seed}.docx"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        environment.pop("SOURCE_DATE_EPOCH", None)
        command = [sys.executable, "-m", "perfeval", "render", str(EXAMPLE), "-o", str(target)]
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=120)
        made.append(target.read_bytes())
    assert made[0] == made[1] == made[2]


def test_two_long_names_that_differ_at_the_end_stay_two() -> None:
    assert safe_name("局" * 100 + "甲") != safe_name("局" * 100 + "乙")


@given(st.lists(LONG, min_size=2, max_size=2, unique=True))
def test_long_names_that_differ_stay_different(names: list[str]) -> None:
    assert safe_name(names[0]) != safe_name(names[1])


@given(st.text())
@example("../../etc/passwd")
@example("C:\\x")
@example("")
@example(" . ")
@example("局" * 100)
@example("e\u0301")
@example("\ud800")
@example("a\u202eb\u200bc\x00d")
def test_any_text_gives_one_component_that_every_system_takes(text: str) -> None:
    name = f"{safe_name(text)}.docx"
    assert name == f"{safe_name(text)}.docx"
    assert len(name.encode()) <= 255
    assert PurePosixPath(name).parts == (name,)
    assert PureWindowsPath(name).parts == (name,)
    assert unicodedata.is_normalized("NFC", name)
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in name)
    assert safe_name(text) not in {"", ".", ".."}
    assert safe_name(text) == safe_name(text).strip(" .")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("2025/甲局/报告", "2025/甲局/报告"),
        ("/etc/passwd", "etc/passwd"),
        ("../../甲", "_/_/甲"),
        ("甲// /乙", "甲/乙"),
        ("C:\\甲/nul", "C__甲/_nul"),
        ("", "_"),
        ("/", "_"),
    ],
)
def test_slashes_make_folders_that_lead_nowhere_else(name: str, path: str) -> None:
    assert safe_path(name) == Path(path)


@given(st.text())
def test_every_part_of_a_path_is_a_safe_name(text: str) -> None:
    path = safe_path(f"{text}/甲/{text}")
    assert not path.is_absolute()
    assert [part for part in path.parts if safe_name(part) != part] == []


@given(st.text())
def test_a_safe_name_is_safe_already(text: str) -> None:
    assert safe_name(safe_name(text)) == safe_name(text)


@pytest.mark.parametrize("name", RESERVED)
def test_no_name_is_one_of_windows_own(name: str) -> None:
    first = safe_name(name).split(".")[0].strip().upper()
    assert first not in {one.split(".")[0].strip().upper() for one in RESERVED}


def test_an_ordinary_title_stays_as_it_is() -> None:
    title = "石家庄市藁城区住房和城乡建设局2025年度部门整体支出绩效自评报告（附件2）"
    assert safe_name(title) == title
