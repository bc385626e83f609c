"""Dates and documents: K7."""

from perfeval.rules.dates import days, documents

RULES = (*days.RULES, *documents.RULES)
