"""A supplier's answers: what agrees takes effect, what deviates waits, what is not answered stays."""

from decimal import Decimal

import pytest

from commerce.approvals.models import FlowRun
from commerce.procurement.models import OrderChange, OrderConfirmation
from commerce.procurement.services.order_confirmation import order_acknowledge, order_confirmation_send
from commerce.procurement.services.order_confirmation_answer import (
    order_confirmation_accept,
    order_confirmation_decline,
)
from commerce.procurement.services.order_end import order_close
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import OutboxEvent
from tests.contexts.procurement.collaborating import (
    D1,
    D2,
    D3,
    TABLES,
    answer,
    confirmed,
    contact,
    lines,
    promises,
    proposed,
)
from tests.contexts.procurement.support import (
    bought,
    buyer,
    decide,
    fresh,
    issued_order,
    refused,
    requester,
    violations,
)
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

ALL = (*TABLES, FlowRun)


@pytest.fixture
def order(unit, supplier):
    with unit.scope():
        return issued_order(
            unit, supplier, bought("10", requested_date=D1), bought("4", "3", requested_date=D1)
        )


def act(service, actor, row, **fields):
    return service(
        **{"actor": actor, "at": NOW, "confirmation_id": row.id, "version": fresh(row).version, **fields}
    )


def test_receipt_of_the_order_is_acknowledged_once(unit, supplier, order):
    with unit.scope():
        mine = contact(unit, supplier)
        order_acknowledge(actor=mine, at=NOW, order_id=order.id, version=order.version)
        row = OrderConfirmation.objects.get()
        assert (fresh(order).confirmation, row.response, row.status) == (
            "acknowledged", "acknowledged", "recorded",
        )  # fmt: skip
        again = {"actor": mine, "at": NOW, "order_id": order.id, "version": order.version + 1}
        refused(IllegalTransition, lambda: order_acknowledge(**again), *ALL, field="confirmation")


def test_one_click_accepts_every_line_as_asked(unit, supplier, order):
    with unit.scope():
        row = confirmed(contact(unit, supplier), order)
        assert (row.response, row.status, row.side, row.number) == (
            "accepted", "recorded", "supplier", "OC-2026-000001",
        )  # fmt: skip
        assert promises(order) == [(1, Decimal(10), D1, "accepted"), (2, Decimal(4), D1, "accepted")]
        assert (fresh(order).confirmation, fresh(order).version) == ("accepted", order.version + 1)
        event = OutboxEvent.objects.get(event_type="procurement.order_confirmation.sent")
        assert event.payload["audience"] == [str(supplier)]
        assert violations() == {}


def test_a_later_date_waits_for_the_buyer_and_the_rest_takes_effect(unit, supplier, order):
    with unit.scope():
        first, second = lines(order)
        row = confirmed(contact(unit, supplier), order, answer(first, "change", ("10", D2)), answer(second))
        assert (row.response, row.status, fresh(order).confirmation) == (
            "conditional",
            "pending",
            "conditional",
        )
        assert promises(order) == [(1, Decimal(10), None, "none"), (2, Decimal(4), D1, "accepted")]
        act(order_confirmation_accept, buyer(unit), row)
        assert promises(order) == [(1, Decimal(10), D2, "changed"), (2, Decimal(4), D1, "accepted")]
        assert (fresh(row).status, fresh(order).confirmation) == ("accepted", "accepted")
        assert violations() == {}


def test_a_partial_confirmation_never_overwrites_the_promise_of_the_open_balance(unit, supplier, order):
    with unit.scope():
        mine, first = contact(unit, supplier), lines(order)[0]
        confirmed(mine, order)
        row = confirmed(mine, order, answer(first, "change", ("4", D3)))
        assert promises(order)[0] == (1, Decimal(10), D1, "accepted")
        act(order_confirmation_accept, buyer(unit), row)
        assert promises(order) == [
            (1, Decimal(6), D1, "accepted"),
            (1, Decimal(4), D3, "changed"),
            (2, Decimal(4), D1, "accepted"),
        ]
        assert violations() == {}


