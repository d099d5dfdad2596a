"""Reads a CSV or XLSX file inside a process of its own, with little memory and time and nothing else (R27).

Run as a script: the file comes on standard input, one JSON document goes to standard output, either
`{"format", "encoding", "sheet", "rows"}` with rows as lists of texts, or `{"error": code}`. It imports no
Django and nothing of ours.
"""

import csv
import io
import json
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

MAX_ROWS = 50_001  # the header and 50,000 rows
MAX_COLUMNS = 100
MAX_CELL = 4_000  # characters
MAX_UNPACKED = 300 * 1024 * 1024
MAX_RATIO = 150
RATIO_COUNTS_FROM = 20 * 1024 * 1024
MAX_PARTS = 2_000
MEMORY = 1_024 * 1024 * 1024
SECONDS = 30
DELIMITERS = ",;\t|"
ENCODINGS = ("utf-8", "gb18030", "cp1252")


class Unreadable(Exception):
    """The file cannot be read; the code says why."""


def limit_resources() -> None:
    """This will bound memory and processor time of this process, and forbid it to write files."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def read(data: bytes) -> dict[str, Any]:
    """This will read a file into rows of texts, empty rows left out but counted; raises Unreadable."""
    if data[:4] == b"PK\x03\x04":
        return _read_workbook(data)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Unreadable("OLD_EXCEL")
    if data[:4] in (b"%PDF", b"\x89PNG", b"\xff\xd8\xff\xe0", b"GIF8") or data[:2] == b"MZ":
        raise Unreadable("NOT_A_TABLE")
    return _read_text(data)


def _read_workbook(data: bytes) -> dict[str, Any]:
    check_archive(data)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.height == 0:
                continue
            if sheet.height > MAX_ROWS or sheet.width > MAX_COLUMNS:
                raise Unreadable("TOO_MANY_CELLS")
            rows = ([_cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False))
            return {"format": "xlsx", "encoding": "", "sheet": name, "rows": list(_bounded(rows))}
    except (CalamineError, ValueError, KeyError) as error:
        raise Unreadable("NOT_A_TABLE") from error
    raise Unreadable("EMPTY")


def check_archive(data: bytes) -> None:
    """This will unpack every part of the archive into nothing, counting; what it says of itself is not believed."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable("NOT_A_TABLE") from error
    if len(parts) > MAX_PARTS or not any(part.filename.startswith("xl/") for part in parts):
        raise Unreadable("NOT_A_TABLE")
    unpacked = 0
    for part in parts:
        for length in _lengths(data, part):
            unpacked += length
            if unpacked > MAX_UNPACKED or (unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * len(data)):
                raise Unreadable("BOMB")


def _lengths(data: bytes, part: zipfile.ZipInfo) -> Iterator[int]:
    start = part.header_offset
    header = data[start : start + 30]
    if len(header) < 30:
        raise Unreadable("NOT_A_TABLE")
    begin = start + 30 + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    if part.compress_type == zipfile.ZIP_STORED:
        yield part.compress_size
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise Unreadable("NOT_A_TABLE")
    unpacker, rest = zlib.decompressobj(-15), data[begin:]
    while rest and not unpacker.eof:
        try:
            yield len(unpacker.decompress(rest, 1 << 20))
        except zlib.error as error:
            raise Unreadable("NOT_A_TABLE") from error
        rest = unpacker.unconsumed_tail


def _cell_text(cell: Any) -> str:
    """A whole number loses its `.0`; a number beyond what spreadsheets keep exactly shows that it was rounded."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        if abs(cell) >= 1e15:
            return f"{cell:.10e}"
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return "" if cell is None else str(cell)


def _read_text(data: bytes) -> dict[str, Any]:
    text, encoding = _decoded(data)
    if "\x00" in text:
        raise Unreadable("NOT_A_TABLE")
    delimiter = _delimiter(text)
    csv.field_size_limit(1 << 20)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = list(_bounded(lines))
    except csv.Error as error:
        raise Unreadable("NOT_A_TABLE") from error
    if not rows:
        raise Unreadable("EMPTY")
    return {"format": "csv", "encoding": encoding, "sheet": "", "rows": rows}


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Unreadable("ENCODING") from error
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Unreadable("ENCODING")


def _delimiter(text: str) -> str:
    """The separator that gives the most columns in the most of the first lines."""
    lines = [line for line in text[:65_536].splitlines()[:20] if line.strip()]

    def columns(delimiter: str) -> tuple[int, int]:
        counts = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        usual = max(set(counts), key=lambda n: (counts.count(n), n)) if counts else 1
        return (usual > 1) * counts.count(usual), usual

    try:
        return max(DELIMITERS, key=columns)
    except csv.Error as error:
        raise Unreadable("NOT_A_TABLE") from error


def _bounded(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Rows with their number in front, without trailing empty cells; empty ones are left out."""
    for number, row in enumerate(rows, start=1):
        cells = [str(cell)[:MAX_CELL].strip() for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise Unreadable("TOO_MANY_CELLS")
        yield [str(number), *cells]


def main() -> None:
    """This will read standard input and write the answer."""
    limit_resources()
    try:
        answer = read(sys.stdin.buffer.read())
    except Unreadable as refusal:
        answer = {"error": str(refusal)}
    except MemoryError:
        answer = {"error": "TOO_MANY_CELLS"}
    json.dump(answer, sys.stdout, ensure_ascii=True, separators=(",", ":"))


if __name__ == "__main__":
    main()
