"""Validates a source against the contract and builds the report's records from it."""

from perfeval.diagnostic import Outcome
from perfeval.load import Source
from perfeval.model import Report
from perfeval.records import build
from perfeval.schema import examine


def validate(source: Source) -> Outcome[Report]:
    """The report a source holds, or every way in which it breaks ``schemas/report.schema.json``."""
    diagnostics = examine(source.data, "report")
    return Outcome(None, diagnostics) if diagnostics else Outcome(build(Report, source.data))
