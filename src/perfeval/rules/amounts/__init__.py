"""Amounts: K3."""

from perfeval.rules.amounts import budgets, kinds, net_assets, rows, sources

RULES = (*rows.RULES, *sources.RULES, *budgets.RULES, *net_assets.RULES, *kinds.RULES)
