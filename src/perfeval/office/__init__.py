"""All that knows LibreOffice: Word documents to PDF/A, and what decides on the bytes of one."""

from perfeval.office.convert import pdf
from perfeval.office.program import version

__all__ = ["pdf", "version"]
