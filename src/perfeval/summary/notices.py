"""Who is missing from a summary or stands in it twice, in words."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from perfeval.summary.entry import Entry
from perfeval.summary.roster import Attendance
from perfeval.summary.summary import Summary

MISSING, UNUSABLE, REPEATED, SURPLUS = "未报送", "未纳入汇总", "重复报送", "不在名单"


@dataclass(frozen=True, slots=True)
class Notice:
    """A department, what is the matter with it, and the details."""

    matter: str
    name: str
    words: str


def notices(summary: Summary) -> Iterator[Notice]:
    """What keeps departments out comes first."""
    shown = shown_files(summary)
    listed = summary.attendance if isinstance(summary.attendance, Attendance) else Attendance((), ())
    for missing in listed.missing:
        near = f"；收到的报告中有名称相近的“{missing.near}”" if missing.near else ""
        yield Notice(MISSING, missing.name, f"在应报部门名单内，没有收到报告{near}")
    for entry in summary.unusable:
        file = shown[entry.file]
        yield Notice(UNUSABLE, entry.name or file, f"{_obstacle(entry)}：{file}")
    for repeated in summary.repeated:
        files = "、".join(shown[file] for file in repeated.files)
        yield Notice(
            REPEATED, repeated.name, f"有{len(repeated.files)}个文件，没有错误、已计入的有{repeated.used}个：{files}"
        )
    for name in listed.surplus:
        yield Notice(SURPLUS, name, "收到了报告，但不在应报部门名单内")


def _obstacle(entry: Entry) -> str:
    return "没有读到，未能检查" if entry.unread else f"有{entry.errors}处错误，改正后才能计入"


def shown_files(summary: Summary) -> Mapping[str, str]:
    """Each file as a document names it: below the folder of them all, and what cannot be printed replaced."""
    files = [one.file for one in summary.departments] + [one.file for one in summary.unusable]
    try:
        folder = os.path.commonpath([Path(file).parent for file in files])
    except ValueError:  # some of them relative, or none at all
        return {file: _printable(file) for file in files}
    return {file: _printable(Path(file).relative_to(folder).as_posix()) for file in files}


def _printable(name: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in name)