def test_a_split_a_back_order_and_a_rejection(unit, supplier, order):
    with unit.scope():
        mine, (first, second) = contact(unit, supplier), lines(order)
        row = confirmed(
            mine,
            order,
            answer(first, "split", ("3", D1), ("7", D2)),
            answer(second, "reject", reason="no stock"),
        )
        act(order_confirmation_accept, buyer(unit), row)
        assert promises(order) == [
            (1, Decimal(3), D1, "accepted"), (1, Decimal(7), D2, "changed"), (2, Decimal(4), None, "rejected"),
        ]  # fmt: skip
        assert fresh(order).confirmation == "conditional"
        later = confirmed(mine, order, answer(second, "back_order", ("1", D2), ("3", None)))
        act(order_confirmation_accept, buyer(unit), later)
        assert promises(order)[2:] == [(2, Decimal(1), D2, "changed"), (2, Decimal(3), None, "back_order")]
        assert violations() == {}


def test_a_whole_order_is_rejected(unit, supplier, order):
    with unit.scope():
        row = confirmed(
            contact(unit, supplier),
            order,
            *(answer(line, "reject", reason="closed") for line in lines(order)),
        )
        assert (row.response, row.status, fresh(order).confirmation) == ("rejected", "recorded", "rejected")


def test_the_buyer_declines_and_earlier_promises_stand(unit, supplier, order):
    with unit.scope():
        mine, first = contact(unit, supplier), lines(order)[0]
        confirmed(mine, order)
        row = confirmed(mine, order, answer(first, "change", ("10", D3)))
        refused(
            Invalid,
            lambda: act(order_confirmation_decline, buyer(unit), row, reason=" "),
            *ALL,
            field="reason",
        )
        act(order_confirmation_decline, buyer(unit), row, reason="too late")
        assert (fresh(row).status, fresh(row).decision_reason) == ("declined", "too late")
        assert promises(order)[0] == (1, Decimal(10), D1, "accepted")
        assert fresh(order).confirmation == "accepted"
        refused(IllegalTransition, lambda: act(order_confirmation_accept, buyer(unit), row), *ALL)


def test_a_newer_answer_takes_the_place_of_one_that_waits(unit, supplier, order):
    with unit.scope():
        mine, first = contact(unit, supplier), lines(order)[0]
        old = confirmed(mine, order, answer(first, "change", ("10", D3), unit_price=Decimal("2.6")))
        new = confirmed(mine, order)
        assert (fresh(old).status, new.status) == ("superseded", "recorded")
        assert OrderChange.objects.get().status == "withdrawn"


def test_another_price_is_a_change_that_is_approved_with_the_answer(unit, supplier, order):
    with unit.scope():
        first = lines(order)[0]
        row = confirmed(
            contact(unit, supplier), order, answer(first, "change", ("10", D2), unit_price=Decimal("2.6"))
        )
        change = OrderChange.objects.get()
        assert (change.side, change.status, change.confirmation_id) == ("supplier", "proposed", row.id)
        act(order_confirmation_accept, buyer(unit), row)
        assert (fresh(change).status, fresh(row).status, promises(order)[0][2]) == (
            "in_approval", "pending", None,
        )  # fmt: skip
        decide(unit, change.id)
        assert (fresh(change).status, fresh(row).status) == ("accepted", "accepted")
        assert promises(order)[0] == (1, Decimal(10), D2, "changed")
        assert fresh(order).total_amount == Decimal(38)
        assert violations() == {}


def test_an_approver_who_refuses_the_price_declines_the_answer(unit, supplier, order):
    with unit.scope():
        first = lines(order)[0]
        row = confirmed(contact(unit, supplier), order, answer(first, "change", quantity=Decimal(12)))
        act(order_confirmation_accept, buyer(unit), row)
        decide(unit, OrderChange.objects.get().id, "reject", "dear")
        assert (fresh(row).status, OrderChange.objects.get().status) == ("declined", "rejected")
        assert fresh(order).total_amount == order.total_amount


