"""Writes documents: under a safe name, whole or not at all."""

import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

_LONGEST = 180
"""Bytes of a name; file systems allow 255, and a suffix, a temporary's prefix and a copy's number are added."""

_UMASK = Lock()
"""To read the umask is to change it: no folder is made meanwhile by another thread."""

_PORTS = (f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³")
_RESERVED = frozenset(("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS))
_UNSAFE = re.compile(
    '[<>:"/\\\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]'
)


def safe_name(name: str) -> str:
    """A file name, still without suffix, that every system takes: no separator or control, not reserved, not long."""
    stem = _UNSAFE.sub("_", unicodedata.normalize("NFC", name))
    stem = re.sub(r"\s+", " ", stem).strip(" .")
    if not stem or stem.split(".")[0].strip().upper() in _RESERVED:
        stem = f"_{stem}"
    encoded = stem.encode()
    if len(encoded) > _LONGEST:
        digest = hashlib.sha256(encoded).hexdigest()[:8]
        stem = f"{encoded[: _LONGEST - 9].decode(errors='ignore')}_{digest}"
    return stem


def safe_path(name: str) -> Path:
    """The same of a name in which slashes make folders: none is empty, none leads upwards."""
    parts = [safe_name(part) for part in name.split("/") if part.strip()]
    return Path(*parts or [safe_name(name)])


def file_name(title: str, suffix: str) -> str:
    """The name of a document's file, from the folder that it goes into; with slashes on every system."""
    return safe_path(title).as_posix() + suffix


def write(content: bytes, path: Path) -> None:
    """Put the bytes at ``path``: a reader finds the old file or the new one, never a part. Raises OSError."""
    make_folder(path.parent)
    put(stage(content, path.parent), path)


def make_folder(path: Path) -> None:
    """The folder, if it is not there. Raises OSError."""
    with _UMASK:
        path.mkdir(parents=True, exist_ok=True)


def stage(content: bytes, folder: Path) -> Path:
    """Keep the bytes in a temporary file of a folder, on the file system they are meant for. Raises OSError."""
    descriptor, name = tempfile.mkstemp(prefix=".perfeval-", suffix=".part", dir=folder)
    staged = Path(name)
    with _gone_on_failure(staged), os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    return staged


def put(staged: Path, path: Path) -> None:
    """Let a staged file take its place, safely on the disk. Raises OSError."""
    with _gone_on_failure(staged):
        _sync(staged, os.O_RDWR)
        staged.chmod(_mode(path))
        staged.replace(path)
    if os.name == "posix":  # Windows has no such call for a folder
        _sync(path.parent, os.O_RDONLY | os.O_DIRECTORY)


@contextmanager
def _gone_on_failure(staged: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            staged.unlink()
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what the umask leaves."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    with _UMASK:
        mask = os.umask(0)
        os.umask(mask)
    return 0o666 & ~mask


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
