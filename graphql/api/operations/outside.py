"""The systems outside as the operator sees them: which are called, which are left alone for a while."""

from typing import Any

import graphene
from graphene import Int, List, NonNull, String

from api.guarded import guarded
from api.scalars import DateTime
from tenants.runtime import outside

WORST = ("open", "trying", "closed")


class OutsideKind(graphene.ObjectType):
    """One kind of system; those of customers are counted, not named."""

    kind = String(required=True, description="clamd, dnb, mail, sap, stripe or webhook.")
    state = String(
        required=True,
        description="closed: called as usual; trying: one call tries it; open: not called for a while.",
    )
    troubled = Int(
        required=True, description="How many systems of the kind failed lately and were not well since."
    )
    failures = Int(required=True, description="The most failures in a row.")
    why = String(required=True, description="What the last failure was; empty for none.")
    failed_at = DateTime(description="When the last failure was.")
    tried_again_at = DateTime(description="When a system left alone is tried again.")


def _told(kind: str, found: list[outside.State]) -> dict[str, Any]:
    troubled = [state for state in found if state.failures]
    last = max(
        troubled, key=lambda state: state.failed_at.timestamp() if state.failed_at else 0, default=None
    )
    return {
        "kind": kind,
        "state": min((state.state for state in found), key=WORST.index),
        "troubled": len(troubled),
        "failures": max((state.failures for state in found), default=0),
        "why": last.why if last else "",
        "failed_at": last.failed_at if last else None,
        "tried_again_at": max((s.tried_again_at for s in found if s.tried_again_at), default=None),
    }


@guarded("operations.console.read")
def _systems(root: Any, info: Any) -> list[dict[str, Any]]:
    states = outside.states()
    return [_told(kind, [state for state in states if state.kind == kind]) for kind in outside.KINDS]


def outside_field() -> graphene.Field:
    """This will declare the root field."""
    return graphene.Field(
        NonNull(List(NonNull(OutsideKind))),
        resolver=_systems,
        description="How systems outside stand, by kind.",
    )
