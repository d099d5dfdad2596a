"""Forgets people who belong nowhere any more."""

import uuid
from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from tenants.accounts.models import Membership, Person


def people_forget(*, person_ids: Iterable[uuid.UUID]) -> int:
    """This will delete those of the people who have no membership left, with their log-ins; in the accounts scope.

    Part of the deletion of a group; no door leads to it. Gives how many.
    """
    member = Membership.objects.filter(person_id=OuterRef("id"))
    gone = Person.objects.filter(id__in=list(person_ids)).filter(~Exists(member))
    count = gone.count()
    gone.delete()
    return count
