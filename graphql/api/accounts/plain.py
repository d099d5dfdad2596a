"""The person logged in, roles, the catalogue and saved views: small answers without rows of their own."""

from typing import Any

import graphene
from graphene import ID, Boolean, Int, List, NonNull, ObjectType, String

from api.ids import to_global_id
from api.scalars import JSON, DateTime
from tenants.accounts.permissions import Permission as CatalogueEntry
from tenants.accounts.queries.roles import RoleView
from tenants.accounts.queries.viewer import Context
from tenants.accounts.queries.viewer import Viewer as ViewerFacts


class ContextKind(graphene.Enum):
    """What a person works for in a context."""

    GROUP = "group"
    UNIT = "unit"
    SUPPLIER = "supplier"
    DISTRIBUTOR = "distributor"

    @property
    def description(self) -> str:
        words = {
            "group": "Head office.",
            "unit": "A business unit.",
            "supplier": "A supplier, towards one unit.",
            "distributor": "A distributor, towards one unit.",
        }
        return words[self.value]


class Person(ObjectType):
    """The person logged in."""

    id = ID(required=True, description="The opaque id.")
    email = String(required=True, description="The address the person logs in with.")
    display_name = String(required=True, description="The person's name.")
    locale = String(required=True, description="The person's language: zh-CN or en.")
    alert_mails = String(required=True, description="Of which alerts mails are wanted: none, urgent or all.")
    mfa_enabled = Boolean(required=True, description="Whether the person has set up a second factor.")
    mfa_passed = Boolean(required=True, description="Whether this session was opened with one.")


class WorkContext(ObjectType):
    """One place the person may work in, and what is permitted there."""

    kind = NonNull(ContextKind, description="What the person works for there.")
    id = ID(required=True, description="The opaque id of the group, the unit or the partner's membership.")
    slug = String(required=True, description="The unit's name in addresses; empty for head office.")
    name = String(required=True, description="The name of the group or unit.")
    group_id = ID(required=True, description="The group; the value of the header X-Hanse-Group.")
    group_name = String(required=True, description="The name of the group.")
    unit_id = ID(description="The unit, if it is one.")
    partner_id = ID(description="The partner; the value of the header X-Hanse-Partner.")
    roles = NonNull(List(NonNull(String)), description="The codes of the person's roles there.")
    permissions = NonNull(List(NonNull(String)), description="The codes of what the person may do there.")
    modules = NonNull(List(NonNull(String)), description="The codes of the modules that are on there.")
    mfa_required = Boolean(required=True, description="Whether the roles there need a second factor.")
    read_only = Boolean(
        required=True,
        description="Whether the group reads only, unpaid or being closed: nothing changes there.",
    )


class Viewer(ObjectType):
    """The person logged in, with exactly the contexts the person has."""

    person = NonNull(Person, description="The person.")
    contexts = NonNull(List(NonNull(WorkContext)), description="Where the person may work.")
    console = NonNull(
        List(NonNull(String)),
        description="Codes of what the person may do at the operator's console; none for customers.",
    )


class Role(ObjectType):
    """A role that can be given: shipped, or the group's own."""

    code = String(required=True, description="The code that memberships and invitations name.")
    kind = String(required=True, description="The kind of context: group, unit, supplier or distributor.")
    name = String(required=True, description="The name in the caller's language.")
    permissions = NonNull(List(NonNull(String)), description="The codes of its permissions.")
    privileged = Boolean(required=True, description="Whether it holds an administrator's permission.")
    custom_role_id = ID(description="The id of a role of the group's own.")
    version = Int(description="The version of a role of the group's own.")


class Permission(ObjectType):
    """One permission of the catalogue."""

    code = String(required=True, description="The code: context, thing and action.")
    name = String(required=True, description="What it permits, in the caller's language.")
    kinds = NonNull(List(NonNull(String)), description="The kinds of context it makes sense in.")
    privileged = Boolean(required=True, description="Whether it is an administrator's.")
    key_scope = Boolean(required=True, description="Whether an API key may hold it.")


class SavedView(ObjectType):
    """A view of a list that the person keeps: filters, order, columns."""

    id = ID(required=True, description="The opaque id.")
    screen = String(required=True, description="The screen it belongs to.")
    context = String(required=True, description="Where it was saved, e.g. a unit; empty for everywhere.")
    name = String(required=True, description="Its name.")
    state = JSON(required=True, description="What the screen stored.")
    version = Int(required=True, description="Grows with each change.")
    updated_at = DateTime(required=True, description="When it was last saved.")


class SecurityEvent(ObjectType):
    """Something that happened around the person's own login."""

    id = ID(required=True, description="The opaque id.")
    kind = String(required=True, description="login, login_refused, password_changed, totp_added, …")
    at = DateTime(required=True, description="When.")
    ip_address = String(description="From which address.")
    user_agent = String(required=True, description="With which program.")


def viewer_values(viewer: ViewerFacts) -> dict[str, Any]:
    """This will shape who is logged in."""
    person = viewer.person
    return {
        "person": {
            "id": to_global_id("Person", person.pk),
            "email": person.email,
            "display_name": str(person),
            "locale": person.locale,
            "alert_mails": person.alert_mails,
            "mfa_enabled": viewer.mfa_enabled,
            "mfa_passed": viewer.mfa_passed,
        },
        "contexts": [context_values(context) for context in viewer.contexts],
        "console": viewer.console,
    }


ID_TYPES = {"group": "Group", "unit": "Unit", "supplier": "Member", "distributor": "Member"}
PARTNER_TYPES = {"supplier": "Supplier", "distributor": "Distributor"}


def context_values(context: Context) -> dict[str, Any]:
    """This will shape one context."""
    partner = context.partner_id
    return {
        "kind": context.kind,
        "id": to_global_id(ID_TYPES[context.kind], context.id),
        "slug": context.slug,
        "name": context.name,
        "group_id": to_global_id("Group", context.group_id),
        "group_name": context.group_name,
        "unit_id": to_global_id("Unit", context.unit_id) if context.unit_id else None,
        "partner_id": to_global_id(PARTNER_TYPES[context.kind], partner) if partner else None,
        "roles": context.roles,
        "permissions": context.permissions,
        "modules": context.modules,
        "mfa_required": context.mfa_required,
        "read_only": context.read_only,
    }


def role_values(role: RoleView, locale: str) -> dict[str, Any]:
    """This will shape one role in the caller's language."""
    return {
        "code": role.code,
        "kind": role.kind,
        "name": role.name_zh if locale.lower().startswith("zh") else role.name_en,
        "permissions": role.permissions,
        "privileged": role.privileged,
        "custom_role_id": to_global_id("CustomRole", role.custom_role_id) if role.custom_role_id else None,
        "version": role.version,
    }


def permission_values(entry: CatalogueEntry, locale: str, *, key_scope: bool) -> dict[str, Any]:
    """This will shape one entry of the catalogue in the caller's language."""
    return {
        "code": entry.code,
        "name": entry.zh if locale.lower().startswith("zh") else entry.en,
        "kinds": entry.kinds,
        "privileged": entry.privileged,
        "key_scope": key_scope,
    }
