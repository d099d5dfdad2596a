"""What other contexts may know of people: members of a unit, with their roles and permissions."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tenants.accounts.models import CustomRole, Membership, Person
from tenants.accounts.permissions import ROLES, permissions_of
from tenants.accounts.queries.visible import members_visible_to
from tenants.kernel.actor import Actor
from tenants.runtime.hot import hot
from tenants.runtime.scope import ACCOUNTS, switched_scope


@dataclass(frozen=True, slots=True)
class Member:
    """A person with every role held in one unit, and what those roles permit there."""

    person_id: uuid.UUID
    display_name: str
    email: str
    roles: frozenset[str]
    permissions: frozenset[str]


@hot
def _memberships(unit_id: uuid.UUID, roles: list[str] | None, person_ids: list[uuid.UUID]) -> QuerySet:
    rows = Membership.objects.filter(unit_id=unit_id, kind="unit")
    if roles is not None:
        named = rows.filter(Q(role__in=roles) | Q(person_id__in=person_ids))
        rows = rows.filter(person_id__in=named.values("person_id"))
    return rows.order_by("person_id", "role").values_list("person_id", "display_name", "email", "role")


def members_of_unit(
    *,
    unit_id: uuid.UUID,
    roles: Iterable[str] | None = None,
    person_ids: Iterable[uuid.UUID] = (),
) -> dict[uuid.UUID, Member]:
    """This will give the members of a unit by person: all, or those with one of the roles or ids.

    Permissions are those of all roles of a person in the unit, shipped or custom. Runs in the scope of the
    unit or of its group.
    """
    wanted = None if roles is None else sorted(roles)
    found: dict[uuid.UUID, list[tuple[str, str, str]]] = {}
    for person_id, name, email, role in _memberships.all(unit_id, wanted, sorted(person_ids)):
        found.setdefault(person_id, []).append((name, email, role))
    granted = role_permissions({role for entries in found.values() for _, _, role in entries})
    return {
        person_id: Member(
            person_id=person_id,
            display_name=entries[0][0] or entries[0][1],
            email=entries[0][1],
            roles=frozenset(role for _, _, role in entries),
            permissions=frozenset().union(*(granted[role] for _, _, role in entries)),
        )
        for person_id, entries in found.items()
    }


def members_of_group(*, group_id: uuid.UUID, permission: str) -> dict[uuid.UUID, Member]:
    """This will give the people of a group's headquarters whose roles there hold a permission, in its scope."""
    found: dict[uuid.UUID, list[Membership]] = {}
    for row in Membership.objects.filter(group_id=group_id, kind="group").order_by("person_id", "role"):
        found.setdefault(row.person_id, []).append(row)
    granted = role_permissions({row.role for rows in found.values() for row in rows})
    members = (
        Member(
            person_id=person_id,
            display_name=rows[0].display_name or rows[0].email,
            email=rows[0].email,
            roles=frozenset(row.role for row in rows),
            permissions=frozenset().union(*(granted[row.role] for row in rows)),
        )
        for person_id, rows in found.items()
    )
    return {member.person_id: member for member in members if permission in member.permissions}


def members_of_place(
    *, group_id: uuid.UUID, unit_id: uuid.UUID | None, permission: str
) -> dict[uuid.UUID, Member]:
    """This will give the people of a unit, or of headquarters without one, whose roles there hold a permission."""
    if unit_id is None:
        return members_of_group(group_id=group_id, permission=permission)
    members = members_of_unit(unit_id=unit_id)
    return {key: member for key, member in members.items() if permission in member.permissions}


@dataclass(frozen=True, slots=True)
class Contact:
    """A person who acts for a supplier, with the first of the places where they do."""

    email: str
    membership_id: uuid.UUID


def contacts_of_supplier(*, group_id: uuid.UUID, supplier_org_id: uuid.UUID) -> dict[uuid.UUID, Contact]:
    """This will give the people who act for a supplier towards a group, in the group's scope."""
    rows = Membership.objects.filter(group_id=group_id, kind="supplier", supplier_org_id=supplier_org_id)
    found: dict[uuid.UUID, Contact] = {}
    for row in rows.order_by("created_at", "id"):
        found.setdefault(row.person_id, Contact(row.email, row.id))
    return found


def locales_of(*, person_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """This will give the languages of people, for mails to them; runs in any scope."""
    with switched_scope(ACCOUNTS):
        return dict(Person.objects.filter(id__in=list(person_ids)).values_list("id", "locale"))


def role_permissions(codes: Iterable[str]) -> dict[str, frozenset[str]]:
    """This will give what each role permits; a role that is neither shipped nor the group's own, nothing."""
    wanted = set(codes)
    granted = {code: permissions_of(code) for code in wanted}
    custom = [code for code in wanted if code not in ROLES]
    if custom:
        for code, permissions in CustomRole.objects.filter(code__in=custom).values_list(
            "code", "permissions"
        ):
            granted[code] = frozenset(permissions)
    return granted


def known_unit_roles() -> dict[str, frozenset[str]]:
    """This will give every role that people of a unit can hold, shipped and the group's own."""
    shipped = {code: role.permissions for code, role in ROLES.items() if role.kind == "unit"}
    own = CustomRole.objects.filter(kind="unit").values_list("code", "permissions")
    return shipped | {code: frozenset(permissions) for code, permissions in own}


def groups_of_person(person_id: uuid.UUID) -> list[uuid.UUID]:
    """This will give the groups in which a person has an HQ role; in the accounts scope."""
    rows = Membership.objects.filter(person_id=person_id, kind="group").order_by("created_at")
    return list(dict.fromkeys(rows.values_list("group_id", flat=True)))


def names_of_people(*, actor: Actor, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """This will give the names of people as far as the actor sees them as members."""
    rows = members_visible_to(actor).filter(person_id__in=list(keys))
    return {
        person_id: name or email
        for person_id, name, email in rows.values_list("person_id", "display_name", "email")
    }
