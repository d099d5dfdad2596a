"""Ship notices: never more than is ordered, by package and lot, each step once."""

import itertools
from decimal import Decimal

import pytest

from commerce.procurement.collaboration_queries import ship_notices_visible_to
from commerce.procurement.models import PurchaseOrder, ShipNotice, ShipNoticeLine, ShipNoticePackage
from commerce.procurement.restating import AlreadyShipped
from commerce.procurement.services.ship_notice import (
    NoticeHeader,
    NoticeLine,
    NoticePackage,
    ShippedTooMuch,
    ship_notice_create,
    ship_notice_edit,
    ship_notice_send,
)
from commerce.procurement.services.ship_notice_steps import (
    ship_notice_arrive,
    ship_notice_cancel,
    ship_notice_depart,
)
from commerce.procurement.sscc import check_digit
from commerce.procurement.states import SHIP_NOTICE
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.collaborating import (
    D1,
    D2,
    TABLES,
    contact,
    lines,
    noticed,
    proposed,
)
from tests.contexts.procurement.receiving_support import came, received
from tests.contexts.procurement.support import (
    bought,
    buyer,
    fresh,
    issued_order,
    refused,
    requester,
    violations,
)
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

SSCC = "37613850000000000" + check_digit("37613850000000000")


@pytest.fixture
def order(unit, supplier):
    with unit.scope():
        return issued_order(unit, supplier, bought("10", requested_date=D1), bought("4", requested_date=D1))


def act(service, actor, row, **fields):
    return service(
        **{"actor": actor, "at": NOW, "notice_id": row.id, "version": fresh(row).version, **fields}
    )


def test_packages_lots_and_the_way_to_the_buyer(unit, supplier, order):
    with unit.scope():
        mine, (first, second) = contact(unit, supplier), lines(order)
        key = ship_notice_create(
            actor=mine, at=NOW, order_id=order.id,
            lines=[
                NoticeLine(first.id, Decimal(4), package_no=1, lot_no="L1", expiry_date=D2),
                NoticeLine(first.id, Decimal(6), package_no=2, lot_no="L2"),
                NoticeLine(second.id, Decimal("0.5")),
            ],
            packages=[NoticePackage(SSCC, "PX", Decimal("12.5")), NoticePackage()],
            header=NoticeHeader(expected_date=D1, carrier_name="Road Ltd", transport_mode="road"),
        )  # fmt: skip
        row = ShipNotice.objects.get(id=key)
        assert ship_notices_visible_to(buyer(unit)).count() == 0
        act(ship_notice_send, mine, row)
        assert (fresh(row).status, fresh(row).shipped_date) == ("sent", NOW.date())
        assert ship_notices_visible_to(buyer(unit)).count() == 1
        event = OutboxEvent.objects.get(event_type="procurement.ship_notice.sent")
        assert event.payload["audience"] == [str(supplier)]
        act(ship_notice_depart, mine, row)
        act(ship_notice_arrive, buyer(unit), row)
        assert (fresh(row).status, fresh(row).arrived_at) == ("arrived", NOW)
        kept = (
            ShipNoticeLine.objects.filter(notice=row)
            .order_by("line_no")
            .values_list("lot_no", "package__sscc")
        )
        assert list(kept) == [("L1", SSCC), ("L2", ""), ("", None)]
        assert violations() == {}


def test_never_more_than_is_ordered(unit, supplier, order):
    with unit.scope():
        mine = contact(unit, supplier)
        first, second = noticed(mine, order, "6"), noticed(mine, order, "5", "4")
        act(ship_notice_send, mine, first)
        error = refused(ShippedTooMuch, lambda: act(ship_notice_send, mine, second), *TABLES)
        assert error.message("en") == "Of line 1, 4 one are still to be shipped; the notice has 5."
        assert error.message("zh") == "第 1 行尚可发运 4 个，通知数量为 5。"
        act(ship_notice_cancel, mine, first, reason="lost")
        act(ship_notice_send, mine, second)
        refused(AlreadyShipped, lambda: proposed(unit, order, quantity=Decimal(4)), *TABLES)
        assert violations() == {}


def test_a_draft_is_edited_and_stays_with_its_side(unit, supplier, order):
    with unit.scope():
        mine = contact(unit, supplier)
        row = noticed(mine, order, "6")
        line = lines(order)[1].id
        act(
            ship_notice_edit, mine, row, lines=[NoticeLine(line, Decimal(2), package_no=1)],
            packages=[NoticePackage(SSCC)], header=NoticeHeader(tracking_no=" T1 "),
        )  # fmt: skip
        assert (fresh(row).tracking_no, ShipNoticeLine.objects.get().quantity) == ("T1", Decimal(2))
        refused(NotFound, lambda: act(ship_notice_send, buyer(unit), row), *TABLES)
        act(ship_notice_send, mine, row)
        refused(IllegalTransition, lambda: act(ship_notice_edit, mine, row), *TABLES, field="status")


