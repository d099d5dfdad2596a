"""Reads the table of an import."""

import csv
from collections.abc import Iterator, Mapping
from typing import TextIO

from commerce.procurement.importing.mapping import BadMapping, OrderMapping

MAX_ROWS = 200_000
MAX_CELL = 4_000

Row = tuple[int, Mapping[str, str]]


class TableTooLong(BadMapping):
    """The table has more rows than one import takes."""

    code = "TABLE_TOO_LONG"


def rows_of(file: TextIO, mapping: OrderMapping) -> Iterator[Row]:
    """This will yield the rows with their numbers in the file, the header being row 1.

    Cells are stripped. Raises BadMapping when a column that the mapping names is not there, and TableTooLong.
    """
    reader = csv.reader(file, delimiter=mapping.delimiter)
    header = [name.strip() for name in next(reader, [])]
    missing = sorted(mapping.columns - set(header))
    if missing:
        raise BadMapping(
            field="mapping",
            reason_en=f"The file has no column {missing[0]!r}. It has: {', '.join(header)}.",
            reason_zh=f"文件中没有“{missing[0]}”列，现有列：{'、'.join(header)}。",
        )
    for number, cells in enumerate(reader, start=2):
        if number > MAX_ROWS + 1:
            raise TableTooLong(
                field="file",
                reason_en=f"The file has more than {MAX_ROWS} rows. Split it.",
                reason_zh=f"文件超过 {MAX_ROWS} 行，请拆分。",
            )
        if any(cells):
            yield number, {name: cell.strip()[:MAX_CELL] for name, cell in zip(header, cells, strict=False)}
