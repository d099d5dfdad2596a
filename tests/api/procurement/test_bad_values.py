"""Whatever value stands in an input of purchasing, the answer is a typed refusal, and a refusal changes nothing."""

import importlib
import pkgutil
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from graphql import GraphQLInputObjectType, GraphQLList, GraphQLNonNull, get_named_type

import api.procurement
from api.documents import documents_of
from api.execution import RequestContext, execute
from api.mutation import Mutation
from api.schema import unit_schema
from commerce.procurement.models import (
    GoodsReceipt,
    OrderConfirmation,
    ReceiptLine,
    RequisitionLine,
    ShipNotice,
)
from tenants.accounts.permissions import CATALOGUE
from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tests.contexts.approvals.support import join
from tests.contexts.procurement.collaborating import answer, confirmed, contact, noticed, proposed
from tests.contexts.procurement.invoicing_support import all_flows, charged, invoiced
from tests.contexts.procurement.mrp_support import source
from tests.contexts.procurement.receiving_support import came, po_lines, received
from tests.contexts.procurement.support import bought, issued_order, requisition, with_role
from tests.contexts.procurement.test_payment_run import OTHER_IBAN, account, owed, propose
from tests.factories.masterdata import item, supplier_org
from tests.support.world import NOW

HOSTILE: dict[str, tuple[Any, ...]] = {
    "Decimal": ("-1", "0.0000000001", "1000000000000000000000000", "NaN", "0"),
    "String": ("\u0000", "parsec", "x" * 70_000, ""),
    "Int": (-1, 0, 2_147_483_647),
    "Date": ("0001-01-01", "9999-12-31", "2026-02-30", ""),
    "DateTime": ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "x"),
    "ID": ("", "x", "PurchaseOrder_", "PurchaseOrder_nonsense", f"Nothing_{new_id()}"),
}
FINE = {"Decimal": "1", "String": "C62", "Int": 1, "Date": "2026-12-01", "DateTime": "2026-12-01T08:00:00Z",
        "Boolean": True, "JSON": {}}  # fmt: skip


@pytest.fixture
def place(world):
    """A unit with one of everything, and the ids of what there is by type."""
    unit = world.a1
    join(unit, p1="requester", p2="approver", p4="finance", p5="buyer")
    supplier = supplier_org(world.a, "First Ltd", tax_id="DE1")
    demand, sku = source(unit), item(world.a, "SKU-1")
    with unit.scope():
        all_flows()
        order = issued_order(unit, supplier, bought("10", "2.5"), bought("4", "3"))
        (first, second) = po_lines(order)
        mine = contact(unit, supplier)
        confirmed(mine, order, answer(first), answer(second))
        noticed(mine, order, "1", "1")
        received(unit, order, came(first, "2"))
        invoice = invoiced(unit, order, "5.00", charged(first, "2", "2.5"))
        account(unit, number=OTHER_IBAN)
        account(unit, supplier)
        owed(unit, supplier, "10", number="R-9")
        run, _ = propose(unit)
        change = proposed(unit, issued_order(unit, supplier), quantity=Decimal(11))
        asked = requisition(unit)
        ids = {
            "Supplier": supplier, "PurchaseOrder": order.id, "PurchaseOrderLine": second.id,
            "OrderChange": change.id, "SupplierInvoice": invoice.id, "PaymentRun": run.id, "Requisition": asked.id,
            "RequisitionLine": RequisitionLine.objects.filter(requisition=asked).values_list("id", flat=True)[0],
            "OrderConfirmation": OrderConfirmation.objects.values_list("id", flat=True)[0],
            "ShipNotice": ShipNotice.objects.values_list("id", flat=True)[0], "MrpSource": demand,
            "GoodsReceipt": GoodsReceipt.objects.values_list("id", flat=True)[0],
            "ReceiptLine": ReceiptLine.objects.values_list("id", flat=True)[0],
            "Item": sku,
        }  # fmt: skip
    return unit, {name: f"{name}_{key}" for name, key in ids.items()}


def mutations() -> list[type[Mutation]]:
    """This will give every mutation of purchasing."""
    found = []
    for module in pkgutil.iter_modules(api.procurement.__path__):
        held = importlib.import_module(f"api.procurement.{module.name}")
        found += [
            each
            for each in getattr(held, "UNIT", ())
            if isinstance(each, type) and issubclass(each, Mutation)
        ]
    return list(dict.fromkeys(found))


