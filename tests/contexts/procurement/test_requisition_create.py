"""Writing a requisition down."""

from decimal import Decimal
from functools import partial

import pytest

from commerce.masterdata.models import Item
from commerce.procurement.lines import ItemArchived, RequisitionLineInput, TooManyLines, UnknownUnit
from commerce.procurement.models import Requisition, RequisitionLine
from commerce.procurement.services.requisition_write import requisition_create
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.kernel.money import UnknownCurrency
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.support import asked, lines_of, refused, requester, requisition, violations
from tests.factories.masterdata import category, item, supplier_org
from tests.support.world import NOW

TABLES = (Requisition, RequisitionLine)


def create(unit, *lines, **fields):
    return requisition_create(actor=requester(unit), at=NOW, lines=lines or [asked()], **fields)


def test_a_requisition_is_written_with_its_lines_trail_and_event(world, unit):
    group = category(world.a, "FASTENERS")
    bolt = item(world.a, "BOLT", name="Bolt M6", category_id=group)
    with unit.scope():
        row = requisition(unit, asked("3", "0.333333", item_id=bolt, description="", unit=""), asked("1", "0.005"),
                          title=" Workshop ", cost_centre="CC-1")  # fmt: skip
        assert (row.number, row.status, row.currency, row.total_amount, row.title, row.version) == (
            "PR-2026-000001", "draft", "CNY", Decimal("1.01"), "Workshop", 1,
        )  # fmt: skip
        first, second = lines_of(row)
        assert (first.description, first.unit, first.category_gid, first.line_amount) == (
            "Bolt M6", "C62", group, Decimal("1.00"),
        )  # fmt: skip
        assert (second.item_gid, second.line_amount, second.ordered_quantity) == (None, Decimal("0.01"), 0)
        entry = UnitAuditEntry.objects.get()
        assert (entry.action, entry.subject_label, entry.new["lines"]) == (
            "procurement.requisition.create", "PR-2026-000001", 2,
        )  # fmt: skip
        event = OutboxEvent.objects.get()
        assert (event.event_type, event.payload) == (
            "procurement.requisition.created", {"number": "PR-2026-000001"},
        )  # fmt: skip
        assert violations() == {}


def test_the_units_currency_holds_unless_another_is_named(world, unit):
    with unit.scope():
        assert requisition(unit).currency == "CNY"
        assert requisition(unit, asked("3", "0.5"), currency="JPY").total_amount == Decimal("2")
        refused(UnknownCurrency, lambda: create(unit, currency="XXX"), *TABLES, field="currency")


@pytest.mark.parametrize("quantity", ["0", "-1", "NaN", "sNaN", "Infinity", "-Infinity", "1e308", "1.0000001",
                                      "1.00000000000000000000000000000001"])  # fmt: skip
def test_a_quantity_that_is_none_is_refused(unit, quantity):
    with unit.scope():
        refused(Invalid, lambda: create(unit, asked(), asked(quantity)), *TABLES, field="lines.1.quantity")


@pytest.mark.parametrize("price", ["-0.000001", "NaN", "Infinity", "1e308", "0.0000001"])
def test_a_price_that_is_none_is_refused(unit, price):
    with unit.scope():
        refused(Invalid, lambda: create(unit, asked("1", price)), *TABLES, field="lines.0.unitPrice")


def test_an_amount_beyond_the_platforms_is_refused(unit):
    with unit.scope():
        refused(Invalid, lambda: create(unit, asked("1e14", "1e14")), *TABLES, field="lines.0.unitPrice")


def test_three_thousand_lines_are_taken_and_one_more_is_not(unit):
    with unit.scope():
        row = requisition(unit, *[asked("1", "0.01")] * 3_000)
        assert (row.total_amount, RequisitionLine.objects.count()) == (Decimal("30.00"), 3_000)
        refused(TooManyLines, lambda: create(unit, *[asked()] * 3_001), *TABLES, field="lines")


def test_a_line_names_an_item_or_says_what_is_meant(unit):
    with unit.scope():
        refused(Invalid, lambda: create(unit, asked(description="  ")), *TABLES, field="lines.0.description")
        refused(UnknownUnit, lambda: create(unit, asked(unit="XYZ")), *TABLES, field="lines.0.unit")
        refused(UnknownUnit, lambda: create(unit, asked(unit="")), *TABLES, field="lines.0.unit")


def test_another_groups_item_category_or_supplier_does_not_exist(world, unit):
    theirs = {
        "item_id": item(world.b),
        "category_id": category(world.b),
        "supplier_org_id": supplier_org(world.b),
    }
    fields = {"item_id": "itemId", "category_id": "categoryId", "supplier_org_id": "supplierOrgId"}
    with unit.scope():
        for name, key in theirs.items():
            line = asked(**{name: key})
            refused(NotFound, partial(create, unit, line), *TABLES, field=f"lines.0.{fields[name]}")


def test_an_archived_item_is_refused(world, unit):
    bolt = item(world.a, "OLD", status="archived")
    with unit.scope():
        refused(ItemArchived, lambda: create(unit, asked(item_id=bolt)), *TABLES, field="lines.0.itemId")
        assert Item.objects.filter(id=bolt).exists()


def test_texts_that_cannot_be_kept_or_shown_are_refused(unit):
    with unit.scope():
        refused(Invalid, lambda: create(unit, title="x" * 201), *TABLES, field="title")
        refused(Invalid, lambda: create(unit, justification="a\x07b"), *TABLES, field="justification")


def test_without_the_permission_nothing_is_written(unit):
    with unit.scope():
        line = RequisitionLineInput(Decimal(1), Decimal(1), "C62", description="x")
        refused(Forbidden, lambda: requisition_create(actor=unit.actor(), at=NOW, lines=[line]), *TABLES)
