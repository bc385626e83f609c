"""One run of LibreOffice: a folder of its own for all that it reads and writes, and an end in due time."""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from perfeval.diagnostic import Text, reason_of
from perfeval.office.program import environment

SETTINGS = Path(__file__).with_name("registrymodifications.xcu")
SECONDS, SECONDS_EACH = 60, 15
"""How long a run may take, and each document besides; usually it is a second or two."""

FOLDER = "perfeval-pdf-"
NOTHING = Text("它什么也没有说", "it said nothing")
NO_REASON = "javaldx"
"""It is missed wherever there is no Java, and needed for none of this."""
SIGNALLED, SIGNALS = 128, 64
"""What LibreOffice's starter adds to the number of the signal that ended its child, and how many there are."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF for each document, or None, and what there is to say of those that are missing."""

    pdfs: tuple[bytes | None, ...]
    reason: Text


def printed(office: str, documents: Sequence[bytes]) -> Printed:
    """What LibreOffice makes of some documents; its exit status says nothing, and nothing of it stays behind."""
    if not documents:
        return Printed((), NOTHING)
    try:
        _clear()
        with tempfile.TemporaryDirectory(prefix=f"{FOLDER}{os.getpid()}-", ignore_cleanup_errors=True) as name:
            return _printed(office, documents, Path(name).resolve())
    except OSError as error:
        return Printed((None,) * len(documents), reason_of(error))


def _printed(office: str, documents: Sequence[bytes], folder: Path) -> Printed:
    # Named by its content a document is printed alike, whatever others there are.
    files = [folder / f"{hashlib.sha256(document).hexdigest()[:32]}.docx" for document in documents]
    for file, document in zip(files, documents, strict=True):
        file.write_bytes(document)
    reason = _run(office, list(dict.fromkeys(files)), folder)
    return Printed(tuple(_content(folder / "pdf" / f"{file.stem}.pdf") for file in files), reason)


def _run(office: str, files: Sequence[Path], folder: Path) -> Text:
    """Converts the files into the folder ``pdf`` and tells how it ended."""
    settings, temporary = folder / "profile" / "user", folder / "tmp"
    for made in (settings, temporary):
        made.mkdir(parents=True)
    (settings / SETTINGS.name).write_bytes(SETTINGS.read_bytes())
    profile = _profile(folder)
    command = [
        office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo", "--nodefault",
        "--infilter=MS Word 2007 XML", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder / "pdf"),
        *map(str, files),
    ]  # fmt: skip
    seconds = SECONDS + SECONDS_EACH * len(files)
    said = folder / "said"
    try:
        with said.open("wb") as output, _started(command, folder, output) as process:
            process.wait(seconds)
    except subprocess.TimeoutExpired:
        return Text(f"{seconds} 秒后仍没有结束，已停止", f"it had not ended after {seconds} seconds and was stopped")
    finally:
        _pipe(profile).unlink(missing_ok=True)
    signalled = _signalled(process.returncode)
    return _last(said.read_text("utf-8", "replace")) if signalled is None else signalled


def _signalled(status: int) -> Text | None:
    number = -status if status < 0 else status - SIGNALLED
    if os.name != "posix" or not 0 < number <= SIGNALS:
        return None
    name = signal.strsignal(number) or number
    return Text(f"它被信号 {number}（{name}）终止", f"it was ended by signal {number} ({name})")


def _last(said: str) -> Text:
    lines = [line.strip() for line in said.splitlines() if line.strip() and NO_REASON not in line]
    return Text(f"它说的是“{lines[-1]}”", f"it said “{lines[-1]}”") if lines else NOTHING


def _clear() -> None:
    """Removes what is left of runs whose own process was killed."""
    for folder in Path(tempfile.gettempdir()).resolve().glob(f"{FOLDER}*-*"):
        process = folder.name.removeprefix(FOLDER).partition("-")[0]
        if os.name == "posix" and process.isdecimal() and not _lives(int(process)):
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):
                _pipe(_profile(folder)).unlink()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # somebody else's, or no number of a process
        pass
    return True


@contextmanager
def _started(command: Sequence[str], folder: Path, output: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, which ends with the context, its children with it."""
    process = subprocess.Popen(  # noqa: S603 (no shell, and names of our own)
        command, cwd=folder, env=environment() | dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder / "tmp")),
        stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 (no shell)
    process.wait()


def _profile(folder: Path) -> str:
    return (folder / "profile").as_uri()


def _pipe(profile: str) -> Path:
    """Where a LibreOffice with this profile waits for others: outside of all folders, and left behind when killed."""
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    user = os.getuid() if os.name == "posix" else 0
    name = f"OSL_PIPE_{user}_SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)
    return Path("/tmp", name)  # noqa: S108 (LibreOffice knows no other folder for it)


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
