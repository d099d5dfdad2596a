"""Importing orders: the real table against an independent reckoning, and tables with everything wrong."""

import csv
import gzip
import io
from collections import Counter, defaultdict
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import Count, Sum

from commerce.masterdata.models import Category, Item, SupplierOrg
from commerce.procurement.importing.mapping import BadMapping, read_mapping
from commerce.procurement.models import PoLine, PoSchedule, PurchaseOrder
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.support import violations
from tests.factories.masterdata import sanction
from tests.support.database import ROOT

SCMS = ROOT / "infra/demo/data/scms_before_2014.csv.gz"
MAPPING = ROOT / "infra/demo/scms.toml"
SMALL = """
[file]
date_formats = ["%Y-%m-%d"]
decimal_mark = ","
thousands_mark = "."
delimiter = ";"
[order]
number = { column = "PO" }
supplier = { column = "Vendor" }
currency = { column = "Cur" }
[line]
number = { column = "Line" }
item_name = { column = "Item" }
categories = [{ column = "Cat" }]
unit = { column = "Unit", values = { "pcs" = "C62" } }
quantity = { column = "Qty" }
unit_price = { column = "Price" }
amount = { column = "Amount" }
promised_date = { column = "Promised" }
delivered_date = { column = "Delivered" }
"""
HEADER = "PO;Vendor;Cur;Line;Item;Cat;Unit;Qty;Price;Amount;Promised;Delivered\n"
GOOD = "A1;First Ltd;EUR;1;Bolt;METAL;pcs;1.000;0,5;500,00;2026-01-10;2026-01-12\n"


def load(unit, file, mapping, *extra: str) -> str:
    out = io.StringIO()
    call_command(
        "import_orders", str(file), f"--unit={unit.slug}", f"--mapping={mapping}", *extra, stdout=out
    )
    return out.getvalue()


@pytest.fixture
def small(tmp_path: Path):
    """Writes a small table and its mapping, and gives their paths."""
    (tmp_path / "map.toml").write_text(SMALL)

    def write(*rows: str) -> tuple[Path, Path]:
        (tmp_path / "orders.csv").write_text(HEADER + "".join(rows))
        return tmp_path / "orders.csv", tmp_path / "map.toml"

    return write


