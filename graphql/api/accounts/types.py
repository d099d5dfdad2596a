"""Members, invitations, API keys and custom roles, as they are read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from graphene import ID, Int, List, NonNull, String

from api.reads import ReadType, column, computed, loaded, reference
from api.scalars import DateTime
from tenants.accounts.queries.members import names_of_people
from tenants.accounts.queries.visible import (
    api_keys_visible_to,
    custom_roles_visible_to,
    invitations_visible_to,
    members_visible_to,
)


def invitation_status(
    accepted_at: datetime | None, revoked_at: datetime | None, expires_at: datetime, *, at: datetime
) -> str:
    """This will say where an invitation stands: accepted, revoked, expired or open."""
    if accepted_at is not None:
        return "accepted"
    if revoked_at is not None:
        return "revoked"
    return "open" if expires_at > at else "expired"


def api_key_status(revoked_at: datetime | None, expires_at: datetime, *, at: datetime) -> str:
    """This will say where a key stands: revoked, expired or active."""
    if revoked_at is not None:
        return "revoked"
    return "active" if expires_at > at else "expired"


def as_list(values: Sequence[Any]) -> list[Any]:
    """This will give a stored list of codes."""
    return list(values)


class Member(ReadType):
    """One role of one person in the group, in a unit, or for a partner of a unit."""

    class Meta:
        model = "accounts.Membership"
        permission = "accounts.member.read"
        visible = members_visible_to
        search = ("display_name", "email", "role")
        filters = {
            "kind": ["eq", "in"],
            "role": ["eq", "in"],
            "unit_id": ["eq", "in", "is_null"],
            "email": ["eq"],
            "person_id": ["eq"],
            "created_at": ["gte", "lt"],
        }
        order_by = ("display_name", "email", "role", "created_at")
        default_order = "display_name"

    person_id = column(ID, of="Person", description="The person.")
    kind = column(String, description="group, unit, supplier or distributor.")
    unit_id = column(ID, of="Unit", description="The unit; null for the group itself.")
    unit = reference("Unit", by="unit_id", description="The unit, as a record.")
    supplier_org_id = column(ID, of="Supplier", description="The supplier a contact works for.")
    supplier = reference("Supplier", by="supplier_org_id", description="That supplier, as a record.")
    distributor_id = column(ID, of="Distributor", description="The distributor a contact works for.")
    role = column(String, description="The code of the role; `roles` words it.")
    email = column(String, description="The person's e-mail address.")
    display_name = column(String, description="The person's name.")
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
    created_at = column(DateTime, description="When the person joined with this role.")


class Invitation(ReadType):
    """An invitation by e-mail into the group or a unit with a role."""

    class Meta:
        model = "accounts.Invitation"
        permission = "accounts.invitation.read"
        visible = invitations_visible_to
        search = ("email", "role")
        filters = {
            "kind": ["eq", "in"],
            "role": ["eq", "in"],
            "unit_id": ["eq", "in", "is_null"],
            "email": ["eq"],
            "accepted_at": ["is_null"],
            "revoked_at": ["is_null"],
            "expires_at": ["gte", "lt"],
            "created_at": ["gte", "lt"],
        }
        order_by = ("email", "created_at", "expires_at")
        default_order = "-created_at"

    kind = column(String, description="group, unit, supplier or distributor.")
    unit_id = column(ID, of="Unit", description="The unit; null for the group itself.")
    unit = reference("Unit", by="unit_id", description="The unit, as a record.")
    supplier_org_id = column(ID, of="Supplier", description="The supplier a contact is to work for.")
    supplier = reference("Supplier", by="supplier_org_id", description="That supplier, as a record.")
    distributor_id = column(ID, of="Distributor", description="The distributor a contact is to work for.")
    role = column(String, description="The code of the role.")
    email = column(String, description="The address it was sent to; it alone may accept.")
    invited_by_id = column(ID, source="invited_by", of="Person", description="Who invited.")
    invited_by_name = loaded(
        String, by="invited_by", load=names_of_people, description="The name of who invited, while a member."
    )
    created_at = column(DateTime, description="When it was sent.")
    expires_at = column(DateTime, description="Until when it can be accepted.")
    accepted_at = column(DateTime, description="When it was accepted.")
    revoked_at = column(DateTime, description="When it was withdrawn.")
    status = computed(
        String,
        needs=("accepted_at", "revoked_at", "expires_at"),
        resolve=invitation_status,
        required=True,
        description="open, accepted, revoked or expired.",
    )


class ApiKey(ReadType):
    """A client's own identity in the group or in one unit. Its secret is shown when it is made, never again."""

    class Meta:
        model = "accounts.ApiKey"
        permission = "accounts.api_key.read"
        visible = api_keys_visible_to
        search = ("name", "prefix")
        filters = {
            "unit_id": ["eq", "in", "is_null"],
            "revoked_at": ["is_null"],
            "expires_at": ["gte", "lt"],
            "last_used_at": ["gte", "lt", "is_null"],
        }
        order_by = ("name", "created_at", "expires_at", "last_used_at")
        default_order = "-created_at"

    name = column(String, description="What it is for.")
    prefix = column(String, description="How the secret begins, to recognise it by.")
    unit_id = column(ID, of="Unit", description="The unit it opens; null for the group.")
    unit = reference("Unit", by="unit_id", description="The unit it opens, as a record.")
    permissions = computed(
        NonNull(List(NonNull(String))),
        needs=("permissions",),
        resolve=as_list,
        description="Its scopes; it may do of them what its maker may still do.",
    )
    created_by_id = column(ID, source="created_by", of="Person", description="Who made it.")
    created_by_name = loaded(
        String, by="created_by", load=names_of_people, description="The name of who made it, while a member."
    )
    created_at = column(DateTime, description="When it was made.")
    expires_at = column(DateTime, description="When it ends by itself.")
    last_used_at = column(DateTime, description="When it was last used, to the minute.")
    revoked_at = column(DateTime, description="When it was revoked.")
    status = computed(
        String,
        needs=("revoked_at", "expires_at"),
        resolve=api_key_status,
        required=True,
        description="active, revoked or expired.",
    )


class CustomRole(ReadType):
    """A role the group made for itself out of the catalogue."""

    class Meta:
        model = "accounts.CustomRole"
        permission = "accounts.role.read"
        visible = custom_roles_visible_to
        search = ("code", "name")
        filters = {"kind": ["eq", "in"]}
        order_by = ("name", "code")
        default_order = "name"

    code = column(String, description="The code that memberships name.")
    name = column(String, description="The name people see.")
    kind = column(String, description="The kind of context it is for: group, unit, supplier or distributor.")
    permissions = computed(
        NonNull(List(NonNull(String))),
        needs=("permissions",),
        resolve=as_list,
        description="The codes of its permissions.",
    )
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
