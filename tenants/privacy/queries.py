"""What may be read of requests of people and of transfers of personal data."""

import uuid
from datetime import date

from django.db.models import QuerySet

from tenants.kernel.actor import Actor
from tenants.privacy.models import PersonRequest, Transfer


def person_requests_visible_to(actor: Actor) -> QuerySet[PersonRequest]:
    """This will give the requests to the actor's group."""
    return PersonRequest.objects.filter(group_id=actor.group_id)


def own_requests(person_id: uuid.UUID) -> list[PersonRequest]:
    """This will give a person's own requests, the newest first; in the accounts scope."""
    return list(PersonRequest.objects.filter(person_id=person_id).order_by("-requested_at"))


def transfers_visible_to(actor: Actor) -> QuerySet[Transfer]:
    """This will give the transfers on the record of the actor's group."""
    return Transfer.objects.filter(group_id=actor.group_id)


def fields_that_may_go(*, group_id: uuid.UUID, host: str, country: str, day: date) -> frozenset[str]:
    """This will give the personal fields that may go to a recipient on a day; none without a transfer in force.

    In the scope of the group or one of its units.
    """
    in_force = Transfer.objects.filter(
        group_id=group_id, host=host.lower(), country=country, from_date__lte=day, until_date__gte=day,
        ended_at__isnull=True,
    )  # fmt: skip
    return frozenset(name for fields in in_force.values_list("fields", flat=True) for name in fields)
