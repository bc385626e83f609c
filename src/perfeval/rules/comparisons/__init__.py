"""Comparisons with last year, parts of a whole, staff: K4."""

from perfeval.rules.comparisons import changes, parts, staff, tails

RULES = (*changes.RULES, *parts.RULES, *tails.RULES, *staff.RULES)
