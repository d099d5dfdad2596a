"""Doors to material demand: its sources, deliveries and keys."""

from django.db.models import QuerySet

from commerce.procurement.models import MrpDelivery, MrpDemand, MrpSource
from tenants.kernel.actor import Actor


def _is_outside(actor: Actor, permission: str) -> bool:
    return actor.supplier_org_id is not None or actor.distributor_id is not None or not actor.may(permission)


def mrp_sources_visible_to(actor: Actor) -> QuerySet[MrpSource]:
    """This will give the unit's sources of demand; none to partners."""
    rows = MrpSource.objects.all()
    return rows.none() if _is_outside(actor, "procurement.mrp_source.read") else rows


def mrp_deliveries_visible_to(actor: Actor) -> QuerySet[MrpDelivery]:
    """This will give the unit's deliveries of demand; none to partners."""
    rows = MrpDelivery.objects.all()
    return rows.none() if _is_outside(actor, "procurement.mrp_delivery.read") else rows


def mrp_demands_visible_to(actor: Actor) -> QuerySet[MrpDemand]:
    """This will give the unit's demand; none to partners."""
    rows = MrpDemand.objects.all()
    return rows.none() if _is_outside(actor, "procurement.mrp_demand.read") else rows