@pytest.mark.parametrize("state", SHIP_NOTICE.states)
def test_each_step_is_taken_from_its_states_alone(unit, supplier, order, state):
    steps = {
        "sent": ship_notice_send, "in_transit": ship_notice_depart,
        "arrived": ship_notice_arrive, "cancelled": ship_notice_cancel,
    }  # fmt: skip
    with unit.scope():
        for target, service in steps.items():
            row = noticed(buyer(unit), order, "1")
            walk_to(row, state)
            more = {"reason": "x"} if target == "cancelled" else {}
            if target in SHIP_NOTICE.moves[state]:
                act(service, buyer(unit), row, **more)
                assert fresh(row).status == target
            else:
                refused(
                    IllegalTransition, lambda s=service, r=row, m=more: act(s, buyer(unit), r, **m), *TABLES
                )
            ShipNoticeLine.objects.filter(notice=row).delete()


def walk_to(row, state):
    """The shortest legal way from the draft."""
    ways = [["draft"]]
    while ways[0][-1] != state:
        way = ways.pop(0)
        ways += [[*way, target] for target in sorted(SHIP_NOTICE.moves[way[-1]])]
    for _, target in itertools.pairwise(ways[0]):
        ShipNotice.objects.filter(id=row.id).update(status=target)


def test_refusals_change_nothing(world, unit, supplier, order):
    other = supplier_org(world.a, "Second Ltd")
    with unit.scope():
        line = lines(order)[0].id
        foreign = issued_order(unit, supplier)

        def create(actor=None, given=None, **fields):
            values = {"order_id": order.id, "lines": given or [NoticeLine(line, Decimal(1))], **fields}
            return ship_notice_create(actor=actor or contact(unit, supplier), at=NOW, **values)

        refused(Forbidden, lambda: create(requester(unit)), *TABLES)
        refused(NotFound, lambda: create(contact(unit, other)), *TABLES)
        for wrong, field in (
            (NoticeLine(lines(foreign)[0].id, Decimal(1)), "lines.0.lineId"),
            (NoticeLine(line, Decimal(1), schedule_id=other), "lines.0.scheduleId"),
            (NoticeLine(line, Decimal(1), package_no=1), "lines.0.packageNo"),
        ):
            refused(NotFound, lambda w=wrong: create(given=[w]), *TABLES, field=field)
        refused(
            Invalid, lambda: create(given=[NoticeLine(line, Decimal(0))]), *TABLES, field="lines.0.quantity"
        )
        refused(
            Invalid,
            lambda: create(packages=[NoticePackage(SSCC[:-1] + "0")]),
            *TABLES,
            field="packages.0.sscc",
        )
        refused(
            Invalid, lambda: create(header=NoticeHeader(shipped_date=D2, expected_date=D1)), *TABLES,
            field="header.expectedDate",
        )  # fmt: skip
        refused(
            Invalid, lambda: create(header=NoticeHeader(transport_mode="raft")), *TABLES,
            field="header.transportMode",
        )  # fmt: skip
        row = noticed(contact(unit, supplier), order, "1")
        refused(Conflict, lambda: act(ship_notice_send, contact(unit, supplier), row, version=9), *TABLES)
        refused(NotFound, lambda: act(ship_notice_send, contact(unit, other), row), *TABLES)
        empty = ShipNotice.objects.get(
            id=ship_notice_create(actor=buyer(unit), at=NOW, order_id=order.id, lines=[])
        )
        refused(Invalid, lambda: act(ship_notice_send, buyer(unit), empty), *TABLES, field="lines")
        assert ShipNoticePackage.objects.count() == 0
    with world.a2.scope():
        refused(NotFound, lambda: create(contact(world.a2, supplier)), *TABLES)
        assert PurchaseOrder.objects.count() == 0


def test_a_receipt_moves_its_notice_and_tells_of_each_step(unit, supplier, order):
    with unit.scope():
        row = noticed(contact(unit, supplier), order, "10", "4")
        act(ship_notice_send, contact(unit, supplier), row)
        first, second = lines(order)
        received(unit, order, came(first, "10"), came(second, "4"), ship_notice_id=row.id)
        assert (fresh(row).status, fresh(row).version, fresh(row).ended_at) == ("completed", 5, NOW)
        told = UnitAuditEntry.objects.filter(subject_id=row.id).order_by("id")
        assert [(entry.old.get("status"), entry.new["status"]) for entry in told] == [
            (None, "draft"), ("draft", "sent"), ("sent", "arrived"), ("arrived", "receiving"),
            ("receiving", "completed"),
        ]  # fmt: skip
        events = OutboxEvent.objects.filter(subject_id=row.id, payload__state__in=("receiving", "completed"))
        assert [(e.event_type, e.subject_version) for e in events.order_by("position")] == [
            ("procurement.ship_notice.receiving", 4), ("procurement.ship_notice.completed", 5),
        ]  # fmt: skip
