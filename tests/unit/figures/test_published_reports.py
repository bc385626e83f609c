"""The two published reports behind the examples: what they print comes out, and where they are wrong is told."""

from decimal import Decimal
from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.diagnostic import Finding
from perfeval.figures import Figures
from perfeval.printing import PRINT

EXAMPLES = Path(__file__).parents[3] / "examples"
MISSING_SCORE = "missing_score: zero"


def figures(path: Path) -> Figures:
    found = pipeline.figures(path).value
    assert found is not None
    return found


def shown(found: Figures, *names: str) -> list[str]:
    return [PRINT[found[name].unit](found[name].value) for name in names]


def rewritten(tmp_path: Path, example: str, old: str, new: str) -> Path:
    text = (EXAMPLES / example).read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path = tmp_path / example
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def findings(path: Path, code: str) -> list[Finding]:
    return [found for found in pipeline.check(path).findings if found.kind.code == code]


def test_gaocheng_in_all() -> None:
    found = figures(EXAMPLES / "gaocheng-housing.yaml")
    assert shown(found, "funds.budget", "funds.received", "funds.executed", "funds.balance") == [
        "76447.148186", "76447.148186", "52644.303797", "23802.844389",
    ]  # fmt: skip
    assert shown(found, "funds.execution_rate", "funds.arrival_rate") == ["68.86%", "100.00%"]
    assert shown(found, "projects.count", "projects.total_score", "projects.unscored_count") == ["61", "5638.18", "1"]
    assert shown(found, "duties.office_count", "duties.affiliate_count") == ["5", "2"]


def test_gaocheng_by_source() -> None:
    found = figures(EXAMPLES / "gaocheng-housing.yaml")
    table = {
        source: shown(found, *(f"funds.{source}.{name}" for name in ("budget", "received", "executed", "balance")))
        for source in ("central", "provincial", "local")
    }
    assert table == {
        "central": ["26.4", "26.4", "26.4", "0"],
        "provincial": ["57940.242493", "57940.242493", "34137.398104", "23802.844389"],
        "local": ["18480.505693", "18480.505693", "18480.505693", "0"],
    }
    sources = ("central", "provincial", "local")
    assert shown(found, *(f"funds.{one}.execution_rate" for one in sources)) == ["100.00%", "58.92%", "100.00%"]
    assert shown(found, *(f"projects.{one}.count" for one in sources)) == ["1", "18", "42"]
    assert "funds.municipal.budget" not in found


@pytest.mark.parametrize(
    ("treatment", "mean", "counts", "grade"),
    [
        ("missing_score: zero", "92.43", ["53", "4", "2", "2"], "优秀"),
        ("missing_score: skip", "93.97", ["53", "4", "2", "1"], "优秀"),
        ("missing_score: error", "", ["53", "4", "2", "1"], ""),
        ("", "", ["53", "4", "2", "1"], ""),
    ],
)
def test_gaochengs_mean_hangs_on_how_the_missing_score_is_treated(
    tmp_path: Path, treatment: str, mean: str, counts: list[str], grade: str
) -> None:
    found = figures(rewritten(tmp_path, "gaocheng-housing.yaml", f"\n{MISSING_SCORE}\n", f"\n{treatment}\n"))
    assert shown(found, "projects.mean_score", "department.score") == [mean, mean]
    assert shown(found, *(f"projects.{key}.count" for key in ("excellent", "good", "fair", "poor"))) == counts
    assert shown(found, "department.grade") == [grade]


@pytest.mark.parametrize(
    ("name", "right", "published"),
    [
        ("funds.budget", "76447.148186", "76447.148184"),
        ("funds.received", "76447.148186", "76447.148184"),
        ("funds.balance", "23802.844389", "23802.844387"),
        ("funds.provincial.budget", "57940.242493", "57940.242491"),
        ("funds.provincial.received", "57940.242493", "57940.242491"),
    ],
)
def test_where_gaocheng_prints_two_fen_too_little_the_figure_says_so(
    tmp_path: Path, name: str, right: str, published: str
) -> None:
    path = rewritten(tmp_path, "gaocheng-housing.yaml", f"\n  {name}: {right} ", f"\n  {name}: {published} ")
    (found,) = findings(path, "K502")
    assert (found.arguments["name"], found.arguments["expected"]) == (name, published)
    assert found.arguments["derived"] == right
    assert found.excerpt.startswith(f"  {name}: {published}")
    assert found.place.column == len(f"  {name}: ") + 1


def test_gaocheng_as_published_differs_by_source_and_in_the_units_counted() -> None:
    path = EXAMPLES / "gaocheng-housing-as-published.yaml"
    differing = [
        (found.arguments["given"], found.arguments["derived"], found.arguments["gap"])
        for found in findings(path, "K303")
    ]
    assert differing == [("57940.242491", "57940.242493", "0.000002")] * 2
    announced = [(found.arguments["given"], found.arguments["listed"]) for found in findings(path, "K501")]
    assert announced == [("6", "5"), ("1", "2")]


def test_gaocheng_as_published_totals_the_sources_where_the_rows_give_two_fen_more() -> None:
    found = figures(EXAMPLES / "gaocheng-housing-as-published.yaml")
    assert shown(found, "funds.budget", "projects.budget") == ["76447.148184", "76447.148186"]
    assert shown(found, "funds.balance", "projects.balance") == ["23802.844387", "23802.844389"]


def test_liuying() -> None:
    found = figures(EXAMPLES / "liuying-street.yaml")
    assert shown(found, "funds.execution_rate") == ["91.19%"]
    for side in ("revenue", "expenditure"):
        assert shown(
            found,
            *(
                f"budget.{side}.{name}"
                for name in ("change", "change_rate", "final_difference", "final_difference_rate")
            ),
        ) == ["318.16", "18.64%", "440.04", "21.73%"]
    assert shown(found, "indicators.weight", "indicators.score", "indicators.lost") == ["100", "98", "2"]
    assert shown(found, "department.score", "department.grade") == ["98", "优秀"]
    assert shown(found, *(f"indicators.{number}.weight" for number in (1, 2, 3, 4))) == ["50", "10", "30", "10"]
    assert shown(found, "staff.establishment_total", "staff.control_rate", "staff.vacancies") == ["51", "100.00%", "0"]


def test_liuyings_assets_are_completed_from_the_printed_rates() -> None:
    found = figures(EXAMPLES / "liuying-street.yaml")
    parts = ("total", "liabilities", "net")
    assert shown(found, *(f"assets.{part}.previous" for part in parts)) == ["1236.35", "950.38", "285.99"]
    assert shown(found, "assets.net_value", "assets.liability_ratio") == ["237.46", "72.33%"]
    assert found["assets.net_value"].value == found["assets.net.value"].value


def test_the_standard_gives_liuyings_execution_nine_of_ten_points() -> None:
    found = figures(EXAMPLES / "liuying-street.yaml")
    assert found["indicators.2.1.1.standard_score"].value == Decimal(9)


def test_liuying_as_published_differs_in_weights_not_in_the_total() -> None:
    path = EXAMPLES / "liuying-street-as-published.yaml"
    assert shown(figures(path), "indicators.1.weight", "indicators.3.weight") == ["40", "40"]
    assert shown(figures(path), "department.score", "department.grade") == ["98", "优秀"]
    too_much = [(found.arguments["score"], found.arguments["weight"]) for found in findings(path, "K201")]
    assert too_much == [("15", "10")] * 2
    assert len(findings(path, "K102")) == 2
    (stated,) = findings(path, "K502")
    assert [stated.arguments[name] for name in ("name", "expected", "derived")] == ["indicators.1.1.weight", "15", "10"]
