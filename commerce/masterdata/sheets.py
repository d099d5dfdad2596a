"""Tables from files that strangers send, and files that spreadsheets open without harm."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from tenants.kernel.errors import DomainError

READER = Path(__file__).with_name("sheet_reader.py")
SECONDS = 60
MAX_ANSWER = 256 * 1024 * 1024
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

_REASONS: dict[str, tuple[str, str]] = {
    "OLD_EXCEL": (
        "This is a file of Excel 97–2003. Save it as .xlsx or .csv and upload it again.",
        "这是 Excel 97–2003 格式文件，请另存为 .xlsx 或 .csv 后重新上传。",
    ),
    "NOT_A_TABLE": (
        "This is neither a CSV file nor an Excel workbook (.xlsx).",
        "该文件既不是 CSV 文件，也不是 Excel 工作簿（.xlsx）。",
    ),
    "TOO_MANY_CELLS": (
        "The table is too large: at most 50,000 rows and 100 columns. Split it.",
        "表格过大：最多 50,000 行、100 列，请拆分后上传。",
    ),
    "BOMB": (
        "The file unpacks to far more than its size. Save the table anew and upload it again.",
        "该文件解压后远大于其大小，请重新保存表格后再上传。",
    ),
    "EMPTY": ("The file holds no rows.", "该文件没有数据行。"),
    "ENCODING": (
        "The characters of the file cannot be read. Save it as UTF-8 and upload it again.",
        "无法识别文件编码，请另存为 UTF-8 后重新上传。",
    ),
    "CRASHED": (
        "The file could not be read within the limits of memory and time. Split it, or save it as CSV.",
        "在内存与时间限制内无法读取该文件，请拆分或另存为 CSV。",
    ),
}


class SheetUnreadable(DomainError):
    """The file is not a table that can be read, or larger than is taken."""

    code = "SHEET_UNREADABLE"
    en = "{reason_en}"
    zh = "{reason_zh}"

    def __init__(self, reason: str) -> None:
        self.reason = reason if reason in _REASONS else "CRASHED"
        reason_en, reason_zh = _REASONS[self.reason]
        super().__init__(field="fileId", reason_en=reason_en, reason_zh=reason_zh)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as found: rows of (number in the file, cells), empty rows left out."""

    file_format: str
    encoding: str
    name: str
    rows: list[tuple[int, list[str]]]


def read_sheet(data: bytes) -> Sheet:
    """This will read a CSV or XLSX file in a process of its own; raises SheetUnreadable.

    It takes up to a minute: call it outside of transactions.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and script, no shell
            [sys.executable, "-I", str(READER)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise SheetUnreadable("CRASHED") from None
    if done.returncode != 0 or len(done.stdout) > MAX_ANSWER:
        raise SheetUnreadable("CRASHED")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise SheetUnreadable(answer["error"])
    rows = [(int(row[0]), row[1:]) for row in answer["rows"]]
    return Sheet(answer["format"], answer["encoding"], answer["sheet"], rows)


def harmless(text: str) -> str:
    """This will keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def as_typed(text: str) -> str:
    """This will take back what `harmless` added."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "".join(_FORMULA_STARTS) else text


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """This will write a CSV file that spreadsheets open in the right encoding and without formulas."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in (header, *rows):
        writer.writerow([harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def write_xlsx(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """This will write a workbook of one sheet whose cells are texts, never formulas, numbers or links."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = workbook.add_worksheet()
    bold = workbook.add_format({"bold": True, "num_format": "@"})
    text = workbook.add_format({"num_format": "@"})
    sheet.freeze_panes(1, 0)
    for column, cell in enumerate(header):
        sheet.write_string(0, column, cell, bold)
        sheet.set_column(column, column, 22, text)
    for line, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            sheet.write_string(line, column, cell, text)
    workbook.close()
    return out.getvalue()
