"""The exchange index shows a supplier's documents across units, and a unit its own alone."""

import uuid
from datetime import timedelta
from functools import partial

from commerce.masterdata.handlers import _share_document, share_cancelled_order, share_issued_order
from commerce.masterdata.models import ExchangeDoc
from commerce.masterdata.queries import exchange_docs_visible_to
from tenants.kernel.ids import new_id
from tenants.runtime.events import Event, handlers_of
from tests.factories import masterdata as make
from tests.support.world import NOW


def event(kind, order, unit, supplier=None, version=2, at=NOW):
    payload = {"number": "PO-2026-000001", **({"supplier_org_id": str(supplier)} if supplier else {})}
    return Event(
        new_id(),
        f"procurement.order.{kind}",
        "order",
        order,
        version,
        payload,
        "person:x",
        at,
        unit.group.id,
        unit.id,
    )


def told(unit, handler, **values):
    with unit.scope():
        handler(event=event(unit=unit, **values), at=NOW)


def docs(unit, **fields):
    with unit.scope():
        rows = exchange_docs_visible_to(unit.actor(**fields))
        return list(rows.order_by("doc_number").values_list("doc_number", "state", "doc_version"))


def test_an_issued_order_is_listed_once_and_follows_its_state_in_order(world):
    supplier, order = make.supplier_org(world.a), uuid.uuid4()
    for _ in range(2):
        told(world.a1, share_issued_order, kind="issued", order=order, supplier=supplier)
    assert docs(world.a1) == [("PO-2026-000001", "issued", 2)]
    told(
        world.a1, share_cancelled_order, kind="cancelled", order=order, version=3, at=NOW + timedelta(days=1)
    )
    told(world.a1, share_issued_order, kind="issued", order=order, supplier=supplier)
    assert docs(world.a1) == [("PO-2026-000001", "cancelled", 3)]
    with world.a1.scope():
        assert ExchangeDoc.objects.get().changed_at == NOW + timedelta(days=1)


def test_an_order_that_was_never_issued_is_not_listed(world):
    told(world.a1, share_cancelled_order, kind="cancelled", order=uuid.uuid4())
    assert docs(world.a1) == []


def test_a_unit_sees_its_own_rows_hq_all_a_supplier_its_own_and_another_group_none(world):
    mine, other = make.supplier_org(world.a, "Mine"), make.supplier_org(world.a, "Other")
    for unit, supplier in ((world.a1, mine), (world.a2, mine), (world.a2, other)):
        told(unit, share_issued_order, kind="issued", order=uuid.uuid4(), supplier=supplier)
    assert (len(docs(world.a1)), len(docs(world.a2)), docs(world.b1)) == (1, 2, [])
    assert len(docs(world.a2, supplier_org_id=mine)) == 1
    with world.a2.scope():
        assert ExchangeDoc.objects.filter(unit_id=world.a1.id).count() == 0
    with world.a.scope():
        assert exchange_docs_visible_to(world.a.actor()).count() == 3
        assert exchange_docs_visible_to(world.a.actor(supplier_org_id=mine)).count() == 2


def negotiated(unit, supplier, order, kind, key, version, state, awaits, **order_words):
    """This will tell the index of a step between buyer and supplier."""
    payload = {
        "number": "PC-1", "supplier_org_id": str(supplier), "order_id": str(order), "state": state,
        "awaits": awaits, "order_number": "PO-2026-000001", "order_state": "issued", "order_awaits": "",
        "order_version": 3, **order_words,
    }  # fmt: skip
    made = Event(
        new_id(), f"procurement.{kind}", "order_change", key, version, payload, "person:x", NOW,
        unit.group.id, unit.id,
    )  # fmt: skip
    with unit.scope():
        for handler in handlers_of(f"procurement.{kind}").values():
            if handler.function is _share_document:
                handler.function(event=made, at=NOW)


def shown(unit):
    with unit.scope():
        rows = ExchangeDoc.objects.order_by("doc_number")
        return list(rows.values_list("doc_number", "state", "awaits"))


def test_documents_about_an_order_are_listed_and_move_its_entry(world):
    supplier, order, change = make.supplier_org(world.a), uuid.uuid4(), uuid.uuid4()
    told(world.a1, share_issued_order, kind="issued", order=order, supplier=supplier)
    step = partial(negotiated, world.a1, supplier, order)
    step("order_change.proposed", change, 2, "proposed", "supplier", order_awaits="supplier")
    assert shown(world.a1) == [("PC-1", "proposed", "supplier"), ("PO-2026-000001", "issued", "supplier")]
    step("order_change.accepted", change, 3, "accepted", "", order_version=4, order_state="accepted")
    step("order_change.proposed", change, 2, "proposed", "supplier")
    assert shown(world.a1) == [("PC-1", "accepted", ""), ("PO-2026-000001", "accepted", "")]


def test_an_order_answered_before_its_issue_is_told_of_waits_for_nobody(world):
    supplier, order = make.supplier_org(world.a), uuid.uuid4()
    negotiated(
        world.a1, supplier, order, "order_change.accepted", uuid.uuid4(), 3, "accepted", "",
        order_version=4, order_state="accepted",
    )  # fmt: skip
    told(world.a1, share_issued_order, kind="issued", order=order, supplier=supplier)
    assert shown(world.a1) == [("PC-1", "accepted", ""), ("PO-2026-000001", "accepted", "")]
