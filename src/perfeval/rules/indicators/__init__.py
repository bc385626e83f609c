"""Indicators and weights: K1."""

from perfeval.rules.indicators import criteria, grouping, targets, thresholds, weights

RULES = (*weights.RULES, *criteria.RULES, *thresholds.RULES, *grouping.RULES, *targets.RULES)
