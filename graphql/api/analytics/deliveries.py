"""Deliveries in time by unit, supplier, item and month."""

from datetime import date
from typing import Any

from graphene import ID, Argument, Enum, Field, Int, List, NonNull, ObjectType, String

from api.analytics.periods import id_of_key, keys_of, only, period
from api.guarded import guarded
from api.scalars import Date, DateTime, Decimal
from commerce.analytics.deliveries import Deliveries as Summed
from commerce.analytics.deliveries import DeliveryFilter, DeliveryRow, deliveries


class DeliveryDimension(Enum):
    """What deliveries are summed up by."""

    UNIT = "unit"
    SUPPLIER = "supplier"
    ITEM = "item"
    MONTH = "month"

    @property
    def description(self) -> str:
        """The meaning of one value."""
        return {
            "unit": "By business unit.",
            "supplier": "By supplier.",
            "item": "By item.",
            "month": "By the month the goods came in.",
        }[str(self.value)]


class DeliveryKey(ObjectType):
    """What a row is about in one dimension."""

    id = ID(description="The unit, supplier or item; none for a month and for lines without an item.")
    month = Date(description="The month's first day, in the dimension of months.")
    code = String(required=True, description="The unit's or item's code; empty otherwise.")
    name_en = String(required=True, description="The name in English; empty for a month.")
    name_zh = String(required=True, description="The name in Chinese; empty for a month.")


class DeliverySum(ObjectType):
    """Deliveries summed up; shares weigh by quantity."""

    keys = List(NonNull(DeliveryKey), required=True, description="In the order of the dimensions asked for.")
    due_quantity = Decimal(required=True, description="How much came that had a due day.")
    in_time_quantity = Decimal(required=True, description="How much of it came by that day.")
    in_time_percent = Decimal(description="Its share; none when nothing had a due day.")
    accepted_percent = Decimal(required=True, description="The share of everything that was not rejected.")
    lines = Int(required=True, description="How many deliveries of order lines it is from.")


class Deliveries(ObjectType):
    """Deliveries in time, from sums that are seconds old."""

    total = Field(DeliverySum, description="All together; none without deliveries.")
    rows = List(
        NonNull(DeliverySum),
        required=True,
        description="At most 500, those with the most lines first; months alone in their order.",
    )
    refreshed_at = DateTime(description="When the newest of these sums was made.")


@guarded("analytics.delivery.read")
def _resolve(
    root: Any,
    info: Any,
    by: list[Any],
    since: date,
    until: date,
    unit_ids: list[str] | None = None,
    supplier_ids: list[str] | None = None,
    item_ids: list[str] | None = None,
) -> dict[str, Any]:
    dimensions = list(dict.fromkeys(getattr(each, "value", each) for each in by))
    of = DeliveryFilter(
        since,
        until,
        keys_of(unit_ids, "Unit", "unitIds"),
        keys_of(supplier_ids, "Supplier", "supplierIds"),
        keys_of(item_ids, "Item", "itemIds"),
    )
    return _shown(deliveries(actor=info.context.actor, by=dimensions, of=of), dimensions)


def _shown(found: Summed, dimensions: list[str]) -> dict[str, Any]:
    return {
        "total": None if found.total is None else _row(found.total, []),
        "rows": [_row(row, dimensions) for row in found.rows],
        "refreshed_at": found.refreshed_at,
    }


def _row(row: DeliveryRow, dimensions: list[str]) -> dict[str, Any]:
    return {
        "keys": [
            {
                "id": id_of_key(by, key),
                "month": key if by == "month" else None,
                "code": name[0],
                "name_en": name[1],
                "name_zh": name[2],
            }
            for by, key, name in zip(dimensions, row.keys, row.names, strict=True)
        ],
        "due_quantity": row.due_quantity,
        "in_time_quantity": row.in_time_quantity,
        "in_time_percent": row.in_time_percent,
        "accepted_percent": row.accepted_percent,
        "lines": row.lines,
    }


def deliveries_field() -> Field:
    """This will make the root field of deliveries in time."""
    return Field(
        NonNull(Deliveries),
        by=Argument(NonNull(List(NonNull(DeliveryDimension))), description="What to sum up by, one or more."),
        **period(),
        unit_ids=only("Of these units alone."),
        supplier_ids=only("Of these suppliers alone."),
        item_ids=only("Of these items alone."),
        resolver=_resolve,
        description="Deliveries against their due days, by the month the goods came in.",
    )
