"""What is stated elsewhere: K5."""

from perfeval.rules.stated import actuals, expected

RULES = (*expected.RULES, *actuals.RULES)
