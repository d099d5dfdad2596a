"""Risks of running orders and invoices become alerts within seconds and go with their cause."""

from datetime import date, timedelta

from commerce.masterdata.models import Sanction
from commerce.procurement.services.order_end import order_cancel
from commerce.procurement.services.risk_watch import WATCH, risk_watch, risk_watch_ask
from commerce.procurement.watch.causes import ANSWER_WITHIN
from commerce.procurement.watch.reactions import CAUSES, OF_GROUP, watch_after_change, watch_unit
from tenants.accounts.models import Alert
from tenants.accounts.queries.alerts import alerts_visible_to
from tenants.runtime.clock import alarm_of, reaction_to, set_alarm
from tenants.runtime.events import handlers_of
from tests.contexts.approvals.support import person
from tests.contexts.procurement.invoicing_support import charged, finance, invoiced
from tests.contexts.procurement.receiving_support import came, po_lines, received
from tests.contexts.procurement.support import bought, buyer, fresh, issued_order
from tests.factories.masterdata import sanction
from tests.support.world import NOW

DUE = date(2026, 3, 10)
LATER = NOW + timedelta(days=9)


def open_alerts():
    rows = Alert.objects.filter(resolved_at__isnull=True).order_by("kind", "details__number")
    return [(row.kind.removeprefix("procurement."), row.details["number"]) for row in rows]


def test_every_cause_has_the_unit_looked_at_within_seconds(world, quick_unit, supplier):
    for name in (*(f"procurement.{cause}" for cause in CAUSES), *OF_GROUP):
        (handler,) = [h for h in handlers_of(name).values() if "watch.reactions" in h.name]
        assert handler.every_unit == (name in OF_GROUP)
    assert reaction_to(WATCH) is watch_unit
    unit = quick_unit
    with unit.scope():
        set_alarm(kind=WATCH, subject_id=unit.id, due_at=LATER)
        for _ in range(2):
            watch_after_change(event=None, at=NOW)
        risk_watch_ask(at=NOW + timedelta(seconds=1))
        assert alarm_of(kind=WATCH, subject_id=unit.id) == NOW + timedelta(seconds=2)


def test_late_and_unanswered_orders_are_told_to_their_buyer_until_the_cause_is_gone(
    world, quick_unit, supplier
):
    unit = quick_unit
    with unit.scope():
        late = issued_order(unit, supplier, bought(requested_date=DUE), bought("5", requested_date=DUE))
        early = issued_order(unit, supplier, bought(requested_date=DUE + timedelta(days=30)))
        assert risk_watch(at=NOW) == (0, 0)
        assert alarm_of(kind=WATCH, subject_id=unit.id) <= NOW + timedelta(days=1)
        told, _ = risk_watch(at=NOW + ANSWER_WITHIN)
        assert (told, open_alerts()) == (
            2, [("confirmation.late", late.number), ("confirmation.late", early.number)],
        )  # fmt: skip
        assert risk_watch(at=LATER) == (1, 0)
        row = Alert.objects.get(kind="procurement.delivery.late")
        assert (row.owner_gid, row.subject_gid, row.details["due"], row.urgent) == (
            person(5), late.id, "2026-03-10", True,
        )  # fmt: skip
        assert risk_watch(at=LATER) == (0, 0)
        first, second = po_lines(late)
        received(unit, late, came(first, "10"), came(second, "2"))
        assert ("delivery.late", late.number) in open_alerts()
        risk_watch(at=LATER)
        received(unit, late, came(second, "3"))
        assert risk_watch(at=LATER)[0] == 0
        assert open_alerts() == [("confirmation.late", early.number)]
        row = fresh(early)
        order_cancel(actor=buyer(unit), at=LATER, order_id=row.id, version=row.version, reason="wrong")
        assert risk_watch(at=LATER) == (0, 1)
        assert alerts_visible_to(buyer(unit)).filter(resolved_at__isnull=True).count() == 0


def test_open_orders_with_a_blacklisted_supplier_and_differing_invoices_are_risks(
    world, quick_unit, supplier
):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier, bought("10", "2.5"))
        received(unit, row, came(po_lines(row)[0], "10"))
        bill = invoiced(unit, row, "30", charged(po_lines(row)[0], "10", "3"))
        assert bill.status == "exception"
        risk_watch(at=NOW)
        assert open_alerts() == [("invoice.price_differs", bill.number)]
        assert alerts_visible_to(finance(unit)).count() == 1
    barred = sanction(world.a, supplier, actions=["issue"])
    with unit.scope():
        assert risk_watch(at=NOW) == (1, 0)
        assert open_alerts()[1] == ("order.sanctioned", row.number)
    with world.a.scope():
        Sanction.objects.filter(id=barred).update(status="lifted", until_at=NOW)
    with unit.scope():
        assert risk_watch(at=NOW) == (0, 1)
