"""Reads of people and access."""

from tenants.accounts.queries.members import (
    Contact,
    Member,
    contacts_of_supplier,
    known_unit_roles,
    locales_of,
    members_of_group,
    members_of_unit,
    role_permissions,
)

__all__ = [
    "Contact",
    "Member",
    "contacts_of_supplier",
    "known_unit_roles",
    "locales_of",
    "members_of_group",
    "members_of_unit",
    "role_permissions",
]
