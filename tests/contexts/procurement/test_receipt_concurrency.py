"""Twenty-four receivers at once: an order line never keeps more than its quantity and the tolerance."""

from decimal import Decimal

import pytest

from commerce.procurement.incoming.locks import GoodsMove, move_goods
from commerce.procurement.models import GoodsReceipt
from commerce.procurement.services.receipt_steps import OverReceived, receipt_post
from commerce.procurement.services.receipt_write import receipt_create
from tenants.kernel.errors import Conflict, IllegalTransition
from tests.contexts.approvals.support import join
from tests.contexts.procurement.receiving_support import came, choose, po_lines, progress, received, receiver
from tests.contexts.procurement.support import bought, flows, fresh, issued_order, violations
from tests.contexts.procurement.test_concurrency import at_once
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

WAYS = 24


@pytest.fixture
def busy(live_world):
    """Unit A1 of a database whose changes are committed, with 10 % over-delivery allowed."""
    join(live_world.a1, p1="requester", p2="approver", p5="buyer")
    with live_world.a1.scope():
        flows(automatic_orders=True)
        choose(over_delivery_percent=Decimal(10))
    return live_world.a1


def test_receipts_at_once_never_exceed_the_tolerance(live_world, busy):
    supplier = supplier_org(live_world.a)
    with busy.scope():
        row = issued_order(busy, supplier, bought("100"))
        (line,) = po_lines(row)

    def receive(number: int) -> None:
        with busy.scope():
            received(busy, row, came(line, "10"))

    refusals = [refusal for refusal in at_once(WAYS, receive) if refusal is not None]
    assert [type(refusal) for refusal in refusals] == [OverReceived] * (WAYS - 11)
    with busy.scope():
        assert (progress(line)[0], fresh(row).receipt) == (110, "full")
        assert GoodsReceipt.objects.filter(status="posted").count() == 11
        assert violations() == {}


def test_the_guard_holds_without_the_lock_of_the_order(live_world, busy):
    supplier = supplier_org(live_world.a)
    with busy.scope():
        row = issued_order(busy, supplier, bought("100"))
        (line,) = po_lines(row)
    moved = []

    def move(number: int) -> None:
        with busy.scope():
            goods = [GoodsMove(line.id, accepted=Decimal(10))]
            moved.append(len(move_goods(goods, over_percent=Decimal(10))))

    at_once(WAYS, move)
    with busy.scope():
        assert (sum(moved), progress(line)[0]) == (11, 110)


def test_a_receipt_is_posted_once(live_world, busy):
    supplier = supplier_org(live_world.a)
    with busy.scope():
        row = issued_order(busy, supplier, bought("100"))
        (line,) = po_lines(row)
        key = receipt_create(actor=receiver(busy), at=NOW, order_id=row.id, lines=[came(line, "5")])

    def post(number: int) -> None:
        with busy.scope():
            receipt_post(actor=receiver(busy), at=NOW, receipt_id=key, version=1)

    refusals = [refusal for refusal in at_once(8, post) if refusal is not None]
    assert len(refusals) == 7
    assert {type(refusal) for refusal in refusals} <= {Conflict, IllegalTransition}
    with busy.scope():
        assert progress(line)[0] == 5
