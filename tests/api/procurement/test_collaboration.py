"""Both sides of an order at the unit API: what each reads, and what each may do."""

import pytest

from commerce.procurement.models import OrderChange
from tests.api.procurement.support import ask, data
from tests.contexts.approvals.support import join
from tests.contexts.procurement.collaborating import (
    D1,
    D2,
    answer,
    confirmed,
    contact,
    lines,
    noticed,
    proposed,
)
from tests.contexts.procurement.support import bought, buyer, flows, fresh, issued_order, requester
from tests.factories.masterdata import supplier_org

CHAIN = """{ purchaseOrders(first: 5) { edges { node { number confirmation
  lines { lineNo schedules { quantity requestedDate promisedDate confirmation } }
  changes { number side status proposerName lines { oldRequestedDate newRequestedDate line { lineNo } } }
  confirmations { number response status lines { answer statusCode deviates schedules { quantity promisedDate } } }
  shipNotices { number status lines { quantity line { lineNo } package { sscc } } packages { sscc } }
} } } }"""
ACCEPT = """mutation($id: ID!, $v: Int!) { orderChangeAccept(input: {changeId: $id, version: $v}) {
  change { status order { version lines { schedules { promisedDate } } } } errors { code field } } }"""
SEND = """mutation($input: OrderConfirmationSendInput!) { orderConfirmationSend(input: $input) {
  confirmation { number status response } errors { code field message } } }"""


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p5="buyer")
    with world.a1.scope():
        flows(automatic_orders=True)
    return world.a1


@pytest.fixture
def suppliers(world):
    return supplier_org(world.a, "First Ltd"), supplier_org(world.a, "Second Ltd")


def test_one_query_gives_the_whole_negotiation_to_both_sides_and_to_nobody_else(unit, suppliers):
    first, second = suppliers
    with unit.scope():
        row = issued_order(unit, first, bought("10", requested_date=D1))
        proposed(unit, row, requested_date=D2)
        confirmed(contact(unit, first), row, answer(lines(row)[0], "split", ("4", D1), ("6", D2)))
        noticed(contact(unit, first), row, "4")
        mine = data(contact(unit, first), CHAIN)["purchaseOrders"]["edges"][0]["node"]
        house = data(buyer(unit), CHAIN)["purchaseOrders"]["edges"][0]["node"]
        assert [n["status"] for n in mine.pop("shipNotices")] == ["draft"]
        assert house.pop("shipNotices") == []
        assert mine == house
        assert (mine["confirmation"], mine["confirmations"][0]["status"]) == ("conditional", "pending")
        assert [(c["side"], c["status"]) for c in mine["changes"]] == [("buyer", "proposed")]
        assert data(contact(unit, second), CHAIN)["purchaseOrders"]["edges"] == []
        refused = ask(requester(unit), "{ shipNotices { edges { node { number } } } }")
        assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"


def test_a_supplier_accepts_a_change_and_another_cannot(unit, suppliers):
    first, second = suppliers
    with unit.scope():
        row = issued_order(unit, first, bought("10", requested_date=D1))
        change = proposed(unit, row, requested_date=D2)
        values = {"id": f"OrderChange_{change.id}", "v": fresh(change).version}
        stranger = ask(contact(unit, second), ACCEPT, values)["data"]["orderChangeAccept"]
        assert (stranger["change"], stranger["errors"][0]["code"]) == (None, "NOT_FOUND")
        done = data(contact(unit, first), ACCEPT, values)["orderChangeAccept"]
        assert done == {
            "change": {
                "status": "accepted",
                "order": {
                    "version": row.version + 1,
                    "lines": [{"schedules": [{"promisedDate": "2026-12-15"}]}],
                },
            },
            "errors": [],
        }
        assert OrderChange.objects.get().status == "accepted"


def test_an_answer_with_its_refusal(unit, suppliers):
    with unit.scope():
        row = issued_order(unit, suppliers[0], bought("10", requested_date=D1))
        line = {"lineId": f"PurchaseOrderLine_{lines(row)[0].id}", "answer": "split"}
        parts = [
            {"quantity": "4", "promisedDate": "2026-12-01"},
            {"quantity": "5", "promisedDate": "2026-12-15"},
        ]
        given = {"orderId": f"PurchaseOrder_{row.id}", "version": row.version}
        actor = contact(unit, suppliers[0])
        answer_ = data(actor, SEND, {"input": {**given, "lines": [{**line, "schedules": parts}]}})
        assert answer_["orderConfirmationSend"]["errors"][0]["field"] == "lines.0.schedules"
        parts[1]["quantity"] = "6"
        answer_ = data(actor, SEND, {"input": {**given, "lines": [{**line, "schedules": parts}]}})
        assert answer_["orderConfirmationSend"]["confirmation"] == {
            "number": "OC-2026-000001", "status": "pending", "response": "conditional",
        }  # fmt: skip
