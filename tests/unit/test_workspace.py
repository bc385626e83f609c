"""What departments share: found above their files, merged under their own data, and told where it stands."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfeval import pipeline, resources
from perfeval.batch.names import foretold
from perfeval.diagnostic import Finding, Pointer
from perfeval.files import DISK
from perfeval.load import Source, read
from perfeval.tree import leaves
from perfeval.validate import validate
from perfeval.workspace import HEIGHT, NAME, Workspace, inherit, read_workspace, workspace_of
from tools.any_report import Data, as_yaml, reports
from tools.examples import EXAMPLES, example, rendered

SHARED = """\
shared:
  layout: project-ledger
  standard: shijiazhuang
  year: 2025
"""
OWN = "department: {name: 示例局}\nprojects:\n  - {name: 甲, budget: 1, executed: 1, score: 90}\n"


@dataclass(frozen=True)
class Given:
    """Files with these contents, or with the errors that reading them raises; notes what was asked for."""

    contents: Mapping[str, str | OSError]
    asked: list[str] = field(default_factory=list)

    def read(self, path: Path, most: int = -1) -> bytes:
        self.asked.append(path.as_posix())
        content = self.contents.get(path.as_posix(), FileNotFoundError(2, "no such file"))
        if isinstance(content, OSError):
            raise content
        return content.encode()[: most if most >= 0 else None]


def workspace(text: str) -> Workspace:
    result = read_workspace(Path("bureau", NAME), Given({f"bureau/{NAME}": text}))
    assert result.value is not None, result.findings
    return result.value


def source(text: str) -> Source:
    outcome = read(text.encode(), "dept.yaml")
    assert outcome.value is not None
    return outcome.value


def inherited(own: str, shared: str) -> Source:
    return inherit(source(own), workspace(shared))


def written(folder: Path, shared: str, own: str = OWN) -> Path:
    """A department's file in a folder of the workspace's."""
    (folder / NAME).write_text(shared, encoding="utf-8")
    path = folder / "departments" / "dept.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(own, encoding="utf-8")
    return path


def told(found: tuple[Finding, ...]) -> list[tuple[str, str, int, int]]:
    return [(one.kind.code, Path(one.file).name, one.place.line, one.place.column) for one in found]


EMPTY = "shared: {}\n"


def folder_found(folder: str | Path, files: Given) -> Path | None:
    result = workspace_of(Path(folder), files)
    assert result.findings == ()
    return None if result.value is None else Path(result.value.source.file).parent


class TestNearest:
    def test_the_folder_itself_comes_before_those_above(self) -> None:
        files = Given({"a/b/perfeval.yaml": EMPTY, "a/perfeval.yaml": EMPTY})
        assert folder_found("a/b/c", files) == Path("a/b")
        assert files.asked == ["a/b/c/perfeval.yaml", "a/b/perfeval.yaml"]

    def test_relative_folders_are_left_upwards(self) -> None:
        assert folder_found("a", Given({"../../perfeval.yaml": EMPTY})) == Path("../..")
        assert folder_found("../a", Given({"../../perfeval.yaml": EMPTY, "perfeval.yaml": EMPTY})) == Path("../..")
        assert folder_found(".", Given({"perfeval.yaml": EMPTY})) == Path()

    def test_the_root_is_the_last(self) -> None:
        root = Path(Path.cwd().anchor)
        files = Given({})
        assert folder_found(root / "a", files) is None
        assert files.asked == [(root / "a" / NAME).as_posix(), (root / NAME).as_posix()]

    def test_a_bounded_number_of_folders_is_looked_into_once_each(self) -> None:
        files = Given({})
        assert folder_found("a", files) is None
        assert len(set(files.asked)) == len(files.asked) == HEIGHT

    def test_only_this_name_counts(self) -> None:
        assert folder_found("a", Given({"a/perfeval.yml": EMPTY, "a/Perfeval.yaml": EMPTY})) is None

    def test_one_that_cannot_be_read_is_told_and_no_other_taken(self) -> None:
        files = Given({"a/b/perfeval.yaml": PermissionError(13, "Permission denied"), "a/perfeval.yaml": SHARED})
        result = workspace_of(Path("a/b"), files)
        assert result.value is None
        assert [(one.kind.code, one.file) for one in result.findings] == [("W101", str(Path("a/b/perfeval.yaml")))]

    def test_a_folder_of_that_name_is_told(self, tmp_path: Path) -> None:
        (tmp_path / NAME).mkdir()
        (found,) = workspace_of(tmp_path, DISK).findings
        assert found.kind.code == "W101"


class TestReading:
    def test_paths_start_at_its_folder(self) -> None:
        made = workspace("departments: [streets, more/x.yaml]\noutput: out\nfilename: 甲\nroster: [甲局]\n")
        assert Path(made.source.file).parent == Path("bureau")
        assert made.departments == (Path("bureau/streets"), Path("bureau/more/x.yaml"))
        assert made.output == Path("bureau/out")
        assert (made.filename, made.roster) == ("甲", ("甲局",))

    def test_one_folder_needs_no_list(self) -> None:
        assert workspace("departments: streets\n").departments == (Path("bureau/streets"),)

    def test_all_is_optional(self) -> None:
        made = workspace("shared: {}\n")
        assert made.departments == (Path("bureau"),)
        assert (made.output, made.filename, made.roster) == (None, None, ())

    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            ("department: x\n", "S011", 1),
            ("output: out\nnonsense: x\n", "S010", 2),
            ("departments: 1\n", "S027", 1),
            ("departments: {a: b}\n", "S027", 1),
            ("departments: []\n", "S038", 1),
            ('filename: " "\n', "S036", 1),
            ("roster: 甲局\n", "S027", 1),
            ("shared:\n  year: 25\n", "S034", 2),
            ("shared:\n  layout: 1\n", "S025", 2),
            ("shared:\n  projects: []\n", "S010", 2),
            ("shared:\n  department: {name: 甲局}\n", "S010", 2),
            ("shared:\n  department: {level: 区}\n", "S031", 2),
            ("shared:\n  evaluation: {}\n", "S038", 2),
            ("shared:\n  evaluation:\n    stages:\n      - {title: 采集}\n", "S013", 4),
            ("shared:\n  basis:\n    - {titel: 办法}\n", "S011", 3),
            ("shared:\n  texts: {preamble: 1}\n", "S025", 2),
            ("shared: [\n", "L033", 1),
            ("# 空的\n", "L005", 1),
        ],
    )
    def test_a_mistake_is_told_in_its_line_and_the_report_goes_no_further(
        self, text: str, code: str, line: int, tmp_path: Path
    ) -> None:
        path = written(tmp_path, text, "nonsense: 1\n")
        result = pipeline.check(path)
        assert result.value is None
        assert [(found, file, row) for found, file, row, _ in told(result.findings)] == [(code, NAME, line)]

    def test_what_is_doubtful_stops_nobody(self, tmp_path: Path) -> None:
        path = written(tmp_path, SHARED + "  texts: {preamble: 甲 #乙\n  }\n")
        result = pipeline.check(path)
        assert [(code, file) for code, file, _, _ in told(result.findings)] == [("L050", NAME)]
        assert result.value is not None

    def test_the_departments_own_mistakes_are_told_as_well(self, tmp_path: Path) -> None:
        found = pipeline.check(written(tmp_path, "nonsense: 1\n", "year: [\n")).findings
        assert [(code, file) for code, file, _, _ in told(found)] == [("L033", "dept.yaml"), ("S010", NAME)]

    def test_of_many_reports_the_first_tells_what_is_wrong_with_what_they_share(self, tmp_path: Path) -> None:
        first = written(tmp_path, SHARED + "  evaluation: {start: 2025-03-01}\n")
        second = first.with_name("second.yaml")
        second.write_text(OWN + "expect: {nothing: 1}\n", encoding="utf-8")
        found = pipeline.check_all([first, second])
        assert [(code, file) for code, file, _, _ in told(found)] == [("K703", NAME), ("K503", "second.yaml")]


class TestInheriting:
    def test_mappings_are_merged_key_by_key_all_else_is_taken_whole(self) -> None:
        own = "department: {name: 甲局}\nbasis: [{title: 自己的}]\nevaluation: {start: 2026-03-01}\n"
        shared = (
            "shared:\n  year: 2025\n  department: {level: district}\n  basis: [{title: 共同的, number: 甲〔2020〕1号}]\n"
            "  evaluation: {start: 2026-02-01, stages: [{title: 采集, text: 收集}]}\n"
        )
        merged = inherited(own, shared)
        assert merged.data == {
            "department": {"name": "甲局", "level": "district"},
            "basis": [{"title": "自己的"}],
            "evaluation": {"start": "2026-03-01", "stages": [{"title": "采集", "text": "收集"}]},
            "year": 2025,
        }

    def test_each_value_is_told_in_the_file_that_gives_it(self) -> None:
        merged = inherited(
            "department: {name: 甲局}\nyear: 2025\n",
            "shared:\n  year: 2025\n  department: {level: district}\n  basis:\n    - title: 办法\n",
        )
        places: dict[Pointer, str] = {
            ("department",): "dept.yaml:1:13",
            ("department", "name"): "dept.yaml:1:20",
            ("department", "level"): "bureau/perfeval.yaml:3:23",
            ("year",): "dept.yaml:2:7",
            ("basis",): "bureau/perfeval.yaml:5:5",
            ("basis", 0, "title"): "bureau/perfeval.yaml:5:14",
            ("basis", 0, "number"): "bureau/perfeval.yaml:5:7",
            ("duties",): "dept.yaml:1:1",
        }
        assert {pointer: str(merged.location(pointer)).replace(os.sep, "/") for pointer in places} == places

    def test_an_equal_value_is_still_the_departments(self) -> None:
        assert inherited("texts: {a: 甲}\n", "shared:\n  texts: {a: 甲}\n").location(("texts", "a")).file == "dept.yaml"

    @pytest.mark.parametrize("own", ["department:\n", "department: 甲局\n", "department: []\n"])
    def test_what_the_department_wrote_wrongly_is_not_mended(self, own: str) -> None:
        shared = "shared:\n  department: {level: district}\n"
        assert inherited(own, shared).data == source(own).data

    def test_nothing_is_inherited_by_a_file_that_is_refused(self) -> None:
        refused = source("a: [\n")
        assert inherit(refused, workspace(SHARED)) == refused

    def test_the_workspace_itself_stays_as_it_is(self) -> None:
        made = workspace("shared:\n  department: {level: district}\n  texts: {a: 甲}\n")
        inherit(source("department: {name: 甲局}\ntexts: {b: 乙}\n"), made)
        assert made.source.data == {"shared": {"department": {"level": "district"}, "texts": {"a": "甲"}}}

    @pytest.mark.parametrize(("own", "place"), [("projects: []\n", (1, 1)), ("year: 2025\ndepartment: {}\n", (2, 13))])
    def test_a_name_that_is_missing_is_told_in_the_departments_file(
        self, own: str, place: tuple[int, int], tmp_path: Path
    ) -> None:
        found = pipeline.check(written(tmp_path, SHARED + "  department: {level: district}\n", own)).findings
        assert ("S013", "dept.yaml", *place) in told(found)


class TestTold:
    """Faults in what is shared, at their own places."""

    @pytest.mark.parametrize(
        ("shared", "code", "line", "column"),
        [
            ("  basis:\n    - {title: 办法, number: 示发（2020）5号}\n", "K711", 6, 27),
            ("  evaluation: {start: 2025-12-31}\n", "K703", 5, 23),
            ("  evaluation:\n    stages:\n      - {title: 采集, start: 2026-03-02, end: 2026-03-01, text: 收}\n", "K701", 7, 45),
            ("  evaluation:\n    organization: |-\n      成立工作组。\n      {{ nothing }}\n", "R112", 8, 7),
            ("  texts:\n    preambel: 甲\n", "R202", 6, 5),
            ("filename: 报告{{ nothing }}\n", "R112", 5, 13),
            ("filename: '{% if year %}'\n", "R203", 5, 11),
        ],
    )  # fmt: skip
    def test_a_fault_is_told_in_its_line(self, shared: str, code: str, line: int, column: int, tmp_path: Path) -> None:
        assert told(pipeline.check(written(tmp_path, SHARED + shared)).findings) == [(code, NAME, line, column)]

    @pytest.mark.parametrize(("key", "name", "code"), [("layout", "leger", "S302"), ("standard", "sjz", "S301")])
    def test_an_unknown_name_is_told_in_its_line(self, key: str, name: str, code: str, tmp_path: Path) -> None:
        shared = re.sub(f"{key}: .+", f"{key}: {name}", SHARED)
        line = shared.splitlines().index(f"  {key}: {name}") + 1
        assert told(pipeline.check(written(tmp_path, shared)).findings) == [(code, NAME, line, len(key) + 5)]

    def test_a_department_may_accept_a_finding_about_what_is_shared(self, tmp_path: Path) -> None:
        waiver = "waivers:\n  - {code: K703, at: evaluation.start, found: {day: 2025-12-31, year: 2025}, reason: 核实过, by: 财务科}\n"
        path = written(tmp_path, SHARED + "  evaluation: {start: 2025-12-31}\n", OWN + waiver)
        (found,) = (one for one in pipeline.check(path).findings if one.kind.code == "K703")
        assert found.waived is not None, found.arguments

    def test_an_explanation_names_the_file_and_line(self, tmp_path: Path) -> None:
        path = written(tmp_path, SHARED)
        explained = pipeline.explain(path).value
        assert explained is not None
        assert explained.where(("year",)) == f"{tmp_path / NAME}:4:9"
        assert explained.where(("department", "name")) == f"{path}:1:20"

    def test_what_is_shared_is_not_told_as_copied(self, tmp_path: Path) -> None:
        prose = "成立绩效自评工作小组，由分管负责人任组长，各科室负责人为成员，逐项收集佐证材料，核对账目，按照评分标准评分并撰写报告，经办公会审定后报送财政部门。"
        first = written(tmp_path, SHARED + f"  evaluation: {{organization: {prose}}}\n")
        second = first.with_name("second.yaml")
        second.write_text(OWN.replace("示例局", "样板局"), encoding="utf-8")
        assert pipeline.check_all([first, second]) == ()
        for path in (first, second):
            path.write_text(path.read_text(encoding="utf-8") + f"results: {prose}\n", encoding="utf-8")
        assert [one.kind.code for one in pipeline.check_all([first, second])] == ["K613"]


class TestFiles:
    def test_an_inherited_standard_starts_at_the_workspaces_folder(self, tmp_path: Path) -> None:
        own = (resources.folder("standards") / "shijiazhuang.yaml").read_text(encoding="utf-8")
        (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
        path = written(tmp_path, SHARED.replace("shijiazhuang", "own.yaml"))
        assert pipeline.check(path).findings == ()
        path.write_text("standard: own.yaml\n" + OWN, encoding="utf-8")
        assert told(pipeline.check(path).findings)[0][:2] == ("S303", "own.yaml")

    def test_an_inherited_layout_starts_at_the_workspaces_folder(self, tmp_path: Path) -> None:
        path = written(tmp_path, SHARED.replace("project-ledger", "./ours"))
        (found,) = pipeline.check(path).findings
        assert (found.kind.code, found.file) == ("S303", str(tmp_path / "ours" / "layout.yaml"))

    def test_the_pattern_of_the_name_replaces_the_layouts(self, tmp_path: Path) -> None:
        pattern = 'filename: "{{ year }}/{{ report.department.name }}自评报告"\n'
        path = written(tmp_path, pattern + SHARED)
        for trace in (False, True):
            document = pipeline.render(path, trace=trace).value
            assert document is not None
            assert document.name == "2025/示例局自评报告"


SHAREABLE = ("layout", "standard", "year", "attachment", "basis", "evaluation", "texts")


def split(text: str) -> tuple[str, str]:
    """What of a report can be shared, as a workspace, and the rest of it."""
    sections = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    shared = [section for section in sections if section.partition(":")[0] in SHAREABLE]
    own = [section for section in sections if section not in shared]
    return "shared:\n" + re.sub("^(?=.)", "  ", "".join(shared), flags=re.MULTILINE), "".join(own)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_department_in_two_files_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    whole = example(name).read_text(encoding="utf-8")
    shared, own = split(whole)
    assert "\nbasis:" in whole
    assert "\nbasis:" not in own
    assert "\n  basis:" in shared
    assert rendered(written(tmp_path, shared, own)) == rendered(example(name))


STAGE = {"title": "采集", "start": "2026-03-02", "text": "收集资料。"}
MORE = st.fixed_dictionaries(
    {},
    optional={
        "level": st.sampled_from(("district", "county")),
        "evaluation": st.fixed_dictionaries(
            {"start": st.just("2026-03-01")}, optional={"method": st.just("比较法"), "stages": st.just([STAGE])}
        ),
        "texts": st.dictionaries(st.sampled_from(("preamble", "conclusion", "duties")), st.just("语句"), min_size=1),
    },
)


@st.composite
def divided(draw: st.DrawFn) -> tuple[Data, Data, Data]:
    """A whole report, and the same as a department's own and what is shared; some of the shared is not wanted."""
    whole, more = draw(reports()), draw(MORE)
    if "level" in more:
        whole["department"]["level"] = more.pop("level")
    whole |= more

    def parted(data: Data, names: tuple[str, ...]) -> tuple[Data, Data]:
        own, shared = dict(data), {}
        for name in names:
            if name in data and draw(st.booleans()):
                shared[name] = own.pop(name)
        return own, shared

    own, shared = parted(whole, ("layout", "standard", "year", "attachment", "basis"))
    for key, names in {"department": ("level",), "evaluation": ("start", "method", "stages"), "texts": tuple(whole.get("texts", ()))}.items():  # fmt: skip
        mine, theirs = parted(whole.get(key, {}), names)
        own |= {key: mine} if mine else {}
        shared |= {key: theirs} if theirs else {}
        if key in own and not mine:
            del own[key]
    overruled = {"year": 2001, "layout": "别处", "standard": "别处", "basis": [{"title": "别处"}]}
    shared |= {key: value for key, value in overruled.items() if key in own and draw(st.booleans())}
    return whole, own, shared


