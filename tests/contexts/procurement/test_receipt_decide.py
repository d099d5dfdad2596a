"""Goods in quarantine are accepted or rejected afterwards; progress, schedules, returns and reversal follow."""

from decimal import Decimal

import pytest

from commerce.procurement.lines import ScheduleInput
from commerce.procurement.models import DeliveryRecord, PoSchedule, QuarantineDecision
from commerce.procurement.services.receipt_decide import DecisionInput, OverDecided, receipt_decide
from commerce.procurement.services.receipt_steps import receipt_reverse
from commerce.procurement.services.return_goods import OverReturned, ReturnLineInput, return_create
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tests.contexts.procurement.collaborating import D1, D2
from tests.contexts.procurement.receiving_support import (
    RECEIVING,
    came,
    po_lines,
    progress,
    received,
    receiver,
)
from tests.contexts.procurement.support import bought, buyer, fresh, issued_order, refused, violations
from tests.contexts.procurement.test_return_create import of
from tests.support.world import NOW

D = Decimal
TABLES = (*RECEIVING, QuarantineDecision)


@pytest.fixture
def receipt(quick_unit, supplier):
    """Ten ordered for two days: eight came, six of them into quarantine."""
    with quick_unit.scope():
        order = issued_order(quick_unit, supplier, bought("10", requested_date=D1))
        return received(quick_unit, order, came(po_lines(order)[0], "8", "1", "6"))


def line(receipt, accepted="0", rejected="0", code="quality", key=None):
    found = of(receipt, 1, "1").receipt_line_id
    return DecisionInput(key or found, D(accepted), D(rejected), code)


def decide(unit, receipt, *lines, **fields):
    values = {"actor": receiver(unit), "at": NOW, "receipt_id": receipt.id, "reason": "Tested",
              "version": fresh(receipt).version, **fields}  # fmt: skip
    receipt_decide(lines=lines, **values)


def ledger(receipt):
    """Kept by the delivery records, and delivered by the schedules."""
    rows = DeliveryRecord.objects.filter(receipt_line__receipt_id=receipt.id)
    schedules = PoSchedule.objects.filter(line__order_id=receipt.order_id)
    return sum(r.accepted_quantity for r in rows), sum(s.delivered_quantity for s in schedules)


def test_part_is_accepted_part_rejected_and_the_rest_waits(quick_unit, receipt):
    unit = quick_unit
    with unit.scope():
        (ordered,) = po_lines(receipt.order)
        assert (progress(ordered)[:3], ledger(receipt)) == ((1, 1, 6), (7, 7))
        decide(unit, receipt, line(receipt, "3", "2"))
        assert (progress(ordered)[:3], ledger(receipt)) == ((4, 3, 1), (5, 5))
        assert (fresh(receipt).status, fresh(receipt.order).receipt) == ("posted", "exception")
        error = refused(OverDecided, lambda: decide(unit, receipt, line(receipt, "1.5")), *TABLES)
        assert error.values["open_quantity"] == "1"
        decide(unit, receipt, line(receipt, "1"))
        assert (progress(ordered)[:3], ledger(receipt)) == ((5, 3, 0), (5, 5))
        told = QuarantineDecision.objects.order_by("id").values_list("accepted_quantity", "reason_code")
        assert list(told) == [(3, "quality"), (1, "")]
        assert violations() == {}


def test_what_is_rejected_goes_back_and_what_went_back_is_not_decided(quick_unit, receipt):
    unit = quick_unit
    with unit.scope():
        decide(unit, receipt, line(receipt, "3", "2"))

        def back(quantity, disposition):
            row = ReturnLineInput(of(receipt, 1, "1").receipt_line_id, D(quantity), disposition)
            return_create(actor=receiver(unit), at=NOW, receipt_id=receipt.id, lines=[row], reason="Leaking")

        refused(OverReturned, lambda: back("2", "quarantined"), *TABLES)
        refused(OverReturned, lambda: back("4", "rejected"), *TABLES)
        back("3", "rejected")
        back("1", "quarantined")
        refused(OverDecided, lambda: decide(unit, receipt, line(receipt, "1")), *TABLES)
        assert violations() == {}


def test_a_reversal_takes_the_decisions_back_too(quick_unit, receipt):
    unit = quick_unit
    with unit.scope():
        decide(unit, receipt, line(receipt, "3", "2"))
        values = {"actor": receiver(unit), "at": NOW, "receipt_id": receipt.id, "reason": "Wrong order"}
        receipt_reverse(version=fresh(receipt).version, **values)
        (ordered,) = po_lines(receipt.order)
        assert (progress(ordered)[:3], ledger(receipt)) == ((0, 0, 0), (0, 0))
        refused(IllegalTransition, lambda: decide(unit, receipt, line(receipt, "1")), *TABLES)
        assert violations() == {}


def test_what_cannot_be_decided_changes_nothing(world, quick_unit, receipt):
    unit = quick_unit
    with unit.scope():
        for wrong in (
            [], [line(receipt)], [line(receipt, "-1")], [line(receipt, "0.0000001")],
            [line(receipt, rejected="1", code="")], [line(receipt, "1"), line(receipt, "1")],
        ):  # fmt: skip
            refused(Invalid, lambda w=wrong: decide(unit, receipt, *w), *TABLES)
        refused(Invalid, lambda: decide(unit, receipt, line(receipt, "1"), reason=" "), *TABLES)
        refused(NotFound, lambda: decide(unit, receipt, line(receipt, "1", key=new_id())), *TABLES)
        refused(Conflict, lambda: decide(unit, receipt, line(receipt, "1"), version=1), *TABLES)
        refused(Forbidden, lambda: decide(unit, receipt, line(receipt, "1"), actor=buyer(unit)), *TABLES)
    foreign = {"actor": receiver(world.a2), "at": NOW, "receipt_id": receipt.id, "reason": "x", "version": 2}
    with world.a2.scope():
        refused(
            NotFound,
            lambda: receipt_decide(lines=[DecisionInput(new_id(), D(1))], **foreign),
            QuarantineDecision,
        )


def test_days_later_count_first(quick_unit, supplier):
    """Two days: what is rejected is missing from the later one."""
    with quick_unit.scope():
        split = [ScheduleInput(D(4), D1), ScheduleInput(D(6), D2)]
        order = issued_order(quick_unit, supplier, bought("10", schedules=split))
        row = received(quick_unit, order, came(po_lines(order)[0], "10", "0", "10"))
        decide(quick_unit, row, line(row, "3", "7"))
        rows = PoSchedule.objects.filter(line__order_id=order.id).order_by("schedule_no")
        assert list(rows.values_list("delivered_quantity", flat=True)) == [3, 0]
        assert violations() == {}
