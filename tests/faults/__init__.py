"""The faults that the rules find, planted in one report: a module for each family of rules."""
