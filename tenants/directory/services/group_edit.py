"""Editing the group."""

import uuid
from datetime import datetime

from tenants.directory.policies import check_currency, check_locale, check_name, group_for_change
from tenants.kernel.actor import Actor
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require


def group_edit(
    *,
    actor: Actor,
    at: datetime,
    version: int,
    name: str | None = None,
    currency: str | None = None,
    locale: str | None = None,
) -> uuid.UUID:
    """This will change the given fields of the actor's group and leave the others.

    Raises Forbidden, NotFound, Conflict, Invalid.
    """
    require(actor, "directory.group.edit")
    group = group_for_change(version=version)
    if currency is not None:
        check_currency(currency)
    if locale is not None:
        check_locale(locale)
    given = {
        "name": check_name(name) if name is not None else None,
        "currency": currency,
        "locale": locale,
    }
    before = {field: getattr(group, field) for field in given}
    old, new = audit.changes(before, {field: value for field, value in given.items() if value is not None})
    if not new:
        return group.id
    for field, value in new.items():
        setattr(group, field, value)
    group.version += 1
    group.save(update_fields=[*new, "version"])
    audit.record(
        actor=actor, action="directory.group.edit", subject_type="group", subject_id=group.id,
        subject_label=group.name, at=at, old=old, new=new,
    )  # fmt: skip
    outbox.publish(
        event_type="directory.group.edited", subject_type="group", subject_id=group.id, at=at, actor=actor,
        version=group.version,
    )  # fmt: skip
    return group.id
