"""Files of strangers are read in a bounded process; bombs, liars and other formats are refused (A23, R27)."""

import io
import zipfile

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commerce.masterdata import sheet_reader
from commerce.masterdata.sheets import SheetUnreadable, as_typed, harmless, read_sheet, write_csv, write_xlsx


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as writing:
        for name, data in parts.items():
            writing.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def workbook(write):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    write(book.add_worksheet())
    book.close()
    return out.getvalue()


def far_cell(sheet):
    sheet.write(0, 0, "a")
    sheet.write(1_048_575, 16_383, "b")


def lying_archive():
    """An archive whose part says it unpacks to ten bytes."""
    data = bytearray(archive(xl__sheet1=b"0" * 400_000_000))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (10).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "EMPTY"),
        (b"\n\n ,,\n", "EMPTY"),
        (b"%PDF-1.7", "NOT_A_TABLE"),
        (b"\x89PNG\r\n\x1a\n", "NOT_A_TABLE"),
        (b"MZ\x90", "NOT_A_TABLE"),
        (b"a,b\x00c\n", "NOT_A_TABLE"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "OLD_EXCEL"),
        (b"PK\x03\x04 not an archive", "NOT_A_TABLE"),
        (archive(word__document=b"text"), "NOT_A_TABLE"),
        (archive(xl__sheet1=b"0" * 400_000_000), "BOMB"),
        (lying_archive(), "BOMB"),
        (workbook(far_cell), "CRASHED"),
        (b"a,b\n" * 50_002, "TOO_MANY_CELLS"),
        (b"," * 200 + b"x\n", "TOO_MANY_CELLS"),
        (b"\xff\xfea", "ENCODING"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_table_or_too_large_is_refused_with_its_reason(data, reason):
    with pytest.raises(SheetUnreadable) as refusal:
        read_sheet(data)
    assert refusal.value.reason == reason
    assert refusal.value.message("en")
    assert refusal.value.message("zh")


def test_without_the_check_the_bomb_would_be_unpacked(monkeypatch):
    monkeypatch.setattr(sheet_reader, "MAX_RATIO", 10**9)
    monkeypatch.setattr(sheet_reader, "MAX_UNPACKED", 10**12)
    sheet_reader.check_archive(archive(xl__sheet1=b"0" * 50_000_000))
    monkeypatch.undo()
    with pytest.raises(sheet_reader.Unreadable):
        sheet_reader.check_archive(archive(xl__sheet1=b"0" * 50_000_000))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_separators_are_found(encoding, delimiter):
    lines = [["供应商名称", "国家"], ["深圳, 华强; 电子", "中国"], ['He said "no"', "US"]]
    quoted = "\r\n".join(delimiter.join('"' + c.replace('"', '""') + '"' for c in line) for line in lines)
    assert [cells for _, cells in read_sheet(quoted.encode(encoding)).rows] == lines


def test_numbers_and_dates_of_a_workbook_become_texts():
    def write(sheet):
        sheet.write_row(0, 0, ["a", 12, 12.5, 0.1, True, 911100006000373412])
        sheet.write_row(2, 0, ["b"])

    assert read_sheet(workbook(write)).rows == [
        (1, ["a", "12", "12.5", "0.1", "TRUE", "9.1110000600e+17"]),
        (3, ["b"]),
    ]


CELLS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), max_size=20
).map(str.strip)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_is_written_is_read_back(rows):
    header = ["h1", "h2", "h3", "h4"]
    trimmed = []
    for row in rows:
        cells = list(row)
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            trimmed.append(cells)
    for write in (write_csv, write_xlsx):
        found = [[as_typed(cell) for cell in cells] for _, cells in read_sheet(write(header, rows)).rows]
        assert found == [header, *[[as_typed(c) for c in cells] for cells in trimmed]]


@given(st.text())
def test_no_cell_of_a_csv_file_begins_a_formula(text):
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    if not text.startswith("'"):
        assert as_typed(harmless(text)) == text
