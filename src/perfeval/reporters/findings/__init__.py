"""Findings: for people, for programs, for GitHub and code scanning, and as waivers to paste."""