def test_every_value_is_taken_or_refused_by_name(place):
    unit, ids = place
    codes: dict[str, set[str]] = {}
    wrong: list[tuple] = []
    actor = with_role(unit, "buyer", 5, proved_at=NOW)
    actor = Actor(
        kind="person", permissions=frozenset(code for code in CATALOGUE if code.startswith("procurement.")),
        person_id=actor.person_id, display_name="Everybody", group_id=unit.group.id, unit_id=unit.id, proved_at=NOW,
    )  # fmt: skip
    schema = unit_schema()
    fields = schema.mutation_type.fields
    with unit.scope():
        for each in mutations():
            name = each.__name__[0].lower() + each.__name__[1:]
            kind = fields[name].args["input"].type.of_type
            for label, given in _inputs(kind, ids):
                said = _say(schema, actor, name, kind, given)
                if said is None:
                    continue
                codes.setdefault(name, set()).add(said[0])
                if said[0] == "INTERNAL" or not said[1] or (said[0] == "INVALID" and not said[2]):
                    wrong.append((name, label, said))
    assert len(codes) >= 75
    assert wrong == []


def _inputs(kind: GraphQLInputObjectType, ids: dict[str, str]):
    """The input as it may be, and with one value after the other made hostile."""
    fine = _fine(kind, ids)
    yield "as it is", fine
    for path, leaf in _leaves(kind):
        for value in HOSTILE.get(leaf, ()):
            yield f"{'.'.join(path)} = {str(value)[:20]!r}", _with(fine, path, value, kind, ids)


def _fine(kind: GraphQLInputObjectType, ids: dict[str, str], *, whole: bool = False) -> dict[str, Any]:
    return {
        name: _value(field.type, name, ids)
        for name, field in kind.fields.items()
        if whole or isinstance(field.type, GraphQLNonNull)
    }


def _value(kind: Any, name: str, ids: dict[str, str]) -> Any:
    if isinstance(kind, GraphQLNonNull):
        return _value(kind.of_type, name, ids)
    if isinstance(kind, GraphQLList):
        return [_value(kind.of_type, name, ids)]
    if isinstance(kind, GraphQLInputObjectType):
        return _fine(kind, ids)
    if kind.name == "ID":
        return _id_for(name, ids)
    if hasattr(kind, "values"):
        return next(iter(kind.values))
    return FINE.get(kind.name, "1")


def _id_for(name: str, ids: dict[str, str]) -> str:
    """The unit's own of that kind, by the name of the field; else one of nowhere."""
    words = {
        "orderId": "PurchaseOrder", "orderLineId": "PurchaseOrderLine", "supplierOrgId": "Supplier",
        "invoiceId": "SupplierInvoice", "runId": "PaymentRun", "changeId": "OrderChange", "noticeId": "ShipNotice",
        "confirmationId": "OrderConfirmation", "sourceId": "MrpSource", "receiptId": "GoodsReceipt", "itemId": "Item",
        "requisitionId": "Requisition", "receiptLineId": "ReceiptLine", "lineId": "PurchaseOrderLine",
    }  # fmt: skip
    return ids.get(words.get(name, ""), f"{name[:-2].title()}_{new_id()}")


def _leaves(kind: GraphQLInputObjectType, path: tuple[str, ...] = ()):
    for name, field in kind.fields.items():
        inner = get_named_type(field.type)
        if isinstance(inner, GraphQLInputObjectType):
            yield from _leaves(inner, (*path, name))
        else:
            yield (*path, name), inner.name


def _with(
    fine: dict[str, Any], path: tuple[str, ...], value: Any, kind: Any, ids: dict[str, str]
) -> dict[str, Any]:
    name, *rest = path
    field = kind.fields[name].type
    is_list = isinstance(field.of_type if isinstance(field, GraphQLNonNull) else field, GraphQLList)
    if not rest:
        return {**fine, name: [value] if is_list else value}
    inner = get_named_type(field)
    below = fine.get(name)
    below = (below[0] if is_list and below else below) or _fine(inner, ids)
    changed = _with(below, tuple(rest), value, inner, ids)
    return {**fine, name: [changed] if is_list else changed}


def _say(
    schema: Any, actor: Actor, name: str, kind: Any, given: dict[str, Any]
) -> tuple[str, bool, str] | None:
    """Code, whether all is rolled back, and the field; None when it was done."""
    text = f"mutation($input: {kind.name}!) {{ {name}(input: $input) {{ errors {{ code message field }} }} }}"
    variables = {"input": given}
    with transaction.atomic():
        document = documents_of(schema).get(text, variables)
        context = RequestContext(actor=actor, at=NOW, text=text, variables=variables)
        outcome = execute(schema, document, context)
        transaction.set_rollback(True)
    if outcome.errors:
        told = outcome.errors[0].get("extensions", {})
        return str(told.get("code", "NO_CODE")), outcome.data is None, told.get("field") or ""
    found = (outcome.data or {}).get(name) or {}
    refusals = found.get("errors") or []
    return (refusals[0]["code"], outcome.roll_back, refusals[0]["field"] or "") if refusals else None
