"""The database refuses what the state tables refuse."""

import itertools
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from commerce.procurement.migrations import __name__ as migrations_package
from commerce.procurement.models import PoLine, PurchaseOrder, Requisition
from commerce.procurement.states import CHANGE, CONFIRMATION, ORDER, REQUISITION, SHIP_NOTICE
from tests.support.world import fixed_id


def make_order(**fields):
    values = {"number": "PO-1", "supplier_org_gid": fixed_id(1), "supplier_name": "S", "buyer_key": "k"}
    order = PurchaseOrder(currency="CNY", content_hash="h", approved_hash="h", **{**values, **fields})
    PurchaseOrder.objects.bulk_create([order])
    return order


def moves_of(name: str, migration: str = "0002_guards") -> set[str]:
    from importlib import import_module

    return set(getattr(import_module(f"{migrations_package}.{migration}"), name))


def edges(machine) -> set[str]:
    return {f"{state}>{target}" for state, targets in machine.moves.items() for target in targets}


def test_the_triggers_know_the_same_moves_as_the_tables():
    assert moves_of("ORDER_MOVES") == edges(ORDER)
    assert moves_of("REQUISITION_MOVES") == edges(REQUISITION)
    assert moves_of("CHANGE_MOVES", "0005_collaboration_guards") == edges(CHANGE)
    assert moves_of("CONFIRMATION_MOVES", "0005_collaboration_guards") == edges(CONFIRMATION)
    assert moves_of("NOTICE_MOVES", "0005_collaboration_guards") == edges(SHIP_NOTICE)


def test_an_illegal_move_of_a_requisition_is_refused_by_the_database(world):
    with world.a1.scope():
        row = Requisition(number="PR-1", requester_key="k", currency="CNY")
        Requisition.objects.bulk_create([row])
        for target in set(REQUISITION.states) - REQUISITION.moves["draft"] - {"draft"}:
            with pytest.raises(IntegrityError, match="may not move from draft"), transaction.atomic():
                Requisition.objects.filter(id=row.id).update(status=target)
        assert Requisition.objects.get().status == "draft"


def test_every_illegal_move_of_an_order_is_refused_by_the_database(world):
    with world.a1.scope():
        for number, state in enumerate(("draft", "approved", "closed", "short_closed", "cancelled")):
            order = make_order(number=f"PO-{number}", status=state, origin="import", approval_basis="import")
            for target in set(ORDER.states) - ORDER.moves[state] - {state}:
                with pytest.raises(IntegrityError, match=f"may not move from {state}"), transaction.atomic():
                    PurchaseOrder.objects.filter(id=order.id).update(status=target)
            assert PurchaseOrder.objects.get(id=order.id).status == state


@pytest.mark.parametrize("status", [s for s in ORDER.states if s != "draft"])
def test_an_order_begins_as_a_draft(world, status):
    with world.a1.scope():
        with pytest.raises(IntegrityError, match="may not begin as"), transaction.atomic():
            make_order(status=status, approval_basis="run", issued_at="2026-03-02T09:00Z")
        assert PurchaseOrder.objects.count() == 0


def test_an_order_is_not_approved_for_other_content(world):
    with world.a1.scope():
        order = make_order()
        for basis, approved in itertools.product(("", "run"), ("other", "h")):
            if (basis, approved) == ("run", "h"):
                continue
            with pytest.raises(IntegrityError, match="order_approved_as_it_stands"), transaction.atomic():
                PurchaseOrder.objects.filter(id=order.id).update(
                    status="approved", approval_basis=basis, approved_hash=approved
                )
        assert PurchaseOrder.objects.get().status == "draft"


def test_lines_of_an_approved_order_are_frozen(world):
    with world.a1.scope():
        order = make_order()
        line = dict(description="d", quantity=1, unit="C62", unit_price=1, line_extension_amount=1)
        PoLine.objects.bulk_create([PoLine(order=order, line_no=1, **line)])
        PurchaseOrder.objects.filter(id=order.id).update(status="approved", approval_basis="run")
        with pytest.raises(IntegrityError, match="in draft only"), transaction.atomic():
            PoLine.objects.update(unit_price=Decimal("0.01"))
        with pytest.raises(IntegrityError, match="in draft only"), transaction.atomic():
            PoLine.objects.bulk_create([PoLine(order=order, line_no=2, **line)])
        with pytest.raises(IntegrityError, match="in draft only"), transaction.atomic():
            PoLine.objects.filter(order=order)._raw_delete("default")
        assert [(p.line_no, p.unit_price) for p in PoLine.objects.all()] == [(1, Decimal("1"))]


@pytest.mark.parametrize(
    ("field", "value"),
    [("quantity", "0"), ("quantity", "-1"), ("quantity", "NaN"), ("unit_price", "-0.000001"),
     ("unit_price", "NaN"), ("tax_rate", "100.0001"), ("line_extension_amount", "-1")],
)  # fmt: skip
def test_figures_out_of_range_are_refused_by_the_database(world, field, value):
    from django.db import connection
    from psycopg import sql

    with world.a1.scope():
        order = make_order()
        line = dict(description="d", quantity=1, unit="C62", unit_price=1, line_extension_amount=1)
        PoLine.objects.bulk_create([PoLine(order=order, line_no=1, **line)])
        statement = sql.SQL("UPDATE procurement_order_line SET {} = %s::numeric").format(
            sql.Identifier(field)
        )
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, [value])
        assert PoLine.objects.filter(quantity=1, unit_price=1, line_extension_amount=1).count() == 1
