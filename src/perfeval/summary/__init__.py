"""The bureau's summary: many departments' checked figures side by side, as a Word report or a workbook."""

from perfeval.summary.entry import Entry, entry_of
from perfeval.summary.summary import Summary, summarise

__all__ = ["Entry", "Summary", "entry_of", "summarise"]