def test_the_journey_of_a_changed_date(unit, supplier, order):
    """The buyer asks for another day; the supplier accepts it later on one line and splits another."""
    with unit.scope():
        mine, (first, second) = contact(unit, supplier), lines(order)
        change = proposed(unit, order, requested_date=D2)
        row = confirmed(
            mine, order, answer(first, "change", ("10", D3)), answer(second, "split", ("1", D1), ("3", D2)),
            change_id=change.id,
        )  # fmt: skip
        assert (row.status, fresh(change).status) == ("pending", "proposed")
        act(order_confirmation_accept, buyer(unit), row)
        assert (fresh(change).status, fresh(order).content_hash) == ("accepted", change.content_hash)
        assert promises(order) == [
            (1, Decimal(10), D3, "changed"), (2, Decimal(1), D1, "accepted"), (2, Decimal(3), D2, "changed"),
        ]  # fmt: skip
        assert violations() == {}


def test_a_change_is_accepted_or_refused_by_an_answer(unit, supplier, order):
    with unit.scope():
        mine, first = contact(unit, supplier), lines(order)[0]
        change = proposed(unit, order, requested_date=D2)
        confirmed(mine, order, answer(first, "reject", reason="cannot"), change_id=change.id)
        assert (fresh(change).status, promises(order)[0]) == ("rejected", (1, Decimal(10), None, "none"))
        change = proposed(unit, order, requested_date=D2)
        confirmed(mine, order, change_id=change.id)
        assert (fresh(change).status, promises(order)[0]) == ("accepted", (1, Decimal(10), D2, "accepted"))


def test_refusals_change_nothing(world, unit, supplier, order):
    other = supplier_org(world.a, "Second Ltd")
    with unit.scope():
        first = lines(order)[0]
        change = proposed(unit, order, requested_date=D2)

        def send(*answers, actor=None, **fields):
            values = {"order_id": order.id, "version": order.version, "lines": answers, **fields}
            return order_confirmation_send(actor=actor or contact(unit, supplier), at=NOW, **values)

        refused(Forbidden, lambda: send(actor=requester(unit)), *ALL)
        refused(NotFound, lambda: send(actor=contact(unit, other)), *ALL)
        refused(Conflict, lambda: send(version=9), *ALL, field="version")
        refused(NotFound, lambda: send(answer(first), answer(first)), *ALL, field="lines")
        refused(NotFound, lambda: send(actor=buyer(unit), change_id=change.id), *ALL, field="changeId")
        at = "lines.0.schedules"
        for wrong, field in (
            (answer(first, "maybe"), "lines.0.answer"),
            (answer(first, "accept", ("1", D1)), "lines.0.answer"),
            (answer(first, "reject"), "lines.0.reason"),
            (answer(first, "change"), at),
            (answer(first, "split", ("10", D1)), at),
            (answer(first, "split", ("4", D1), ("5", D2)), at),
            (answer(first, "change", ("11", D1)), at),
            (answer(first, "change", ("0", D1)), f"{at}.0.quantity"),
            (answer(first, "back_order", ("10", D1)), at),
            (answer(first, "change", unit_price=Decimal("-1")), "lines.0.unitPrice"),
        ):
            refused(Invalid, lambda w=wrong: send(w), *ALL, field=field)
        row = confirmed(contact(unit, supplier), order, answer(first, "change", ("10", D3)))
        refused(Forbidden, lambda: act(order_confirmation_accept, contact(unit, supplier), row), *ALL)
        refused(Conflict, lambda: act(order_confirmation_accept, buyer(unit), row, version=7), *ALL)
        order_close(actor=buyer(unit), at=NOW, order_id=order.id, version=fresh(order).version)
        assert (fresh(row).status, fresh(change).status) == ("superseded", "withdrawn")
        refused(IllegalTransition, lambda: send(version=fresh(order).version), *ALL)
    with world.a2.scope():
        refused(NotFound, lambda: send(actor=contact(world.a2, supplier)), *ALL)
