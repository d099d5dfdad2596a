"""Who sees which alerts."""

import uuid

from django.db.models import Count, Q, QuerySet

from tenants.accounts.models import Alert
from tenants.kernel.actor import Actor


def alerts_visible_to(actor: Actor) -> QuerySet[Alert]:
    """This will give the place's own alerts whose permission the actor holds, and those that name the person.

    Head office sees its own and those of its units; partners see none.
    """
    rows = Alert.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return rows.none()
    if not actor.may("accounts.alert.read"):
        return rows.none()
    for_all = Q(permission__in=sorted(actor.permissions))
    for_me = Q(owner_gid=actor.person_id) if actor.person_id else Q(pk__in=[])
    if actor.unit_id is not None:
        return rows.filter(Q(unit_id=actor.unit_id) & (for_all | for_me))
    of_units = Q(unit_id__isnull=False)
    return rows.filter(of_units | (Q(unit_id__isnull=True) & (for_all | for_me)))


def open_alerts(actor: Actor) -> list[tuple[str, uuid.UUID | None, int]]:
    """This will count the open alerts that the actor sees by kind and unit, in one statement."""
    rows = alerts_visible_to(actor).filter(resolved_at__isnull=True).order_by("kind", "unit_id")
    return list(rows.values_list("kind", "unit_id").annotate(Count("id")))