def rows_of_the_table() -> list[dict[str, str]]:
    with gzip.open(SCMS, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date:
    return datetime.strptime(text, "%d-%b-%y").date()  # noqa: DTZ007 - a day has no zone


@pytest.mark.timeout(300)
def test_the_real_table_is_loaded_as_an_independent_reckoning_says(live_world):
    rows = rows_of_the_table()
    assert len(rows) == 7_779
    began = perf_counter()
    said = load(live_world.a1, SCMS, MAPPING)
    seconds = perf_counter() - began
    groups = {(r["Product Group"],) for r in rows} | {
        (r["Product Group"], r["Sub Classification"]) for r in rows
    }
    assert "4965 orders written" in said, said
    assert f"new: 65 suppliers, {len(groups)} categories, 173 items" in said, said
    print(f"7,779 lines in {seconds:.1f} s")
    assert seconds < 60

    sums, lines, late = defaultdict(Decimal), Counter(), Counter()
    for row in rows:
        key = (" ".join(row["Vendor"].split()), day(row["Scheduled Delivery Date"]).year)
        sums[key] += Decimal(row["Line Item Value"])
        lines[key] += 1
        late[key] += day(row["Delivered to Client Date"]) > day(row["Scheduled Delivery Date"])
    with live_world.a1.scope():
        by_year = _by_vendor_and_year()
        assert {key: found[0] for key, found in by_year.items()} == sums
        assert {key: found[1] for key, found in by_year.items()} == lines
        assert {key: found[2] for key, found in by_year.items() if found[2]} == {
            k: v for k, v in late.items() if v
        }
        assert PurchaseOrder.objects.count() == len({row["PO / SO #"] for row in rows}) == 4_965
        assert PurchaseOrder.objects.aggregate(total=Sum("total_amount"))["total"] == sum(sums.values())
        assert PurchaseOrder.objects.values("status").annotate(n=Count("id")).get() == {
            "status": "closed",
            "n": 4_965,
        }
        assert UnitAuditEntry.objects.filter(action="procurement.order.import").count() == 4_965
        assert violations() == {}
    with live_world.a.scope():
        assert SupplierOrg.objects.count() == len({row["Vendor"] for row in rows})
        assert Item.objects.count() == len({row["Item Description"] for row in rows})
        assert Category.objects.filter(code="ARV/ADULT").get().path[0] == Category.objects.get(code="ARV").id
    with live_world.a2.scope():
        assert PurchaseOrder.objects.count() == 0

    again = load(live_world.a1, SCMS, MAPPING)
    assert "0 orders written, 4965 were there, 0 were there with other content" in again
    with live_world.a1.scope():
        assert (PurchaseOrder.objects.count(), PoLine.objects.count()) == (4_965, 7_779)


def _by_vendor_and_year() -> dict[tuple[str, int], tuple[Decimal, int, int]]:
    found: dict[tuple[str, int], tuple[Decimal, int, int]] = {}
    rows = PoSchedule.objects.values_list(
        "line__order__supplier_name", "promised_date", "delivered_date", "line__line_extension_amount"
    )
    for vendor, promised, delivered, amount in rows:
        total, count, late = found.get((vendor, promised.year), (Decimal(0), 0, 0))
        found[vendor, promised.year] = (total + amount, count + 1, late + (delivered > promised))
    return found


def test_a_dry_run_counts_and_writes_nothing(world, small):
    said = load(world.a1, *small(GOOD), "--dry-run")
    assert "1 orders would be written" in said and "1 suppliers, 1 categories, 1 items" in said
    with world.a1.scope():
        assert (PurchaseOrder.objects.count(), UnitAuditEntry.objects.count()) == (0, 0)
    with world.a.scope():
        assert (SupplierOrg.objects.count(), Item.objects.count(), OutboxEvent.objects.count()) == (0, 0, 0)


def test_marks_translations_and_stated_amounts_are_understood(world, small):
    load(world.a1, *small(GOOD, GOOD.replace(";1;Bolt", ";2;Nut").replace("500,00", "499,99")))
    with world.a1.scope():
        order = PurchaseOrder.objects.get()
        assert (order.external_ref, order.total_amount, order.currency, order.status) == (
            "A1", Decimal("999.99"), "EUR", "closed",
        )  # fmt: skip
        first, second = PoLine.objects.order_by("line_no")
        assert (first.quantity, first.unit_price, first.unit, first.adjustment_amount) == (
            1000,
            Decimal("0.5"),
            "C62",
            0,
        )
        assert (second.adjustment_amount, second.external_ref) == (Decimal("-0.01"), "2")
        assert violations() == {}


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("A2;First Ltd;EUR;9;Bolt;METAL;pcs;0;0,5;;;\n", "Qty", "INVALID"),
        ("A2;First Ltd;EUR;9;Bolt;METAL;pcs;-1;0,5;;;\n", "Qty", "INVALID"),
        ("A2;First Ltd;EUR;9;Bolt;METAL;pcs;NaN;0,5;;;\n", "Qty", "NOT_A_NUMBER"),
        ("A2;First Ltd;EUR;9;Bolt;METAL;pcs;1e308;0,5;;;\n", "Qty", "INVALID"),
        ("A2;First Ltd;EUR;9;Bolt;METAL;pcs;1;0,1234567;;;\n", "Price", "INVALID"),
        ("A2;First Ltd;EUR;9;Bolt;METAL;pcs;1;1;1,005;;\n", "Amount", "BAD_AMOUNT"),
        ("A2;First Ltd;XXX;9;Bolt;METAL;pcs;1;1;;;\n", "Cur", "UNKNOWN_CURRENCY"),
        ("A2;;EUR;9;Bolt;METAL;pcs;1;1;;;\n", "Vendor", "REQUIRED"),
        ("A2;First Ltd;EUR;9;Bolt;METAL;pcs;1;1;;31.12.2026;\n", "Promised", "NOT_A_DATE"),
        ("A2;First Ltd;EUR;9;Bolt;METAL;furlong;1;1;;;\n", "Unit", "UNKNOWN_UNIT"),
        ("A1;Other Ltd;EUR;9;Bolt;METAL;pcs;1;1;;;\n", "PO", "HEADER_DIFFERS"),
        ("A2;First Ltd;EUR;1;Bolt;METAL;pcs;1;1;;;\n", "Line", "LINE_TWICE"),
    ],
)
def test_a_bad_row_is_told_with_its_place_and_nothing_is_written(world, small, tmp_path, row, column, code):
    file, mapping = small(GOOD, row)
    with pytest.raises(CommandError, match="Nothing was written"):
        load(world.a1, file, mapping, f"--problems={tmp_path / 'problems.csv'}")
    with open(tmp_path / "problems.csv", encoding="utf-8-sig") as problems:
        (told,) = list(csv.DictReader(problems))
    assert (told["row"], told["column"], told["rule"]) == ("3", column, code)
    assert told["what to do"] and told["处理办法"]
    with world.a1.scope():
        assert PurchaseOrder.objects.count() == 0


