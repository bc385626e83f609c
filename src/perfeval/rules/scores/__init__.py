"""Scores and grades: K2."""

from perfeval.rules.scores import forms, grades, limits, reasons

RULES = (*limits.RULES, *grades.RULES, *reasons.RULES, *forms.RULES)