def pointers(data: Any, at: Pointer = ()) -> list[Pointer]:
    """Where every list and scalar stands."""
    if not isinstance(data, dict):
        return [at]
    return [pointer for key, value in data.items() for pointer in pointers(value, (*at, key))]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(divided())
def test_sharing_changes_no_report_and_every_value_is_told_in_its_file(parts: tuple[Data, Data, Data]) -> None:
    whole, own, shared = parts
    expected = validate(source(as_yaml(whole))).value
    assert expected is not None
    merged = inherited(as_yaml(own), as_yaml({"shared": shared}))
    report = validate(merged).value
    assert report == expected
    mine = set(pointers(own))
    for pointer in pointers(whole):
        assert merged.location(pointer).file == ("dept.yaml" if pointer in mine else str(Path("bureau", NAME)))
    assert dict(leaves(report)) == dict(leaves(expected))


def test_a_pattern_may_name_the_title_that_each_layout_has(tmp_path: Path) -> None:
    """So that a department's forms do not take each other's file names; the title in the document is without folders."""
    (tmp_path / "perfeval.yaml").write_text('departments: .\nfilename: "{{ year }}/{{ title }}"\n', encoding="utf-8")
    text = example("chenghu-agriculture").read_text(encoding="utf-8")
    for layout, title in (("project-forms", "项目支出绩效自评表"), ("department-form", "部门整体支出绩效自评表")):
        path = tmp_path / f"{layout}.yaml"
        path.write_text(re.sub("^layout: .*", f"layout: {layout}", text, flags=re.MULTILINE), encoding="utf-8")
        document = pipeline.render(path).value
        assert document is not None
        assert document.name == f"2025/望江市澄湖区农业农村局2025年度{title}"
        assert foretold(path) == f"{document.name}.docx"
        core = ZipFile(BytesIO(document.content)).read("docProps/core.xml").decode()
        assert f"<dc:title>{document.name.removeprefix('2025/')}</dc:title>" in core
