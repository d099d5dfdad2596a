"""Writing an order down, and changing it."""

from datetime import date
from decimal import Decimal

import pytest

from commerce.approvals.models import FlowRun
from commerce.masterdata.services.gate import SupplierArchived, SupplierSanctioned
from commerce.procurement.lines import ScheduleInput
from commerce.procurement.models import PoLine, PoSchedule, PurchaseOrder
from commerce.procurement.services.order_write import order_create, order_edit
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tests.contexts.procurement.support import (
    approved_order,
    bought,
    buyer,
    fresh,
    issued_order,
    order,
    refused,
    requester,
    violations,
)
from tests.factories.masterdata import category, item, sanction, supplier_org
from tests.support.world import NOW

TABLES = (PurchaseOrder, PoLine, PoSchedule)


def create(unit, supplier, *lines, **fields):
    return order_create(
        **{
            "actor": buyer(unit),
            "at": NOW,
            "supplier_org_id": supplier,
            "lines": lines or [bought()],
            **fields,
        }
    )


def edit(unit, row, *, version=None, **fields):
    return order_edit(
        actor=buyer(unit), at=NOW, order_id=row.id, version=version or fresh(row).version, **fields
    )


def test_an_order_keeps_its_supplier_as_it_was(world, unit, supplier):
    with unit.scope():
        row = order(
            unit, supplier, bought("3", "0.333333", tax_rate=Decimal(13)),
            bought("2", "10", adjustment_amount=Decimal("-0.5")),
            incoterm="DAP", payment_terms=" 30 days ", ship_to="Gate 4",
        )  # fmt: skip
        assert (row.number, row.status, row.origin, row.supplier_name, row.supplier_address, row.supplier_tax_id) == (
            "PO-2026-000001", "draft", "direct", "First Ltd", "Main St 1\n20095 Hamburg\nDE", "DE1",
        )  # fmt: skip
        assert (row.total_amount, row.tax_amount, row.payment_terms) == (
            Decimal("20.5"),
            Decimal("0.13"),
            "30 days",
        )
        lines = PoLine.objects.filter(order=row).order_by("line_no")
        assert [(x.line_no, x.line_extension_amount) for x in lines] == [
            (1, Decimal(1)),
            (2, Decimal("19.5")),
        ]
        assert PoSchedule.objects.filter(line__order=row).count() == 2
        assert violations() == {}


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [
        ("quantity", "0", "quantity"), ("quantity", "-3", "quantity"), ("quantity", "NaN", "quantity"),
        ("quantity", "1e308", "quantity"), ("quantity", "1.0000001", "quantity"),
        ("unit_price", "-1", "unitPrice"), ("unit_price", "Infinity", "unitPrice"),
        ("unit_price", "1e308", "unitPrice"),
        ("tax_rate", "-1", "taxRate"), ("tax_rate", "100.1", "taxRate"), ("tax_rate", "NaN", "taxRate"),
        ("adjustment_amount", "NaN", "adjustmentAmount"), ("adjustment_amount", "0.00001", "adjustmentAmount"),
        ("adjustment_amount", "-26", "adjustmentAmount"),
    ],
)  # fmt: skip
def test_figures_that_cannot_be_kept_exactly_are_refused(unit, supplier, field, value, name):
    bad = bought(**{"quantity": "10", "price": "2.5", field: Decimal(value)} if field not in ("quantity", "unit_price")
                 else {"quantity": value} if field == "quantity" else {"price": value})  # fmt: skip
    with unit.scope():
        refused(Invalid, lambda: create(unit, supplier, bought(), bad), *TABLES, field=f"lines.1.{name}")


@pytest.mark.parametrize(
    ("fields", "name"),
    [({"order_type_code": "999"}, "orderTypeCode"), ({"incoterm": "XYZ"}, "incoterm"),
     ({"currency": "ABC"}, "currency"), ({"payment_terms": "x" * 501}, "paymentTerms"), ({"note": "\x1b[31m"}, "note")],
)  # fmt: skip
def test_header_values_that_nobody_knows_are_refused(unit, supplier, fields, name):
    with unit.scope():
        refused(Invalid, lambda: create(unit, supplier, **fields), *TABLES, field=name)


def test_a_sanctioned_or_archived_or_foreign_supplier_is_refused_early(world, unit, supplier):
    theirs = supplier_org(world.b, "Theirs")
    gone = supplier_org(world.a, "Gone", status="archived")
    with unit.scope():
        refused(NotFound, lambda: create(unit, theirs), *TABLES, field="supplierOrgId")
        refused(SupplierArchived, lambda: create(unit, gone), *TABLES)
        row = order(unit, supplier)
    sanction(world.a, supplier)
    with unit.scope():
        refused(SupplierSanctioned, lambda: create(unit, supplier), *TABLES, field="supplierOrgId")
        refused(SupplierSanctioned, lambda: edit(unit, row, supplier_org_id=supplier), *TABLES)


