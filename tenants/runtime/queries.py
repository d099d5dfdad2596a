"""Reads of the runtime: the audit trails."""

from django.db.models import QuerySet

from tenants.kernel.actor import Actor
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.unit.models import UnitAuditEntry


def group_audit_entries_visible_to(actor: Actor) -> QuerySet[GroupAuditEntry]:
    """This will give the trail of the actor's group."""
    return GroupAuditEntry.objects.filter(group_id=actor.group_id)


def unit_audit_entries_visible_to(actor: Actor) -> QuerySet[UnitAuditEntry]:
    """This will give the trail of the unit; partners from outside see none of it."""
    entries = UnitAuditEntry.objects.all()
    return entries.none() if actor.supplier_org_id or actor.distributor_id else entries
