"""Opening a group: its row and its database role, in one transaction."""

import uuid
from datetime import datetime

from tenants.directory.models import Group
from tenants.directory.policies import check_currency, check_locale, check_name
from tenants.directory.schemas import ask_for_group_role
from tenants.kernel.actor import Actor
from tenants.runtime import audit, outbox


def group_open(*, actor: Actor, at: datetime, name: str, currency: str, locale: str) -> uuid.UUID:
    """This will open a group and give its id; part of `group_create`, in the accounts scope.

    Raises Invalid.
    """
    check_currency(currency)
    check_locale(locale)
    group = Group(name=check_name(name), currency=currency, locale=locale)
    Group.objects.bulk_create([group])
    ask_for_group_role(group.id)
    audit.record(
        actor=actor, action="directory.group.create", subject_type="group", subject_id=group.id,
        subject_label=group.name, at=at, new={"name": group.name, "currency": currency, "locale": locale},
        group_id=group.id,
    )  # fmt: skip
    outbox.publish(
        event_type="directory.group.created", subject_type="group", subject_id=group.id, at=at, actor=actor,
        version=1, group_id=group.id,
    )  # fmt: skip
    return group.id
