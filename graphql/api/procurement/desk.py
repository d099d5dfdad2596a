"""The desk: what is to do today."""

from typing import Any

import graphene

from api.guarded import guarded
from api.permissions import SIGNED_IN
from api.reads.cursor import count_each
from commerce.procurement.desk import desk


class Work(graphene.ObjectType):
    """One kind of thing to do."""

    code = graphene.String(
        required=True,
        description="approvals, requisitions_to_order, orders_to_issue, orders_unconfirmed, "
        "orders_conditional, deliveries_late, receipts_to_inspect or invoice_exceptions.",
    )
    count = graphene.Int(required=True, description="How many wait.")


@guarded(SIGNED_IN)
def _desk(root: Any, info: Any) -> Any:
    actor = info.context.actor
    found = desk(actor=actor)
    numbers = count_each(actor, [rows for _, rows in found])
    return [{"code": code, "count": number} for (code, _), number in zip(found, numbers, strict=True)]


def desk_field() -> graphene.Field:
    """This will make the root field of the desk."""
    return graphene.Field(
        graphene.NonNull(graphene.List(graphene.NonNull(Work))),
        resolver=_desk,
        description="What waits for the caller here; what the caller may not do is left out.",
    )
