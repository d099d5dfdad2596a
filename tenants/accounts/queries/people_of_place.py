"""To whom the platform writes about a group or a unit."""

import uuid
from typing import NamedTuple

from tenants.accounts.models import Membership


class Recipient(NamedTuple):
    """A person with the address that the place knows."""

    person_id: uuid.UUID
    email: str


def address_in_place(
    *, person_id: uuid.UUID | None, group_id: uuid.UUID, unit_id: uuid.UUID | None
) -> Recipient | None:
    """This will give a person's address while they are a member there, otherwise that of an administrator.

    In the scope of the group or the unit; None when there is nobody.
    """
    kind, admin = ("group", "hq_admin") if unit_id is None else ("unit", "unit_admin")
    rows = Membership.objects.filter(group_id=group_id, unit_id=unit_id, kind=kind)
    for found in (rows.filter(person_id=person_id), rows.filter(role=admin)):
        known = found.order_by("created_at").values_list("person_id", "email").first()
        if known is not None:
            return Recipient(*known)
    return None
