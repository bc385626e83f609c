"""What is wrong, as a value: a kind (code, severity, words), a place and the numbers that go into the words."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Literal, TypeVar

Lang = Literal["zh", "en"]
Pointer = tuple[str | int, ...]
"""The way from the root of a YAML file to a value: ``("projects", 26, "score")``; ``()`` is the whole file."""

T = TypeVar("T")


def dotted(pointer: Pointer) -> str:
    """A pointer as people read it, rows counted from 1: ``projects.27.score``."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in pointer)


def letters(column: int) -> str:
    """The name of a workbook's column, counted from 1: A, Z, AA."""
    name = ""
    while column:
        column, last = divmod(column - 1, 26)
        name = chr(ord("A") + last) + name
    return name


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and in English; ``{name}`` stands for an argument."""

    zh: str
    en: str

    def say(self, lang: Lang, arguments: "Arguments | None" = None) -> str:
        """The words in one language, with the arguments put in (``Text`` arguments in that language too)."""
        words = self.zh if lang == "zh" else self.en
        if arguments is None:
            return words
        return words.format_map({k: v.say(lang) if isinstance(v, Text) else v for k, v in arguments.items()})


Arguments = Mapping[str, str | Text]


class Severity(StrEnum):
    """An error is wrong, a warning is doubtful, a note is a matter of form."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.NOTE: Text("提示", "note"),
}
"""What a reader calls them, the worst first."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding: its code and its words, kept beside the code that raises it."""

    code: str
    severity: Severity
    what: Text
    why: Text
    cure: Text

    @property
    def is_failure(self) -> bool:
        """Whether something could not be read, written or done, which tells nothing about the data."""
        return self.severity is Severity.ERROR and self.code.startswith("W")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a text, line and column counted from 1; or a cell of a workbook's ``sheet``, its row as line."""

    line: int
    column: int
    sheet: str = ""

    def __str__(self) -> str:
        """As people write it: ``27:4``, and a cell ``明细!D27``."""
        return f"{self.sheet}!{letters(self.column)}{self.line}" if self.sheet else f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a value stands: the file, the place in it and the text of the line."""

    file: str
    place: Place
    excerpt: str

    def __str__(self) -> str:
        return f"{self.file}:{self.place}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding at a pointer (or, where no tree exists yet, at a place) of the file at hand.

    ``at_key`` points to the key instead of its value; ``offset`` counts characters into a text value.
    """

    kind: Kind
    where: Pointer | Place
    arguments: Arguments = field(default_factory=dict)
    at_key: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Waived:
    """That a finding is right as it stands: why, and who decided."""

    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic that knows its file, line, column and the line's text: what reporters print.

    ``pointer`` is the value it is about, where there is one; ``waived`` says that the department accepts it.
    """

    file: str
    place: Place
    excerpt: str
    kind: Kind
    arguments: Arguments
    pointer: Pointer | None = None
    waived: Waived | None = None

    @property
    def forbids(self) -> bool:
        """Whether there can be no document with it: an error that nobody waived."""
        return self.kind.severity is Severity.ERROR and self.waived is None


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EEXIST: "路径中间有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只能读，不能写",
    errno.ENAMETOOLONG: "路径或文件名太长",
    errno.EIO: "磁盘读写出错",
}


def reason_of(error: OSError | UnicodeError) -> Text:
    """What the system says of a file; in Chinese too, where it is one of the common mishaps."""
    if isinstance(error, UnicodeError):
        return Text("系统的编码写不出这个文件名", "the system's encoding has no such file name")
    said = error.strerror or str(error)
    return Text(_REASONS.get(error.errno or 0, said), said)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage gives: its value, or None where none could be had, and what it found on the way."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What the work over a whole file gives: its value unless an error forbids it, and findings with their places."""

    value: T | None
    findings: tuple[Finding, ...] = ()
