"""Blanket orders: what is called off never passes the ceiling, in its period, also under parallel callers."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.procurement.ceilings import BlanketNotRunning, CeilingPassed
from commerce.procurement.frames import BlanketMismatch, OrderFrame
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.services.order_change import order_change_accept
from commerce.procurement.services.order_end import order_cancel
from commerce.procurement.services.order_place import order_place
from commerce.procurement.services.order_write import order_create
from tenants.kernel.errors import Invalid, NotFound
from tests.contexts.approvals.support import join
from tests.contexts.procurement.collaborating import contact, proposed
from tests.contexts.procurement.support import bought, buyer, flows, fresh, issued_order, refused, violations
from tests.contexts.procurement.test_concurrency import at_once
from tests.factories.masterdata import sanction, supplier_org
from tests.support.world import NOW

TABLES = (PurchaseOrder, PoLine)
YEAR = {"valid_from_date": date(2026, 1, 1), "valid_until_date": date(2026, 12, 31)}


@pytest.fixture
def blanket(quick_unit, supplier):
    with quick_unit.scope():
        frame = OrderFrame(ceiling_amount=Decimal(100), **YEAR)
        return issued_order(quick_unit, supplier, bought("1", "0"), order_type_code="221", frame=frame)


def call_off(unit, supplier, blanket, price="30", at=NOW, **fields):
    return order_place(
        actor=buyer(unit), at=at, supplier_org_id=supplier, lines=[bought("1", price)], order_type_code="226",
        frame=OrderFrame(blanket_id=blanket.id), **fields,
    )  # fmt: skip


def test_call_offs_count_until_the_ceiling_and_are_given_back(quick_unit, supplier, blanket):
    unit = quick_unit
    with unit.scope():
        first = PurchaseOrder.objects.get(id=call_off(unit, supplier, blanket, "60"))
        assert (first.status, fresh(blanket).called_off_amount) == ("issued", Decimal(60))
        error = refused(CeilingPassed, lambda: call_off(unit, supplier, blanket, "40.01"), *TABLES)
        assert error.values["left"] == "40.0000"
        call_off(unit, supplier, blanket, "40")
        assert fresh(blanket).called_off_amount == 100
        order_cancel(actor=buyer(unit), at=NOW, order_id=first.id, version=first.version, reason="x")
        assert fresh(blanket).called_off_amount == 40
        assert violations() == {}


def test_a_changed_call_off_is_counted_anew(quick_unit, supplier, blanket):
    unit = quick_unit
    with unit.scope():
        row = PurchaseOrder.objects.get(id=call_off(unit, supplier, blanket, "60"))
        change = proposed(unit, row, unit_price=Decimal(90))
        order_change_accept(
            actor=contact(unit, supplier), at=NOW, change_id=change.id, version=fresh(change).version
        )
        assert fresh(blanket).called_off_amount == 90
        change = proposed(unit, row, unit_price=Decimal(101))
        refused(
            CeilingPassed,
            lambda: order_change_accept(
                actor=contact(unit, supplier), at=NOW, change_id=change.id, version=fresh(change).version
            ),
            *TABLES,
        )
        assert violations() == {}


def test_twenty_four_parallel_call_offs_never_pass_the_ceiling(live_world):
    unit, supplier = live_world.a1, supplier_org(live_world.a)
    join(unit, p1="requester", p2="approver", p5="buyer")
    with unit.scope():
        flows(automatic_orders=True)
        frame = OrderFrame(ceiling_amount=Decimal(100), **YEAR)
        blanket = issued_order(unit, supplier, bought("1", "0"), order_type_code="221", frame=frame)

    def attempt(number: int) -> None:
        with unit.scope():
            call_off(unit, supplier, blanket, "9.5")

    outcomes = at_once(24, attempt)
    with unit.scope():
        assert sum(outcome is None for outcome in outcomes) == 10
        assert {type(outcome) for outcome in outcomes} == {type(None), CeilingPassed}
        assert fresh(blanket).called_off_amount == 95
        assert PurchaseOrder.objects.filter(blanket_id=blanket.id).count() == 10
        assert violations() == {}


def test_only_in_its_period_and_while_it_is_in_force(quick_unit, supplier, blanket):
    unit = quick_unit
    with unit.scope():
        late = NOW + timedelta(days=400)
        refused(BlanketNotRunning, lambda: call_off(unit, supplier, blanket, at=late), *TABLES)
        order_cancel(actor=buyer(unit), at=NOW, order_id=blanket.id, version=blanket.version, reason="x")
        refused(BlanketMismatch, lambda: call_off(unit, supplier, blanket), *TABLES)


def test_frames_that_do_not_suit(world, quick_unit, supplier, blanket):
    unit, other = quick_unit, supplier_org(world.a, "Second Ltd")
    with unit.scope():

        def write(code, supplier_id=supplier, currency="", **frame):
            return order_create(
                actor=buyer(unit), at=NOW, supplier_org_id=supplier_id, lines=[bought()], currency=currency,
                order_type_code=code, frame=OrderFrame(**frame) if frame else None,
            )  # fmt: skip

        refused(Invalid, lambda: write("221"), *TABLES, field="frame.ceilingAmount")
        refused(
            Invalid, lambda: write("220", ceiling_amount=Decimal(1)), *TABLES, field="frame.ceilingAmount"
        )
        refused(Invalid, lambda: write("226"), *TABLES, field="frame.blanketId")
        refused(Invalid, lambda: write("220", blanket_id=blanket.id), *TABLES, field="frame.blanketId")
        refused(Invalid, lambda: write("227", **YEAR), *TABLES, field="frame.validFromDate")
        for wrong in ("0", "-1", "1.001", "NaN"):
            refused(
                Invalid, lambda w=wrong: write("221", ceiling_amount=Decimal(w)), *TABLES,
                field="frame.ceilingAmount",
            )  # fmt: skip
        backwards = {"valid_from_date": date(2026, 2, 1), "valid_until_date": date(2026, 1, 1)}
        refused(
            Invalid, lambda: write("221", ceiling_amount=Decimal(1), **backwards), *TABLES,
            field="frame.validUntilDate",
        )  # fmt: skip
        refused(BlanketMismatch, lambda: write("226", other, blanket_id=blanket.id), *TABLES)
        refused(BlanketMismatch, lambda: write("226", currency="EUR", blanket_id=blanket.id), *TABLES)
        ordinary = issued_order(unit, supplier)
        refused(NotFound, lambda: write("226", blanket_id=ordinary.id), *TABLES)
        assert write("227") is not None


def test_a_sanction_on_call_offs_stops_them_alone(world, quick_unit, supplier, blanket):
    unit = quick_unit
    sanction(world.a, supplier, actions=("call_off",))
    with unit.scope():
        refused(SupplierSanctioned, lambda: call_off(unit, supplier, blanket), *TABLES)
        assert issued_order(unit, supplier).status == "issued"
