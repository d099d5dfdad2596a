"""Recommended lines for a requisition."""

from typing import Any

from graphene import ID, Argument, Field, Int, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.ids import to_global_id
from api.scalars import Date, Decimal, Money
from commerce.procurement.recommending.recommend import (
    LeftOut,
    Recommendations,
    RecommendedLine,
    requisition_recommend,
)


class RequisitionRecommendation(ObjectType):
    """A line the requester is likely to need, and why."""

    item_id = ID(required=True, description="The item.")
    sku = String(required=True, description="The item's SKU.")
    name = String(required=True, description="The item's name.")
    quantity = Decimal(required=True, description="The usual quantity.")
    unit = String(required=True, description="The unit of the quantity (UN/ECE Rec. 20).")
    last_price = Field(
        Money, description="The price of one unit in the latest order; none when never ordered."
    )
    supplier_id = ID(description="The supplier of the latest order that may be ordered from.")
    supplier_name = String(required=True, description="The supplier's name; empty when never ordered.")
    times = Int(required=True, description="How often the unit asked for it or bought it in two years.")
    own_times = Int(required=True, description="How often the caller, or the cost centre, asked for it.")
    last_date = Date(required=True, description="When that was last.")

    @staticmethod
    def resolve_item_id(line: RecommendedLine, info: Any) -> str:
        return to_global_id("Item", line.item_id)

    @staticmethod
    def resolve_supplier_id(line: RecommendedLine, info: Any) -> str | None:
        return to_global_id("Supplier", line.supplier_org_id) if line.supplier_org_id else None

    @staticmethod
    def resolve_last_price(line: RecommendedLine, info: Any) -> dict[str, Any] | None:
        return None if line.unit_price is None else {"amount": line.unit_price, "currency": line.currency}


class RequisitionLeftOut(ObjectType):
    """An item that is bought often and may not be recommended."""

    item_id = ID(required=True, description="The item.")
    sku = String(required=True, description="The item's SKU.")
    name = String(required=True, description="The item's name.")
    reason = String(required=True, description="item_archived or supplier_sanctioned.")

    @staticmethod
    def resolve_item_id(left_out: LeftOut, info: Any) -> str:
        return to_global_id("Item", left_out.item_id)


class RequisitionRecommendations(ObjectType):
    """What a new requisition is likely to hold, from two years of the unit's history."""

    lines = List(NonNull(RequisitionRecommendation), required=True, description="The likeliest first.")
    left_out = List(NonNull(RequisitionLeftOut), required=True, description="What was left out, and why.")


@guarded("procurement.requisition.create")
def _resolve(root: Any, info: Any, cost_centre: str = "", first: int = 20) -> Recommendations:
    context = info.context
    return requisition_recommend(actor=context.actor, cost_centre=cost_centre, first=first, at=context.at)


def requisition_recommendations() -> Field:
    """This will make the root field of the recommendations."""
    return Field(
        NonNull(RequisitionRecommendations),
        cost_centre=Argument(String, description="The requisition's cost centre; its history counts as own."),
        first=Argument(Int, default_value=20, description="How many lines, at most 50."),
        resolver=_resolve,
        description="Lines that a new requisition of the caller is likely to need.",
    )
