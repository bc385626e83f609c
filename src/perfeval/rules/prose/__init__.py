"""Prose and form: K6."""

from perfeval.rules.prose import copied, dates, documents, numbering, numbers, wording, years

RULES = (*numbers.RULES, *years.RULES, *wording.RULES, *numbering.RULES, *dates.RULES, *documents.RULES)
ACROSS = copied.ACROSS
