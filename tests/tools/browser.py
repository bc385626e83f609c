"""A page in Debian's Chromium without a screen: what it says on its console and what it asks of the network is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Page, Request, sync_playwright

from tools.require import require

PHONE, DESK = (360, 740), (1280, 900)
"""Widths and heights of two screens, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a page said and asked for, in order: lines of its console, errors of its scripts, addresses it fetched."""

    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@contextmanager
def browser(size: tuple[int, int] = DESK) -> Iterator[tuple[Page, Heard]]:
    """An empty page of a browser that ends with the block."""
    heard = Heard()
    with sync_playwright() as play:
        # As root, in a container, Chromium starts only without its sandbox.
        chromium = play.chromium.launch(executable_path=require("chromium"), args=["--no-sandbox"])
        try:
            page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
            page.on("console", lambda said: heard.console.append(said.text))
            page.on("pageerror", lambda error: heard.errors.append(str(error)))
            page.on("request", lambda request: heard.requests.append(_address(request)))
            yield page, heard
        finally:
            chromium.close()


def _address(request: Request) -> str:
    return request.url
