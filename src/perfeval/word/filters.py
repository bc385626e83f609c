"""The filters of a template: how values are printed, and prose as paragraphs."""

from collections.abc import Callable, Mapping
from typing import Any

from perfeval.printing import FILTERS
from perfeval.word.characters import WellFormed
from perfeval.word.prose import OFFICIAL, ProseStyles, paragraphs


def prose(text: str, style: str = "") -> WellFormed:
    """The filter ``prose``: Markdown as paragraphs in the styles every layout has, or all in one, as cells have it."""
    return paragraphs(text, ProseStyles.of_cell(style) if style else OFFICIAL)


TEMPLATE_FILTERS: Mapping[str, Callable[..., Any]] = {**FILTERS, "prose": prose}
"""By the name a template uses."""
