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
from tests.journeys.screen import SELECT, SOON, choose, head_office, number_of, options, stands
from tests.support.platform import ROOT

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

HISTORY = ROOT / "infra/demo/data/scms_before_2014.csv.gz"
WRONG = {"AUROBINDO PHARAM (SOUTH AFRICA)": "1234", "SETEMA LIMITED PLC": "unknown"}
BANNED = "TURE PHARMACEUTICALS & MEDICAL SUPPLIES P.L.C."
COUNTRY = "United States"
"""Tells the imported record from the one that past orders brought, which has no country."""


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
    expect(page.get_by_role("button", name="Check rows")).to_be_visible(timeout=SOON)
    if page.get_by_title(f"US · {COUNTRY}").count():
        return
    page.get_by_role("button", name="Check rows").click()
    expect(page.get_by_text("Choose the column with the country")).to_be_visible()
    country = page.get_by_role("combobox", name="Country where the cell is empty")
    choose(country, COUNTRY)


def _upload(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)
    _choose_country(page)
    page.get_by_role("button", name="Check rows").click(timeout=SOON)
    expect(page.get_by_role("heading", name="What the check found")).to_be_visible(timeout=SOON)


def _counts(page: Page, heading: str) -> dict[str, int]:
    """The counts that are shown once a worker is through."""
    expect(page.get_by_role("heading", name=heading)).to_be_visible(timeout=SOON)
    terms, numbers = page.locator("dt").all_inner_texts(), page.locator("dt + dd").all_inner_texts()
    return {term: int(number) for term, number in zip(terms, numbers, strict=True)}


def _taken_over(page: Page) -> int:
    """How many rows the register now holds as the file has them."""
    counts = _counts(page, "What was taken over")
    return sum(counts.get(outcome, 0) for outcome in ("Created", "Amended", "Unchanged"))


def _bring_the_list(page: Page, tmp_path: Path) -> None:
    menu = page.get_by_role("navigation", name="Main navigation")
    menu.get_by_role("link", name="Suppliers", exact=True).click()
    page.get_by_role("link", name="Import", exact=True).click()
    count = _supplier_list(tmp_path / "suppliers.csv")
    _upload(page, tmp_path / "suppliers.csv")
    assert _counts(page, "What the check found")["With problems"] == len(WRONG)
    for value in WRONG.values():
        expect(page.get_by_role("cell", name=value, exact=True)).to_be_visible()
    assert grave_findings(page) == []
    with page.expect_download(timeout=SOON) as fetched:
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
    options(buyer, BANNED).filter(has_text=COUNTRY).click()
    expect(supplier.locator(SELECT)).to_contain_text(BANNED)
    line = buyer.get_by_role("group", name="Line 1")
    line.get_by_label("Description").fill("Nitrile gloves")
    line.get_by_label("Quantity").fill("10")
    line.get_by_label("Unit price").fill("12")
    buyer.get_by_role("button", name="Save as draft").click()
    number_of(buyer, "PO")


def _blacklist(page: Page) -> None:
    page.get_by_placeholder("Search").fill("TURE PHARMA")
    page.get_by_role("row").filter(has_text=COUNTRY).get_by_role("link", name=BANNED).click()
    expect(page.get_by_text("Nothing binds this supplier.")).to_be_visible()
    page.get_by_role("button", name="Blacklist").click()
    asked = page.get_by_role("dialog")
    asked.get_by_label("Reason").fill("Tried in a journey")
    asked.get_by_role("button", name="Blacklist").click()
    expect(asked).to_have_count(0)
    expect(page.get_by_role("main").get_by_text("In force", exact=True)).to_be_visible()
    assert grave_findings(page) == []


def test_a_list_is_imported_corrected_and_a_blacklisted_supplier_refused(
    signed_in: OpenPage, tmp_path: Path
) -> None:
    page = signed_in("hq_admin")
    head_office(page)
    _bring_the_list(page, tmp_path)
    _bring_the_corrected_rows(page, tmp_path)

    buyer = signed_in("buyer", "rotterdam", path="/u/rotterdam/orders/new")
    _draft_order(buyer)
    _blacklist(page)
    buyer.reload()
    buyer.get_by_role("button", name="Submit for approval").click()
    expect(buyer.locator(".ant-message-error")).to_contain_text("TURE PHARMACEUTICALS")
    buyer.reload()
    stands(buyer, "Draft")
