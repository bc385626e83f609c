"""What holds for the whole suite: its one flag, and how examples are drawn.

``pytest --refresh`` writes every expected text anew and removes the orphans.
"""

import os

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("expected", "planted")

from expected import Expected  # noqa: E402 (after the registration, or its assertions would tell nothing)

# Speed is measured by ``make bench``, never by a test. In CI the same examples are drawn every time.
settings.register_profile("perfeval", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("perfeval")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write expected texts anew, remove those without a test")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Expected:
    return Expected(refresh=bool(request.config.getoption("--refresh")))
