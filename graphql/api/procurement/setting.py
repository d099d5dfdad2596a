"""How purchasing works in the unit: its currency and its choices."""

from typing import Any

import graphene

from api.guarded import guarded
from api.permissions import SIGNED_IN
from api.scalars import Decimal
from commerce.procurement.queries import setting
from commerce.procurement.unit import this_unit


class PurchasingSetting(graphene.ObjectType):
    """What new documents begin with, when an order needs an approval of its own, and how much may differ."""

    currency = graphene.String(required=True, description="The unit's own currency (ISO 4217).")
    requisition_covers_order = graphene.Boolean(
        required=True,
        description="Whether an order within its requisition's approved amounts needs no second approval.",
    )
    over_approved_percent = Decimal(
        required=True, description="By how many per cent it may exceed them, from 0 to 100."
    )
    over_delivery_percent = Decimal(
        required=True, description="By how many per cent more than ordered may be received."
    )
    under_delivery_percent = Decimal(
        required=True, description="By how many per cent less a line still counts as received in full."
    )
    match_way = graphene.String(
        required=True, description="two_way (order and invoice) or three_way (with what was accepted)."
    )
    match_price_percent = Decimal(required=True, description="By how many per cent a price may differ.")
    match_price_amount = Decimal(
        required=True, description="Or by how much, in the document's currency, whichever is larger."
    )
    match_quantity_percent = Decimal(required=True, description="By how many per cent a quantity may differ.")
    match_tax_amount = Decimal(required=True, description="By how much the tax may differ.")
    match_total_percent = Decimal(required=True, description="By how many per cent a total may differ.")
    match_total_amount = Decimal(required=True, description="Or by how much, whichever is larger.")
    payment_days = graphene.Int(required=True, description="Days to pay in, where nothing else was agreed.")
    closed_until_date = graphene.Date(
        description="Books are closed up to and including this day: goods neither come nor go on such a day."
    )
    version = graphene.Int(required=True, description="Grows with each change.")


@guarded(SIGNED_IN)
def _resolve(root: Any, info: Any) -> dict[str, Any]:
    choices = setting()
    own = {name: getattr(choices, name) for name in PurchasingSetting._meta.fields if name != "currency"}
    return {"currency": this_unit().currency, **own}


def purchasing_setting() -> graphene.Field:
    """This will make the root field of the setting."""
    return graphene.Field(
        graphene.NonNull(PurchasingSetting),
        resolver=_resolve,
        description="How purchasing works in this unit.",
    )
