"""Gives a person what the platform keeps of them; the groups of the person have it in their trails."""

from datetime import datetime

from tenants.accounts.models import Membership, Person
from tenants.accounts.queries.personal import personal_data_of
from tenants.accounts.services.scopes import in_accounts
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime import audit


def person_export(
    *, actor: Actor, at: datetime, email: str, reason: str
) -> dict[str, list[dict[str, object]]]:
    """This will collect what is kept of a person, by table and without credentials.

    For operators (`manage person_export`), who have verified who asks; no door leads to it. Raises NotFound.
    """
    with in_accounts():
        person = Person.objects.filter(email=email.strip().lower()).first()
        if person is None:
            raise NotFound(field="email")
        told = personal_data_of(person)
        members = Membership.objects.filter(person_id=person.pk)
        for group_id in sorted(set(members.values_list("group_id", flat=True))):
            audit.record(
                actor=actor, action="accounts.person.export", subject_type="person", subject_id=person.pk, at=at,
                new={"tables": sorted(told)}, reason=reason, group_id=group_id,
            )  # fmt: skip
    return told
