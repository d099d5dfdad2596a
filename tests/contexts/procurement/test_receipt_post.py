"""Receiving goods: exact quantities on lines, schedules, axes; tolerances; refusals that change nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commerce.procurement.lines import NoLines
from commerce.procurement.models import DeliveryRecord, GoodsReceipt, PoSchedule, ReceiptLine
from commerce.procurement.services.order_end import AlreadyReceived, order_cancel
from commerce.procurement.services.receipt_steps import OverReceived, receipt_post, receipt_reverse
from commerce.procurement.services.receipt_write import (
    NotReceivable,
    receipt_cancel,
    receipt_create,
    receipt_edit,
    receipt_inspect,
)
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.receiving_support import (
    RECEIVING,
    came,
    choose,
    po_lines,
    progress,
    received,
    receiver,
)
from tests.contexts.procurement.support import (
    bought,
    buyer,
    fresh,
    issued_order,
    order,
    refused,
    violations,
    with_role,
)
from tests.support.world import NOW

D = Decimal
TODAY = NOW.date()


def draft(unit, row, *lines):
    values = {"actor": receiver(unit), "at": NOW, "order_id": row.id, "lines": lines}
    return GoodsReceipt.objects.get(id=receipt_create(**values))


def act_on(service, unit, receipt, **fields):
    values = {
        "actor": receiver(unit), "at": NOW, "receipt_id": receipt.id, "version": fresh(receipt).version, **fields,
    }  # fmt: skip
    return service(**values)


def test_a_partial_receipt_with_a_rejected_part_counts_exactly(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier, bought("10", requested_date=TODAY), bought("2.5"))
        first, second = po_lines(row)
        receipt = received(unit, row, came(first, "6", rejected="1.5"), delivery_note_ref=" LS-77 ")
        assert (receipt.status, receipt.posted_at, receipt.received_date, receipt.delivery_note_ref) == (
            "posted", NOW, TODAY, "LS-77",
        )  # fmt: skip
        assert receipt.number == "GR-2026-000001"
        assert progress(first) == (D("4.5"), D("1.5"), 0, 0, 0, 0)
        assert fresh(row).receipt == "exception"
        schedule = PoSchedule.objects.get(line_id=first.id)
        assert (schedule.delivered_quantity, schedule.delivered_date) == (D("4.5"), TODAY)
        records = DeliveryRecord.objects.order_by("id").values_list(
            "due_date", "quantity", "accepted_quantity"
        )
        assert list(records) == [(TODAY, D("4.5"), D("4.5")), (TODAY, D("1.5"), 0)]
        received(unit, row, came(first, "5.5"), came(second, "2.5"))
        assert (progress(first)[:2], progress(second)[0], fresh(row).receipt) == (
            (10, D("1.5")), D("2.5"), "full",
        )  # fmt: skip
        assert violations() == {}
        event = OutboxEvent.objects.filter(event_type="procurement.receipt.posted").earliest("id")
        assert event.payload == {
            "number": receipt.number, "order_id": str(row.id), "supplier_org_id": str(supplier),
        }  # fmt: skip
        entries = UnitAuditEntry.objects.filter(subject_id=receipt.id).order_by("id")
        assert [e.action for e in entries] == ["procurement.receipt.create", "procurement.receipt.post"]


def test_more_than_the_tolerance_is_refused_and_less_within_it_is_full(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier, bought("100"))
        (line,) = po_lines(row)
        refusal = refused(OverReceived, lambda: received(unit, row, came(line, "100.000001")), *RECEIVING)
        assert refusal.message("zh").startswith("第 1 行最多还可接收 100 个（允许超收 0%）。")
        choose(over_delivery_percent=D("5"), under_delivery_percent=D("2.5"))
        received(unit, row, came(line, "97.499999"))
        assert fresh(row).receipt == "partial"
        received(unit, row, came(line, "0.000001"))
        assert fresh(row).receipt == "full"
        refusal = refused(OverReceived, lambda: received(unit, row, came(line, "7.6")), *RECEIVING)
        assert refusal.values["open_quantity"] == "7.5"
        received(unit, row, came(line, "7.5"))
        assert progress(line)[0] == 105
        received(unit, row, came(line, "3", rejected="3", reason_code="excess"))
        assert (progress(line)[:2], fresh(row).receipt) == ((105, 3), "full")


def test_schedules_fill_in_the_order_of_their_days(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier, bought("10", requested_date=TODAY + timedelta(days=9)))
        (line,) = po_lines(row)
        PoSchedule.objects.filter(line_id=line.id).update(quantity=D(4))
        early = PoSchedule.objects.create(
            line_id=line.id, schedule_no=2, quantity=D(6), promised_date=TODAY - timedelta(days=1)
        )
        received(unit, row, came(line, "7"))
        assert list(DeliveryRecord.objects.order_by("id").values_list("due_date", "quantity")) == [
            (TODAY - timedelta(days=1), 6), (TODAY + timedelta(days=9), 1),
        ]  # fmt: skip
        assert fresh(early).delivered_quantity == 6


def test_a_receipt_passes_inspection_before_it_is_posted(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        (line,) = po_lines(row)
        receipt = draft(unit, row, came(line, "10"))
        act_on(receipt_inspect, unit, receipt)
        act_on(receipt_edit, unit, receipt, lines=[came(line, "10", rejected="2", quarantined="1", lot="L7")])
        assert fresh(receipt).status == "inspecting"
        act_on(receipt_post, unit, receipt)
        assert (fresh(receipt).status, fresh(receipt).version) == ("posted", 4)
        assert progress(line) == (7, 2, 1, 0, 0, 0)
        assert ReceiptLine.objects.get().lot == "L7"
        for service, fields in ((receipt_post, {}), (receipt_edit, {"note": "x"}), (receipt_inspect, {})):
            refused(IllegalTransition, lambda s=service, f=fields: act_on(s, unit, receipt, **f), *RECEIVING)
        refused(IllegalTransition, lambda: act_on(receipt_cancel, unit, receipt, reason="no"), *RECEIVING)


def test_a_reversal_takes_everything_back_and_stays_on_record(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        (line,) = po_lines(row)
        receipt = received(unit, row, came(line, "10", rejected="4"))
        admin = with_role(unit, "receiver", 6)
        refused(
            Invalid, lambda: act_on(receipt_reverse, unit, receipt, reason=" "), *RECEIVING, field="reason"
        )
        act_on(receipt_reverse, unit, receipt, reason="Counted twice", actor=admin)
        after = fresh(receipt)
        assert (after.status, after.reversal_reason, after.closed_at) == ("reversed", "Counted twice", NOW)
        assert progress(line) == (0, 0, 0, 0, 0, 0)
        assert (fresh(row).receipt, PoSchedule.objects.get().delivered_quantity) == ("none", 0)
        assert PoSchedule.objects.get().delivered_date is None
        assert sum(DeliveryRecord.objects.values_list("quantity", flat=True)) == 0
        assert violations() == {}
        received(unit, row, came(line, "10"))
        assert fresh(row).receipt == "full"


def test_what_cannot_be_is_refused_with_nothing_changed(world, quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row, other = issued_order(unit, supplier), issued_order(unit, supplier)
        unplaced = order(unit, supplier)
        (line,), (foreign,) = po_lines(row), po_lines(other)
        cases = [
            (NoLines, []),
            (NotFound, [came(foreign, "1")]),
            (NotFound, [came(new_id(), "1")]),
            (Invalid, [came(line, "0")]),
            (Invalid, [came(line, "-1")]),
            (Invalid, [came(line, "NaN")]),
            (Invalid, [came(line, "0.0000001")]),
            (Invalid, [came(line, "1", rejected="2")]),
            (Invalid, [came(line, "1", rejected="1", reason_code="")]),
            (Invalid, [came(line, "1", rejected="1", reason_code="because")]),
        ]
        for refusal, lines in cases:
            refused(refusal, lambda lines=lines: received(unit, row, *lines), *RECEIVING)
        future = TODAY + timedelta(days=2)
        refused(
            Invalid, lambda: received(unit, row, came(line, "1"), received_date=future), *RECEIVING,
            field="receivedDate",
        )  # fmt: skip
        refused(NotReceivable, lambda: received(unit, unplaced, came(line, "1")), *RECEIVING)
        nobody = with_role(unit, "requester", 3)
        refused(Forbidden, lambda: received(unit, row, came(line, "1"), actor=nobody), *RECEIVING)
        partner = unit.actor(
            "procurement.receipt.create", "procurement.receipt.post", "procurement.order.read",
            person=9, supplier_org_id=new_id(),
        )  # fmt: skip
        refused(NotFound, lambda: received(unit, row, came(line, "1"), actor=partner), *RECEIVING)
        receipt = draft(unit, row, came(line, "1"))
        refused(Conflict, lambda: act_on(receipt_post, unit, receipt, version=9), *RECEIVING, field="version")
    with world.a2.scope():
        stranger = receiver(world.a2)
        values = {"actor": stranger, "at": NOW, "receipt_id": receipt.id, "version": 1}
        refused(NotFound, lambda: receipt_post(**values), *RECEIVING)


def test_an_order_with_goods_is_not_cancelled(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        received(unit, row, came(po_lines(row)[0], "1"))
        refused(
            AlreadyReceived,
            lambda: order_cancel(
                actor=buyer(unit), at=NOW, order_id=row.id, version=fresh(row).version, reason="x"
            ),
            *RECEIVING,
        )


def test_the_database_keeps_posted_receipts_as_they_are(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        (line,) = po_lines(row)
        receipt = received(unit, row, came(line, "4"))
        acts = (
            lambda: GoodsReceipt.objects.filter(id=receipt.id).update(received_date=date(2026, 1, 1)),
            lambda: GoodsReceipt.objects.filter(id=receipt.id).update(status="draft"),
            lambda: ReceiptLine.objects.update(accepted_quantity=D(3), rejected_quantity=D(1)),
            lambda: ReceiptLine.objects.all().delete(),
        )
        for act in acts:
            with pytest.raises(IntegrityError), transaction.atomic():
                act()
        assert progress(line)[0] == 4


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(
            st.integers(1, 60_000_000),
            st.integers(0, 100),
            st.sampled_from(["damaged", "quality"]),
            st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_quantities_add_up_whatever_comes(quick_unit, supplier, steps):
    """Σ accepted never passes the limit; progress is the sum of what is posted; the ledger agrees."""
    unit = quick_unit
    with unit.scope(), transaction.atomic():
        row = issued_order(unit, supplier, bought("100"))
        (line,) = po_lines(row)
        accepted = rejected = D(0)
        for millionths, percent, reason, back in steps:
            came_in = D(millionths).scaleb(-6)
            bad = (came_in * percent / 100).quantize(D("0.000001"))
            try:
                with transaction.atomic():
                    receipt = received(
                        unit, row, came(line, str(came_in), str(bad), reason_code=reason if bad else "")
                    )
            except OverReceived:
                assert accepted + came_in - bad > 100
                continue
            if back:
                act_on(receipt_reverse, unit, receipt, reason="back")
                continue
            accepted, rejected = accepted + came_in - bad, rejected + bad
        assert accepted <= 100
        if DeliveryRecord.objects.exists():
            assert progress(line)[:2] == (accepted, rejected)
        assert violations() == {}
        transaction.set_rollback(True)
