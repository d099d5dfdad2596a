"""To whom the platform writes about a group or a unit."""

import uuid
from typing import NamedTuple

from tenants.accounts.models import Membership, Person
from tenants.runtime.scope import ACCOUNTS, unit_of_work


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
    asked = rows.filter(person_id=person_id) if person_id is not None else rows.none()
    for found in (asked, rows.filter(role=admin)):
        known = found.order_by("created_at").values_list("person_id", "email").first()
        if known is not None:
            return Recipient(*known)
    return None


def people_of_group(*, group_id: uuid.UUID) -> list[tuple[str, str, str, str]]:
    """This will give the people who are members of a group or its units: id, address, name, language."""
    with unit_of_work(ACCOUNTS):
        members = Membership.objects.filter(group_id=group_id).values("person_id")
        rows = Person.objects.filter(id__in=members).order_by("id")
        return [
            (str(person_id), email, name, locale)
            for person_id, email, name, locale in rows.values_list("id", "email", "display_name", "locale")
        ]
