"""The documents behind a figure of deliveries or purchase cycles."""

from typing import Any

import graphene

from api.guarded import guarded
from api.ids import key_of, to_global_id
from api.scalars import Date, Decimal
from commerce.procurement.insight.documents import cycle_documents, delivery_documents
from tenants.kernel.errors import NotFound


class DeliveryDocument(graphene.ObjectType):
    """One delivery of one order line."""

    receipt_id = graphene.ID(description="The receipt; none for history that came with an import.")
    receipt_number = graphene.String(description="The receipt's number.")
    order_id = graphene.ID(required=True, description="The order.")
    order_number = graphene.String(required=True, description="The order's number.")
    description = graphene.String(required=True, description="What was ordered.")
    due_date = Date(description="When it was due: as promised, otherwise as asked for.")
    received_date = Date(required=True, description="When it came.")
    quantity = Decimal(required=True, description="How much came, in the line's unit.")
    unit = graphene.String(required=True, description="The line's unit of measure.")
    in_time = graphene.Boolean(description="Whether it came by the due day; none without one.")


class CycleDocument(graphene.ObjectType):
    """One line of a requisition whose first goods have come."""

    requisition_id = graphene.ID(required=True, description="The requisition.")
    number = graphene.String(required=True, description="The requisition's number.")
    title = graphene.String(required=True, description="Its title.")
    description = graphene.String(required=True, description="What was asked for.")
    submitted_date = Date(required=True, description="When it was submitted.")
    received_date = Date(required=True, description="When the first goods came.")
    days = graphene.Int(required=True, description="How many days lie between.")


def _key(value: str | None, of: str, field: str) -> Any:
    if value is None:
        return None
    key = key_of(value, of)
    if key is None:
        raise NotFound(field=field)
    return key


@guarded("procurement.receipt.read")
def _deliveries(
    root: Any, info: Any, start: Any, end: Any, supplier_id: Any = None, item_id: Any = None
) -> Any:
    rows = delivery_documents(
        actor=info.context.actor,
        start=start,
        end=end,
        supplier_org_id=_key(supplier_id, "Supplier", "supplierId"),
        item_id=_key(item_id, "Item", "itemId"),
    )
    return [
        {
            "receipt_id": to_global_id("GoodsReceipt", row.receipt_id) if row.receipt_id else None,
            "receipt_number": row.receipt_number,
            "order_id": to_global_id("PurchaseOrder", row.order_id),
            "order_number": row.order_number,
            "description": row.description,
            "due_date": row.due_date,
            "received_date": row.received_date,
            "quantity": row.quantity,
            "unit": row.unit,
            "in_time": row.in_time,
        }
        for row in rows
    ]


@guarded("procurement.requisition.read_all")
def _cycles(root: Any, info: Any, start: Any, end: Any, category_id: Any = None) -> Any:
    rows = cycle_documents(
        actor=info.context.actor,
        start=start,
        end=end,
        category_id=_key(category_id, "Category", "categoryId"),
    )
    return [
        {
            "requisition_id": to_global_id("Requisition", row.requisition_id),
            "number": row.number,
            "title": row.title,
            "description": row.description,
            "submitted_date": row.submitted_date,
            "received_date": row.received_date,
            "days": row.days,
        }
        for row in rows
    ]


def _list_of(type_: Any) -> Any:
    return graphene.NonNull(graphene.List(graphene.NonNull(type_)))


def _period() -> dict[str, Any]:
    return {
        "start": graphene.Argument(Date, required=True, description="The first day."),
        "end": graphene.Argument(Date, required=True, description="The day after the last."),
    }


def delivery_documents_field() -> graphene.Field:
    """This will make the root field of the deliveries behind a share."""
    return graphene.Field(
        _list_of(DeliveryDocument),
        resolver=_deliveries,
        args={
            **_period(),
            "supplier_id": graphene.Argument(graphene.ID, description="One supplier alone."),
            "item_id": graphene.Argument(graphene.ID, description="One item alone."),
        },
        description="At most 200 deliveries, the latest against their due day first.",
    )


def cycle_documents_field() -> graphene.Field:
    """This will make the root field of the requisitions behind a cycle time."""
    return graphene.Field(
        _list_of(CycleDocument),
        resolver=_cycles,
        args={**_period(), "category_id": graphene.Argument(graphene.ID, description="One category alone.")},
        description="At most 200 requisition lines, the slowest first.",
    )
