"""What was found in the files that were checked, and how much of it."""

from dataclasses import dataclass

from perfeval.diagnostic import Finding, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings in the order of the files; ``passed_over`` are scoring standards that lie among them."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are, those waived left out."""
        return sum(finding.kind.severity is severity for finding in self.findings if finding.waived is None)

    @property
    def waived(self) -> int:
        """How many findings are waived."""
        return sum(finding.waived is not None for finding in self.findings)
