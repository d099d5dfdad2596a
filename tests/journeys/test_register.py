"""Head office brings its real supplier list, corrects it, blacklists one; a unit can no longer order there."""

import csv
import gzip
import re
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import OpenPage
from tests.support.platform import ROOT

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

HISTORY = ROOT / "infra/demo/data/scms_before_2014.csv.gz"
WRONG = {"AUROBINDO PHARAM (SOUTH AFRICA)": "1234", "SETEMA LIMITED PLC": "unknown"}
BANNED = "TURE PHARMACEUTICALS & MEDICAL SUPPLIES P.L.C."
COUNTRY = "United States"
"""Tells the imported record from the one that past orders brought, which has no country."""
SLOW = 30_000  # milliseconds: a worker checks the rows


def _vendors() -> list[str]:
    with gzip.open(HISTORY, "rt", encoding="utf-8") as lines:
        return sorted({row["Vendor"].strip() for row in csv.DictReader(lines)} - {"SCMS from RDC"})


def _supplier_list(target: Path) -> int:
    """Writes the vendors of the real order history as head office keeps them, two with a wrong D-U-N-S number."""
    vendors = _vendors()
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Vendor", "Vendor code", "DUNS"])
        writer.writerows(
            [name, f"V-{number:03}", WRONG.get(name, "")] for number, name in enumerate(vendors, 1)
        )
    return len(vendors)


def _corrected(report: Path, target: Path) -> None:
    """Does what a person does with the file of bad rows: empties the wrong cells, leaves all else as it is."""
    header, *rows = python_calamine.CalamineWorkbook.from_path(str(report)).get_sheet_by_index(0).to_python()
    wrong = header.index("DUNS")
    with xlsxwriter.Workbook(str(target)) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate([header, *rows]):
            sheet.write_row(
                number, 0, ["" if number and place == wrong else cell for place, cell in enumerate(cells)]
            )


def _choose_country(page: Page) -> None:
    """The list names no countries; the wizard asks for one before it checks, and remembers it for the next file."""
    expect(page.get_by_role("button", name="Check rows")).to_be_visible(timeout=SLOW)
    if page.get_by_title(f"US · {COUNTRY}").count():
        return
    page.get_by_role("button", name="Check rows").click()
    expect(page.get_by_text("Choose the column with the country")).to_be_visible()
    country = page.get_by_role("combobox", name="Country where the cell is empty")
    country.click()
    country.fill(COUNTRY)
    page.locator(".ant-select-item-option", has_text="US ·").click()


def _upload(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)
    _choose_country(page)
    page.get_by_role("button", name="Check rows").click(timeout=SLOW)
    expect(page.get_by_role("heading", name="What the check found")).to_be_visible(timeout=SLOW)


def _counts(page: Page) -> dict[str, int]:
    terms, numbers = page.locator("dt").all_inner_texts(), page.locator("dt + dd").all_inner_texts()
    return {term: int(number) for term, number in zip(terms, numbers, strict=True)}


def _taken_over(page: Page) -> int:
    """How many rows the register now holds as the file has them."""
    expect(page.get_by_role("heading", name="What was taken over")).to_be_visible(timeout=SLOW)
    counts = _counts(page)
    return sum(counts.get(outcome, 0) for outcome in ("Created", "Amended", "Unchanged"))


def _bring_the_list(page: Page, tmp_path: Path) -> None:
    page.get_by_role("navigation").get_by_role("link", name="Suppliers").click()
    page.get_by_role("link", name="Import").click()
    count = _supplier_list(tmp_path / "suppliers.csv")
    _upload(page, tmp_path / "suppliers.csv")
    assert _counts(page)["With problems"] == len(WRONG)
    for value in WRONG.values():
        expect(page.get_by_role("cell", name=value, exact=True)).to_be_visible()
    assert grave_findings(page) == []
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Bad rows as a file to correct").click()
    fetched.value.save_as(tmp_path / "problems.xlsx")
    page.get_by_role("button", name="Take over the good rows only").click()
    assert _taken_over(page) == count - len(WRONG)


def _bring_the_corrected_rows(page: Page, tmp_path: Path) -> None:
    _corrected(tmp_path / "problems.xlsx", tmp_path / "corrected.xlsx")
    page.get_by_role("link", name="Another file").click()
    _upload(page, tmp_path / "corrected.xlsx")
    page.get_by_role("button", name="Take over", exact=True).click()
    assert _taken_over(page) == len(WRONG)
    page.get_by_role("link", name="To the register").click()
    page.get_by_placeholder("Search").fill("SETEMA")
    expect(
        page.get_by_role("row").filter(has_text="SETEMA LIMITED PLC").get_by_text(re.compile(r"^V-\d{3}$"))
    ).to_be_visible()


def _draft_order(buyer: Page) -> None:
    supplier = buyer.get_by_role("combobox", name="Supplier")
    supplier.click()
    supplier.fill("TURE PHARMA")
    buyer.locator(".ant-select-item-option", has_text=BANNED).filter(has_text=COUNTRY).click()
    line = buyer.get_by_role("group", name="Line 1")
    line.get_by_label("Description").fill("Nitrile gloves")
    line.get_by_label("Quantity").fill("10")
    line.get_by_label("Unit price").fill("12")
    buyer.get_by_role("button", name="Save as draft").click()
    expect(buyer).to_have_url(re.compile(r"/orders/PurchaseOrder_"))


def _blacklist(page: Page) -> None:
    page.get_by_placeholder("Search").fill("TURE PHARMA")
    page.get_by_role("row").filter(has_text=COUNTRY).get_by_role("link", name=BANNED).click()
    expect(page.get_by_text("Nothing binds this supplier.")).to_be_visible()
    page.get_by_role("button", name="Blacklist").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("Tried in a journey")
    dialog.get_by_role("button", name="Blacklist").click()
    expect(page.get_by_text("In force")).to_be_visible()
    assert grave_findings(page) == []


def test_a_list_is_imported_corrected_and_a_blacklisted_supplier_refused(
    signed_in: OpenPage, tmp_path: Path
) -> None:
    page = signed_in("hq_admin")
    page.get_by_role("link", name="Head office").click()
    _bring_the_list(page, tmp_path)
    _bring_the_corrected_rows(page, tmp_path)

    buyer = signed_in("buyer", "rotterdam", path="/u/rotterdam/orders/new")
    _draft_order(buyer)
    _blacklist(page)
    buyer.reload()
    buyer.get_by_role("button", name="Submit for approval").click()
    expect(buyer.locator(".ant-message-error")).to_contain_text("TURE PHARMACEUTICALS")
    buyer.reload()
    expect(buyer.get_by_text("Draft").first).to_be_visible()
