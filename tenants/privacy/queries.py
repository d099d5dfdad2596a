"""What may be read of requests of people."""

import uuid

from django.db.models import QuerySet

from tenants.kernel.actor import Actor
from tenants.privacy.models import PersonRequest


def person_requests_visible_to(actor: Actor) -> QuerySet[PersonRequest]:
    """This will give the requests to the actor's group."""
    return PersonRequest.objects.filter(group_id=actor.group_id)


def own_requests(person_id: uuid.UUID) -> list[PersonRequest]:
    """This will give a person's own requests, the newest first; in the accounts scope."""
    return list(PersonRequest.objects.filter(person_id=person_id).order_by("-requested_at"))
