"""The one flag of the suite: ``pytest --refresh`` writes every expected text anew and removes the orphans."""

import pytest

pytest.register_assert_rewrite("expected", "planted")

from expected import Expected  # noqa: E402 (after the registration, or its assertions would tell nothing)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write expected texts anew, remove those without a test")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Expected:
    return Expected(refresh=bool(request.config.getoption("--refresh")))
