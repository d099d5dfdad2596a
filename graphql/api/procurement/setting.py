"""How purchasing works in the unit: its currency and its choices."""

from typing import Any

import graphene

from api.guarded import guarded
from api.permissions import SIGNED_IN
from api.scalars import Decimal
from commerce.procurement.queries import setting
from commerce.procurement.unit import this_unit


class PurchasingSetting(graphene.ObjectType):
    """What new documents begin with, and when an order needs an approval of its own."""

    currency = graphene.String(required=True, description="The unit's own currency (ISO 4217).")
    requisition_covers_order = graphene.Boolean(
        required=True,
        description="Whether an order within its requisition's approved amounts needs no second approval.",
    )
    over_approved_percent = Decimal(
        required=True, description="By how many per cent it may exceed them, from 0 to 100."
    )


@guarded(SIGNED_IN)
def _resolve(root: Any, info: Any) -> dict[str, Any]:
    choices = setting()
    return {
        "currency": this_unit().currency,
        "requisition_covers_order": choices.requisition_covers_order,
        "over_approved_percent": choices.over_approved_percent,
    }


def purchasing_setting() -> graphene.Field:
    """This will make the root field of the setting."""
    return graphene.Field(
        graphene.NonNull(PurchasingSetting),
        resolver=_resolve,
        description="How purchasing works in this unit.",
    )
