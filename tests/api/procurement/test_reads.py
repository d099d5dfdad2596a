"""What each kind of reader sees of requisitions and orders, and how many statements it takes."""

from decimal import Decimal

import pytest

from api.reads.cursor import observed_statements
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from tests.api.procurement.support import ask, data
from tests.contexts.approvals.support import join
from tests.contexts.procurement.support import (
    approved,
    asked,
    bought,
    buyer,
    flows,
    issued_order,
    lines_of,
    order,
    requester,
    requisition,
    with_role,
)
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

ORDERS = """{ purchaseOrders(first: 50, orderBy: NUMBER_ASC) { totalCount edges { node {
  number status supplierName lines { lineNo description quantity unit schedules { promisedDate } }
} } } }"""
PRICES = "{ purchaseOrders(first: 5) { edges { node { number totalAmount payable { amount currency } } } } }"
REQUISITIONS = """{ requisitions(first: 50, orderBy: NUMBER_ASC) { edges { node {
  number requesterName total { amount currency } lines { openQuantity status }
} } } }"""
CHAIN = """{ requisitions(first: 5) { edges { node { number lines { lineNo status openQuantity
  orderLines { quantity order { number status } requisitionLine { lineNo } } } } } } }"""


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p5="buyer")
    with world.a1.scope():
        flows(automatic_orders=True)
    return world.a1


@pytest.fixture
def suppliers(world):
    return supplier_org(world.a, "First Ltd"), supplier_org(world.a, "Second Ltd")


def numbers(answer, root):
    return [edge["node"]["number"] for edge in answer[root]["edges"]]


def test_a_suppliers_contact_reads_its_own_placed_orders_alone(unit, suppliers):
    first, second = suppliers
    with unit.scope():
        order(unit, first)
        issued_order(unit, first)
        issued_order(unit, second)
        mine = with_role(unit, "supplier_contact", 9, supplier_org_id=first)
        assert numbers(data(mine, ORDERS), "purchaseOrders") == ["PO-2026-000002"]
        assert data(mine, PRICES)["purchaseOrders"]["edges"][0]["node"]["payable"] == {
            "amount": "25.0000", "currency": "CNY",
        }  # fmt: skip
        refused = ask(mine, "{ purchaseOrders { edges { node { costCentre } } } }")
        assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"
        assert ask(mine, REQUISITIONS)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
        stranger = with_role(unit, "distributor_contact", 9, distributor_id=first)
        assert ask(stranger, ORDERS)["errors"][0]["extensions"]["code"] == "FORBIDDEN"


def test_prices_need_their_permission_in_fields_filters_and_orders(unit, suppliers):
    with unit.scope():
        issued_order(unit, suppliers[0])
        receiver = with_role(unit, "receiver", 6)
        assert len(numbers(data(receiver, ORDERS), "purchaseOrders")) == 1
        for text in (
            PRICES,
            "{ purchaseOrders(orderBy: TOTAL_AMOUNT_ASC) { edges { node { number } } } }",
            '{ purchaseOrders(filter: {totalAmount: {gte: "1"}}) { edges { node { number } } } }',
            "{ purchaseOrders { edges { node { lines { unitPrice } } } } }",
        ):
            answer = ask(receiver, text)
            assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
            assert answer["data"] is None or answer["data"]["purchaseOrders"] is None


def test_requesters_read_their_own_requisitions_unless_they_read_all(unit):
    with unit.scope():
        requisition(unit, person=1)
        requisition(unit, person=3)
        assert numbers(data(requester(unit, 1), REQUISITIONS), "requisitions") == ["PR-2026-000001"]
        assert numbers(data(requester(unit, 3), REQUISITIONS), "requisitions") == ["PR-2026-000002"]
        assert len(numbers(data(with_role(unit, "approver", 2), REQUISITIONS), "requisitions")) == 2


def test_nothing_of_another_unit_or_group_is_read(world, unit, suppliers):
    with unit.scope():
        issued_order(unit, suppliers[0])
        requisition(unit)
    for other in (world.a2, world.b1):
        with other.scope():
            actor = with_role(other, "unit_admin", 1)
            assert data(actor, ORDERS)["purchaseOrders"] == {"totalCount": 0, "edges": []}
            assert numbers(data(actor, REQUISITIONS), "requisitions") == []


def test_the_chain_from_requisition_to_order_is_read_both_ways(unit, suppliers):
    with unit.scope():
        row = approved(unit, asked("10", supplier_org_id=suppliers[0]))
        (line,) = lines_of(row)
        requisition_order(
            actor=buyer(unit), at=NOW, requisition_id=row.id, version=row.version,
            lines=[LineToOrder(line.id, quantity=Decimal(4))],
        )  # fmt: skip
        (edge,) = data(buyer(unit), CHAIN)["requisitions"]["edges"]
    assert edge["node"] == {
        "number": "PR-2026-000001",
        "lines": [
            {
                "lineNo": 1, "status": "part", "openQuantity": "6.000000",
                "orderLines": [{"quantity": "4.000000", "order": {"number": "PO-2026-000001", "status": "draft"},
                                "requisitionLine": {"lineNo": 1}}],
            }
        ],
    }  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(ORDERS, 4), (REQUISITIONS, 2), (CHAIN, 5)])
def test_the_number_of_statements_does_not_grow_with_the_rows(unit, suppliers, text, expected):
    with unit.scope():
        counts = []
        for _ in range(2):
            for _ in range(3):
                row = approved(unit, asked("10", supplier_org_id=suppliers[0]), asked("3"))
                issued_order(unit, suppliers[0], bought(), bought("3", "1"))
                requisition_order(
                    actor=buyer(unit), at=NOW, requisition_id=row.id, version=row.version,
                    lines=[LineToOrder(lines_of(row)[0].id)],
                )  # fmt: skip
            with observed_statements() as statements:
                data(buyer(unit), text)
            counts.append(len(statements))
    assert counts == [expected, expected]
