"""The forms on paper: a page each where they fit, no page without one, all within the type area."""

from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
import yaml

from perfeval.layouts import folder_of
from tools import libreoffice, pdf
from tools.any_report import as_yaml
from tools.examples import rendered

LEFT, RIGHT, BOTTOM = 28, 210 - 26, 297 - 35
LONG = "示例区农村饮用水水源地保护与城乡供水一体化管网延伸及老旧供水管道更新改造工程（二期）和附属自动化监测设施建设"
REASON = "因汛期停工、材料价格上涨，未能按期完成；下年度提前谋划，优化施工组织。"
PROJECT_TITLE, YEAR = "项目支出绩效自评表", "2025"


def data(layout: str) -> dict[str, Any]:
    """The starter of the layout."""
    found: dict[str, Any] = yaml.safe_load((folder_of(layout) / "starter.yaml").read_text(encoding="utf-8"))
    return found


def of_projects(number: int) -> dict[str, Any]:
    """So many projects, every third with a long name and the largest amounts."""
    report = data("project-forms")
    first, second = report["projects"]
    report["projects"] = [deepcopy(second if index % 2 else first) for index in range(number)]
    for index, project in enumerate(report["projects"]):
        project["name"] = f"{LONG if index % 3 == 0 else '道路养护'}{index + 1}"
        if index % 3 == 0:
            amount = Decimal("123456.789012")
            project |= {"initial": amount, "budget": amount, "executed": amount}
            project["funds"] = {"other": {"initial": amount, "budget": amount, "executed": amount}}
    return report


def long_form() -> dict[str, Any]:
    """One project with more indicators than a page holds, and a reason for each."""
    report = of_projects(1)
    item = {
        "weight": 1,
        "target": "以文字表述的年度指标值",
        "actual": "部分达成",
        "score": Decimal("0.5"),
        "reason": REASON,
    }
    group = report["projects"][0]["indicators"][0]["groups"][0]
    group["items"] = [{**item, "name": f"{LONG[:30]}{number}"} for number in range(20)]
    return report


SIZES = {
    "one project": of_projects(1),
    "61 projects": of_projects(61),
    "a long form": long_form(),
    "department": data("department-form"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[pdf.Page, ...]]:
    """The pages of each, by one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("forms")
    documents = []
    for name, report in SIZES.items():
        source = folder / f"{name}.yaml"
        source.write_text(as_yaml(report), encoding="utf-8")
        documents.append(source.with_suffix(".docx"))
        documents[-1].write_bytes(rendered(source))
    made = libreoffice.to_pdf(documents, folder)
    return {name: pdf.pages(path) for name, path in zip(SIZES, made, strict=True)}


def text(page: pdf.Page) -> str:
    return "".join(word.text for word in page.words)


def titled(pages: Sequence[pdf.Page]) -> list[bool]:
    return [PROJECT_TITLE in text(page) for page in pages]


@pytest.mark.parametrize(("name", "number"), [("one project", 1), ("61 projects", 61)])
def test_every_project_has_a_page_of_its_own(name: str, number: int, printed: dict[str, tuple[pdf.Page, ...]]) -> None:
    pages = printed[name]
    assert titled(pages) == [True] * number
    assert all(text(page).count("总分") == 1 for page in pages)


def test_the_departments_form_is_one_page(printed: dict[str, tuple[pdf.Page, ...]]) -> None:
    (page,) = printed["department"]
    assert all(words in text(page) for words in ("部门整体支出绩效自评表", "年度资金总额", "总分", "自评等级"))


def test_a_form_that_runs_over_repeats_the_heads_of_its_indicators(printed: dict[str, tuple[pdf.Page, ...]]) -> None:
    pages = printed["a long form"]
    assert len(pages) > 1
    assert titled(pages) == [True] + [False] * (len(pages) - 1)
    assert all("三级指标" in text(page) for page in pages)
    assert "总分" in text(pages[-1])


@pytest.mark.parametrize("name", SIZES)
def test_all_words_stand_within_the_type_area(name: str, printed: dict[str, tuple[pdf.Page, ...]]) -> None:
    for page in printed[name]:
        words = [word for word in page.words if word.bottom < BOTTOM + 5]  # below stands the number of the page
        assert words
        assert min(word.left for word in words) >= LEFT
        assert max(word.right for word in words) <= RIGHT
        assert max(word.bottom for word in words) <= BOTTOM
