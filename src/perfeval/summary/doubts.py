"""What a bureau should look at before it relies on a summary."""

from collections import Counter
from collections.abc import Iterator

from perfeval.diagnostic import Finding, Kind, Place, Severity, Text
from perfeval.run import Once
from perfeval.summary.summary import Summary

YEARS = Kind(
    "W201",
    Severity.WARNING,
    what=Text("汇总的报告不是同一年度：{years}", "the reports summed up are of different years: {years}"),
    why=Text("不同年度的金额和得分加在一起没有意义", "amounts and scores of different years do not add up to anything"),
    cure=Text("分年度汇总，或改正写错的 year", "sum up each year by itself, or correct a wrong `year`"),
)
TWICE = Kind(
    "W202",
    Severity.WARNING,
    what=Text(
        "“{name}”已有另一个文件：{first}；它的{files}个文件中，计入汇总的有{used}个",
        "there is another file of “{name}”: {first}; of its {files} files, {used} count",
    ),
    why=Text(
        "一个部门计入两次，合计就不对；有错误的文件不计入，可能正是应计入的",
        "a department that counts twice makes totals wrong; one with errors does not count, and may be the right one",
    ),
    cure=Text("只留下应计入的一个", "keep only the one that is to count"),
)


def unread(summary: Summary) -> Iterator[Finding]:
    """Why files could not be read; of a file that departments share, once."""
    once = Once()
    for entry in summary.unusable:
        yield from once.of(entry.unread, entry.file)


def doubts(summary: Summary) -> Iterator[Finding]:
    """Years that differ, told at the first report of a rarer one; departments with more than one file."""
    years = Counter(one.reported.year for one in summary.departments)
    if len(years) > 1:
        (usual, _), *_ = years.most_common()
        other = next(one for one in summary.departments if one.reported.year != usual)
        counted = sorted(years.items())
        told = Text(
            "、".join(f"{year}年（{count}个部门）" for year, count in counted),
            ", ".join(f"{year} ({count})" for year, count in counted),
        )
        yield Finding(other.file, Place(1, 1), "", YEARS, {"years": told})
    for one in summary.repeated:
        first, *others = one.files
        arguments = {"name": one.name, "first": first, "files": str(len(one.files)), "used": str(one.used)}
        for file in others:
            yield Finding(file, Place(1, 1), "", TWICE, arguments)
