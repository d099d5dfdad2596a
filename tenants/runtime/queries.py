"""Reads of the runtime: the audit trails, and what first happened when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Min, QuerySet

from tenants.kernel.actor import Actor
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import current_scope
from tenants.runtime.unit.models import UnitAuditEntry


def group_audit_entries_visible_to(actor: Actor) -> QuerySet[GroupAuditEntry]:
    """This will give the trail of the actor's group."""
    return GroupAuditEntry.objects.filter(group_id=actor.group_id)


def unit_audit_entries_visible_to(actor: Actor) -> QuerySet[UnitAuditEntry]:
    """This will give the trail of the unit; partners from outside see none of it."""
    entries = UnitAuditEntry.objects.all()
    return entries.none() if actor.supplier_org_id or actor.distributor_id else entries


NEWEST_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class TrailChoices:
    """What entries of a trail can be narrowed to: codes of actions, kinds of things, and actors by key with a name."""

    actions: frozenset[str]
    subject_types: frozenset[str]
    actors: Mapping[str, str]


def trail_choices(entries: QuerySet[Any]) -> TrailChoices:
    """This will tell what occurs in the newest 20,000 entries of a trail, in one statement."""
    newest = entries.order_by("-at", "-id").values("pk")[:NEWEST_ENTRIES]
    found = list(
        entries.filter(pk__in=newest)
        .order_by()
        .values_list("action", "subject_type", "actor_key", "actor_name")
        .distinct()
    )
    return TrailChoices(
        frozenset(row[0] for row in found),
        frozenset(row[1] for row in found),
        {key: name for _, _, key, name in found},
    )


def first_events(event_types: Sequence[str], *, states: Mapping[str, str]) -> dict[str, datetime]:
    """This will tell when events of some types first happened in the surrounding group, as far as they are kept.

    Of a type named in `states` only events count whose payload tells of that `status`.
    """
    found: dict[str, datetime] = {}
    for event_type in event_types:
        rows = OutboxEvent.objects.filter(group_id=current_scope().group_id, event_type=event_type)
        if event_type in states:
            rows = rows.filter(payload__status=states[event_type])
        first = rows.aggregate(first=Min("occurred_at"))["first"]
        if first is not None:
            found[event_type] = first
    return found
