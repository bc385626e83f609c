"""Workbooks that are written: the same content gives the same bytes, on every day."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.writer.excel import ExcelWriter

from perfeval.word.archive import deflated_well, pack, unpack

NO_TIME = datetime(1980, 1, 1)  # noqa: DTZ001 (the format wants a time; the run's own never enters a document)


def saved(book: Workbook, title: str) -> bytes:
    """The file of a workbook."""
    book.properties = DocumentProperties(title=title, creator="", language="zh-CN", created=NO_TIME, modified=NO_TIME)
    buffer = BytesIO()
    ExcelWriter(book, ZipFile(buffer, "w")).save()  # Workbook.save would put in the time
    return pack(deflated_well(name, content) for name, content in unpack(buffer.getvalue()).items())
