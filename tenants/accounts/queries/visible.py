"""The doors to rows of people and access: what an actor may see of them."""

from django.db.models import QuerySet

from tenants.accounts.models import ApiKey, CustomRole, Invitation, Membership
from tenants.kernel.actor import Actor


def members_visible_to(actor: Actor) -> QuerySet[Membership]:
    """This will give the memberships of the actor's group, or of its unit alone at a unit's door.

    Contacts of partners see none.
    """
    rows = Membership.objects.filter(group_id=actor.group_id)
    if _is_partner(actor):
        return rows.none()
    return rows.filter(unit_id=actor.unit_id) if actor.unit_id is not None else rows


def invitations_visible_to(actor: Actor) -> QuerySet[Invitation]:
    """This will give the invitations of the actor's group, or of its unit alone at a unit's door."""
    rows = Invitation.objects.filter(group_id=actor.group_id)
    if _is_partner(actor):
        return rows.none()
    return rows.filter(unit_id=actor.unit_id) if actor.unit_id is not None else rows


def api_keys_visible_to(actor: Actor) -> QuerySet[ApiKey]:
    """This will give the keys of the actor's group and its units, or of its unit alone at a unit's door."""
    rows = ApiKey.objects.filter(group_id=actor.group_id)
    if _is_partner(actor):
        return rows.none()
    return rows.filter(unit_id=actor.unit_id) if actor.unit_id is not None else rows


def custom_roles_visible_to(actor: Actor) -> QuerySet[CustomRole]:
    """This will give the roles the actor's group made for itself; at a unit's door those of a unit alone."""
    rows = CustomRole.objects.filter(group_id=actor.group_id)
    if _is_partner(actor):
        return rows.none()
    return rows.exclude(kind="group") if actor.unit_id is not None else rows


def _is_partner(actor: Actor) -> bool:
    return actor.supplier_org_id is not None or actor.distributor_id is not None
