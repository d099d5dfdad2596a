"""Closed books: no goods come, go or are taken back on a day of theirs, and no invoice is booked for one."""

from datetime import timedelta

import pytest

from commerce.procurement.closed_periods import PeriodClosed
from commerce.procurement.services.purchasing_setting_edit import purchasing_setting_edit
from commerce.procurement.services.receipt_steps import receipt_post, receipt_reverse
from commerce.procurement.services.receipt_write import receipt_create, receipt_edit
from commerce.procurement.services.return_goods import return_create
from tenants.kernel.errors import Invalid
from tests.contexts.procurement.invoicing_support import INVOICING, charged, imported, invoiced, ubl
from tests.contexts.procurement.receiving_support import RECEIVING, came, po_lines, received, receiver
from tests.contexts.procurement.support import bought, fresh, issued_order, refused, with_role
from tests.contexts.procurement.test_return_create import of
from tests.support.world import NOW

CLOSED = NOW.date() - timedelta(days=3)


TODAY = NOW.date()


def close(unit, day, version):
    actor = unit.actor("procurement.setting.edit")
    purchasing_setting_edit(actor=actor, at=NOW, version=version, closed_until_date=day)


@pytest.fixture
def stage(quick_unit, supplier):
    """An order with a posted receipt and a draft one of the last closed day."""
    with quick_unit.scope():
        order = issued_order(quick_unit, supplier, bought("10", "2.5"))
        (line,) = po_lines(order)
        posted = received(quick_unit, order, came(line, "4"), received_date=CLOSED)
        draft = received(quick_unit, order, came(line, "1"), received_date=CLOSED, post=False)
        close(quick_unit, CLOSED, 1)
        return order, line, posted, draft


def test_goods_of_a_closed_day_are_refused_by_every_way_in(quick_unit, stage):
    order, line, posted, draft = stage
    with quick_unit.scope():
        who = {"actor": receiver(quick_unit), "at": NOW}
        of_receipt = {"receipt_id": posted.id, "lines": [of(posted, 1, "1", "accepted")], "reason": "Broken"}
        ways = [
            ("receivedDate", lambda: receipt_create(
                **who, order_id=order.id, lines=[came(line, "1")], received_date=CLOSED)),
            ("receivedDate", lambda: receipt_edit(
                **who, receipt_id=draft.id, version=draft.version, received_date=CLOSED - timedelta(days=9))),
            ("receivedDate", lambda: receipt_post(**who, receipt_id=draft.id, version=draft.version)),
            ("receivedDate", lambda: receipt_reverse(
                **who, receipt_id=posted.id, version=fresh(posted).version, reason="Wrong order")),
            ("returnedDate", lambda: return_create(**who, **of_receipt, returned_date=CLOSED)),
        ]  # fmt: skip
        for field, way in ways:
            refusal = refused(PeriodClosed, way, *RECEIVING, field=field)
            assert CLOSED.isoformat() in refusal.message("en")


def test_later_days_and_opened_books_take_goods(quick_unit, stage):
    order, line, posted, draft = stage
    who = {"actor": receiver(quick_unit), "at": NOW}
    with quick_unit.scope():
        received(quick_unit, order, came(line, "2"), received_date=CLOSED + timedelta(days=1))
        return_create(**who, receipt_id=posted.id, lines=[of(posted, 1, "1", "accepted")], reason="Broken")
        close(quick_unit, CLOSED - timedelta(days=1), 2)
        receipt_post(**who, receipt_id=draft.id, version=draft.version)
        assert (fresh(draft).status, fresh(order).receipt) == ("posted", "partial")


@pytest.mark.parametrize("days", [-5, 2])
def test_goods_go_back_after_they_came_and_not_in_the_future(quick_unit, stage, days):
    _order, _line, posted, _draft = stage
    with quick_unit.scope():
        lines = [of(posted, 1, "1", "accepted")]
        refused(
            Invalid,
            lambda: return_create(
                actor=receiver(quick_unit), at=NOW, receipt_id=posted.id, lines=lines, reason="Broken",
                returned_date=NOW.date() + timedelta(days=days),
            ),
            *RECEIVING,
            field="returnedDate",
        )  # fmt: skip


def test_an_invoice_is_booked_for_the_first_open_day_and_never_for_a_closed_one(quick_unit, supplier, stage):
    unit, order, today = quick_unit, stage[0], NOW.date()
    yesterday, before = today - timedelta(days=1), today - timedelta(days=2)
    data = ubl(("1", "1", "2.5"), order="")
    with unit.scope():
        outsider = with_role(unit, "supplier_contact", 9, supplier_org_id=supplier)

        def keyed(number, **fields):
            given = {"supplier_number": number, "issue_date": before, **fields}
            return invoiced(unit, order, "2.50", charged(stage[1], "1", "2.5"), **given)

        assert (keyed("R-1").booking_date, keyed("R-2", booking_date=yesterday).booking_date) == (
            before,
            yesterday,
        )
        close(unit, yesterday, 2)
        for refusal, act in (
            (PeriodClosed, lambda: keyed("R-3", booking_date=before)),
            (PeriodClosed, lambda: keyed("R-3", booking_date=yesterday)),
            (PeriodClosed, lambda: imported(unit, data, order_id=order.id, booking_date=yesterday)),
            (Invalid, lambda: keyed("R-3", booking_date=before - timedelta(days=1))),
            (Invalid, lambda: keyed("R-3", booking_date=today + timedelta(days=2))),
            (Invalid, lambda: keyed("R-3", booking_date=today, actor=outsider)),
        ):
            refused(refusal, act, *INVOICING, field="bookingDate")
        late = keyed("R-3")
        assert (late.issue_date, late.booking_date) == (before, today)
        assert imported(unit, data, order_id=order.id).booking_date == today