def test_skipping_leaves_out_whole_orders(world, small):
    bad = "A1;First Ltd;EUR;2;Nut;METAL;pcs;0;0,5;;;\n"
    load(world.a1, *small(GOOD, bad, GOOD.replace("A1", "A2").replace(";1;Bolt", ";3;Bolt")), "--skip-bad")
    with world.a1.scope():
        assert list(PurchaseOrder.objects.values_list("external_ref", flat=True)) == ["A2"]


def test_what_differs_from_the_stored_order_is_told_and_left(world, small):
    load(world.a1, *small(GOOD))
    said = load(world.a1, *small(GOOD.replace("0,5", "0,6").replace("500,00", "600,00")))
    assert "1 were there with other content" in said and "A1 differs" in said
    with world.a1.scope():
        assert PurchaseOrder.objects.get().total_amount == Decimal("500")


def test_running_orders_are_issued_past_the_gate(world, small):
    running = GOOD.replace("2026-01-12", "")
    load(world.a1, *small(running))
    with world.a1.scope():
        order = PurchaseOrder.objects.get()
        assert (order.status, order.receipt, order.approval_basis) == ("issued", "none", "import")
    with world.a.scope():
        supplier = SupplierOrg.objects.get().id
    sanction(world.a, supplier)
    with pytest.raises(CommandError, match="SUPPLIER_SANCTIONED"):
        load(world.a1, *small(running.replace("A1", "A2").replace(";1;Bolt", ";2;Bolt")))
    load(world.a1, *small(GOOD.replace("A1", "A3").replace(";1;Bolt", ";3;Bolt")))
    with world.a1.scope():
        assert sorted(PurchaseOrder.objects.values_list("external_ref", "status")) == [
            ("A1", "issued"), ("A3", "closed"),
        ]  # fmt: skip


def test_a_cell_that_a_spreadsheet_would_run_is_made_text(world, small, tmp_path):
    file, mapping = small('A2;First Ltd;EUR;9;Bolt;METAL;pcs;"=cmd|calc";1;;;\n')
    with pytest.raises(CommandError):
        load(world.a1, file, mapping, f"--problems={tmp_path / 'problems.csv'}")
    assert "'=cmd|calc" in (tmp_path / "problems.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("[order]", "[orders]"), "orders"), (('number = { column = "PO" }', ""), "order.number"),
        (('supplier = {', 'suplier = {'), "order.suplier"), (('";"', '"::"'), "file.delimiter"),
        (('{ column = "Qty" }', '"Qty"'), "line.quantity"), (("[file]", "[file"), "mapping"),
    ],
)  # fmt: skip
def test_a_mapping_that_cannot_be_used_names_the_place(change, place):
    with pytest.raises(BadMapping) as caught:
        read_mapping(SMALL.replace(*change), form="toml")
    assert caught.value.field == place


def test_a_missing_column_and_an_unknown_unit_are_told(world, small, tmp_path):
    file, mapping = small(GOOD)
    file.write_text(file.read_text().replace("Vendor", "Seller"))
    with pytest.raises(CommandError, match="no column 'Vendor'"):
        load(world.a1, file, mapping)
    with pytest.raises(CommandError, match="no active unit 'nowhere'"):
        call_command("import_orders", str(file), "--unit=nowhere", f"--mapping={mapping}")
