"""Figures of purchasing: deliveries in time per supplier, item and month; how long buying takes."""

from typing import Any

import graphene

from api.guarded import guarded
from api.ids import key_of, to_global_id
from api.scalars import Date, Decimal
from commerce.procurement.insight.queries import deliveries_in_time, purchase_cycle
from tenants.kernel.errors import NotFound


class DeliveryInTime(graphene.ObjectType):
    """A supplier's deliveries of one item in one month; shares weigh by quantity."""

    supplier_id = graphene.ID(required=True, description="The supplier.")
    item_id = graphene.ID(description="The item, unless it is free text.")
    month = Date(required=True, description="The first day of the month the goods came in.")
    quantity = Decimal(required=True, description="How much came, in the item's unit.")
    in_time_quantity = Decimal(required=True, description="How much of it came by the due day.")
    in_time_percent = Decimal(description="The share that came in time of what had a due day.")
    accepted_percent = Decimal(required=True, description="The share that was not rejected.")
    receipt_lines = graphene.Int(required=True, description="How many receipt lines it is from.")


class PurchaseCycle(graphene.ObjectType):
    """Days from the submission of requisition lines to their first goods."""

    category_id = graphene.ID(description="The category; none for uncategorised lines and for the total.")
    is_total = graphene.Boolean(required=True, description="Whether it is all categories together.")
    lines = graphene.Int(required=True, description="How many requisition lines it is from.")
    mean_days = Decimal(required=True, description="The mean.")
    median_days = Decimal(required=True, description="Half took no longer.")
    p90_days = Decimal(required=True, description="Nine of ten took no longer.")


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
    rows = deliveries_in_time(
        actor=info.context.actor,
        start=start,
        end=end,
        supplier_org_id=_key(supplier_id, "Supplier", "supplierId"),
        item_id=_key(item_id, "Item", "itemId"),
    )
    return [
        {
            "supplier_id": to_global_id("Supplier", row.supplier_org_id),
            "item_id": to_global_id("Item", row.item_id) if row.item_id else None,
            "month": row.month,
            "quantity": row.quantity,
            "in_time_quantity": row.in_time_quantity,
            "in_time_percent": row.in_time_percent,
            "accepted_percent": row.accepted_percent,
            "receipt_lines": row.receipt_lines,
        }
        for row in rows
    ]


@guarded("procurement.requisition.read_all")
def _cycle(root: Any, info: Any, start: Any, end: Any) -> Any:
    return [
        {
            "category_id": to_global_id("Category", row.category_id) if row.category_id else None,
            "is_total": row.is_total,
            "lines": row.lines,
            "mean_days": row.mean_days,
            "median_days": row.median_days,
            "p90_days": row.p90_days,
        }
        for row in purchase_cycle(actor=info.context.actor, start=start, end=end)
    ]


def _list_of(type_: Any) -> Any:
    return graphene.NonNull(graphene.List(graphene.NonNull(type_)))


def _period() -> dict[str, Any]:
    return {
        "start": graphene.Argument(Date, required=True, description="The first day."),
        "end": graphene.Argument(Date, required=True, description="The day after the last."),
    }


def deliveries_field() -> graphene.Field:
    """This will make the root field of deliveries in time."""
    return graphene.Field(
        _list_of(DeliveryInTime),
        resolver=_deliveries,
        args={
            **_period(),
            "supplier_id": graphene.Argument(graphene.ID, description="One supplier alone."),
            "item_id": graphene.Argument(graphene.ID, description="One item alone."),
        },
        description="Deliveries per supplier, item and month, by the day the goods came in.",
    )


def cycle_field() -> graphene.Field:
    """This will make the root field of the purchase cycle."""
    return graphene.Field(
        _list_of(PurchaseCycle),
        resolver=_cycle,
        args=_period(),
        description="How long buying took: all together first, then per category.",
    )