def test_a_sanction_of_a_category_binds_its_items_whatever_the_line_says(world, unit, supplier):
    banned, free = category(world.a, "BANNED"), category(world.a, "FREE")
    below = category(world.a, "BELOW", banned)
    bolt = item(world.a, "BOLT", category_id=below)
    sanction(world.a, supplier, category_ids=(banned,))
    with unit.scope():
        create(unit, supplier, bought(category_id=free))
        for line in (bought(category_id=below), bought(item_id=bolt, category_id=free), bought()):
            refused(SupplierSanctioned, lambda line=line: create(unit, supplier, line), *TABLES)


def test_without_the_permission_nothing_is_written(unit, supplier):
    with unit.scope():
        refused(Forbidden, lambda: create(unit, supplier, actor=requester(unit)), *TABLES)


def test_an_edited_draft_has_new_totals(unit, supplier):
    with unit.scope():
        row = order(unit, supplier)
        edit(unit, row, lines=[bought("1", "3"), bought("2", "4")], note="soon")
        after = fresh(row)
        assert (after.total_amount, after.version, after.note) == (Decimal(11), 2, "soon")
        refused(Conflict, lambda: edit(unit, row, version=1, note="late"), *TABLES)
        assert violations() == {}


def test_a_price_edited_after_approval_reopens_the_order(unit, supplier):
    with unit.scope():
        row = approved_order(unit, supplier)
        edit(unit, row, lines=[bought("10", "2.6")])
        after = fresh(row)
        assert (after.status, after.approved_hash, after.approval_basis, after.total_amount) == (
            "draft",
            "",
            "",
            Decimal(26),
        )
        assert FlowRun.objects.get(document_id=row.id).status == "invalidated"


def test_words_edited_after_approval_leave_it(unit, supplier):
    with unit.scope():
        row = approved_order(unit, supplier)
        edit(unit, row, note="ring the bell", ship_to="Gate 5")
        assert (fresh(row).status, fresh(row).note) == ("approved", "ring the bell")


def test_an_issued_order_cannot_be_edited(quick_unit, supplier):
    with quick_unit.scope():
        row = issued_order(quick_unit, supplier)
        refused(IllegalTransition, lambda: edit(quick_unit, row, note="x"), *TABLES)


def test_another_units_order_does_not_exist(world, unit, supplier):
    with unit.scope():
        row = order(unit, supplier)
    for other in (world.a2, world.b1):
        with other.scope():
            act = lambda other=other: order_edit(  # noqa: E731
                actor=buyer(other), at=NOW, order_id=row.id, version=1, note="x"
            )
            refused(NotFound, act, *TABLES)
    with unit.scope():
        assert fresh(row).note == ""


def test_a_line_is_split_over_days_and_edited_whole(unit, supplier):
    with unit.scope():
        one, two = date(2026, 12, 1), date(2026, 12, 15)
        row = order(unit, supplier, bought("10", schedules=[part("4", two), part("6", one)]), bought("3"))
        assert parts(row) == [(1, Decimal(6), one), (2, Decimal(4), two), (1, Decimal(3), None)]
        whole = fresh(row).content_hash
        edit(unit, row, note="Call before delivery")
        assert (parts(row)[:2], fresh(row).content_hash) == (
            [(1, Decimal(6), one), (2, Decimal(4), two)],
            whole,
        )
        edit(unit, row, lines=[bought("10", requested_date=one)])
        assert parts(row) == [(1, Decimal(10), one)]
        for wrong in (
            [part("4", one), part("5", two)],
            [part("-1", one), part("11", two)],
            [part("10.0000001", one)],
            [part("0.1", one)] * 101,
        ):
            error = refused(
                Invalid, lambda w=wrong: create(unit, supplier, bought("10", schedules=w)), *TABLES
            )
            assert error.field.startswith("lines.0.schedules")
        assert violations() == {}


def part(quantity: str, day: date) -> ScheduleInput:
    return ScheduleInput(Decimal(quantity), day)


def parts(row: PurchaseOrder) -> list[tuple]:
    rows = PoSchedule.objects.filter(line__order_id=row.id).order_by("line__line_no", "schedule_no")
    return list(rows.values_list("schedule_no", "quantity", "requested_date"))
