"""Who sees which alerts."""

import uuid

from django.db.models import Count, Q, QuerySet

from tenants.accounts.models import Alert, AlertNote
from tenants.kernel.actor import Actor

OPEN = Q(resolved_at__isnull=True, closed_at__isnull=True, snoozed_until_at__isnull=True)
"""Alerts whose cause is there and that nobody closed or put off."""


def alerts_visible_to(actor: Actor) -> QuerySet[Alert]:
    """This will give the place's own alerts whose permission the actor holds, and those given to the person.

    Head office sees its own and those of its units; partners see none.
    """
    rows = Alert.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return rows.none()
    if not actor.may("accounts.alert.read"):
        return rows.none()
    for_all = Q(permission__in=sorted(actor.permissions))
    for_me = Q(pk__in=[])
    if actor.person_id is not None:
        for_me = Q(owner_gid=actor.person_id) | Q(assignee_gid=actor.person_id)
    if actor.unit_id is not None:
        return rows.filter(Q(unit_id=actor.unit_id) & (for_all | for_me))
    of_units = Q(unit_id__isnull=False)
    return rows.filter(of_units | (Q(unit_id__isnull=True) & (for_all | for_me)))


def alert_notes_visible_to(actor: Actor) -> QuerySet[AlertNote]:
    """This will give what was done and said about the alerts that the actor sees."""
    return AlertNote.objects.filter(group_id=actor.group_id, alert__in=alerts_visible_to(actor).values("id"))


def open_alerts(actor: Actor) -> list[tuple[str, uuid.UUID | None, int]]:
    """This will count the open alerts that the actor sees by kind and unit, in one statement.

    Those that somebody closed or put off do not count.
    """
    rows = alerts_visible_to(actor).filter(OPEN).order_by("kind", "unit_id")
    return list(rows.values_list("kind", "unit_id").annotate(Count("id")))
