"""What may be read of exports and closures."""

import uuid

from django.db.models import QuerySet

from tenants.departure.models import Closure, GroupExport
from tenants.kernel.actor import Actor
from tenants.runtime.scope import PLATFORM, unit_of_work


def group_exports_visible_to(actor: Actor) -> QuerySet[GroupExport]:
    """This will give the exports of the actor's group."""
    return GroupExport.objects.filter(group_id=actor.group_id)


def closures_visible_to(actor: Actor) -> QuerySet[Closure]:
    """This will give the closures of the actor's group."""
    return Closure.objects.filter(group_id=actor.group_id)


def proof_of(closure_id: uuid.UUID) -> tuple[str, str] | None:
    """This will give the proof of a deletion and its signature to whoever knows its number; None without one."""
    with unit_of_work(PLATFORM):
        return (
            Closure.objects.filter(id=closure_id, status="deleted").values_list("proof", "signature").first()
        )
