"""What a set of roles allows in one context: computed once per set of roles, not per request."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from tenants.accounts.permissions import CATALOGUE, ROLES
from tenants.kernel.modules import is_on


@dataclass(frozen=True, slots=True)
class Rights:
    """Permissions in one context, with the fingerprint that names them in the plan cache."""

    permissions: frozenset[str]
    fingerprint: str
    privileged: bool


RoleText = tuple[str, str | None]
"""A role's code, and the JSON text of its permissions when it is one of the group's own."""


@lru_cache(maxsize=4096)
def rights_of(kind: str, roles: tuple[RoleText, ...], modules: frozenset[str] | None = None) -> Rights:
    """This will unite what the roles allow in a context of this kind; an unknown role allows nothing.

    Of a module that is off there is nothing to allow; None stands for all modules.
    """
    united: frozenset[str] = frozenset().union(*(role_permissions(kind, code, own) for code, own in roles))
    return _rights(kind, frozenset(code for code in united if is_on(code, modules)))


@lru_cache(maxsize=4096)
def rights_of_key(
    kind: str, roles: tuple[RoleText, ...], key_permissions: str, modules: frozenset[str] | None = None
) -> Rights:
    """This will give what a key may do now: its scopes, as far as its creator still holds them here.

    Never to change who may do what: that takes a person.
    """
    scopes = frozenset(code for code in json.loads(key_permissions) if may_be_a_scope(code))
    return _rights(kind, rights_of(kind, roles, modules).permissions & scopes)


def may_be_a_scope(code: str) -> bool:
    """This will tell whether an API key may ever hold the permission."""
    permission = CATALOGUE.get(code)
    return permission is not None and not (permission.privileged and code.startswith("accounts."))


def role_permissions(kind: str, code: str, own: str | None) -> frozenset[str]:
    """This will give the permissions of one role in a context of this kind."""
    shipped = ROLES.get(code)
    if shipped is not None:
        return shipped.permissions if shipped.kind == kind else frozenset()
    return allowed_in(kind, json.loads(own or "[]"))


def allowed_in(kind: str, codes: list[str]) -> frozenset[str]:
    """This will keep the codes that are in the catalogue and make sense in a context of this kind."""
    return frozenset(c for c in codes if c in CATALOGUE and kind in CATALOGUE[c].kinds)


def is_privileged(permissions: frozenset[str]) -> bool:
    """This will tell whether a set of permissions holds one that an administrator's role is made of."""
    return any(CATALOGUE[code].privileged for code in permissions)


def narrowed(rights: Rights, kind: str, keep: Callable[[str], bool]) -> Rights:
    """This will keep the permissions that `keep` lets through."""
    left = frozenset(code for code in rights.permissions if keep(code))
    return _rights(kind, left)


def _rights(kind: str, permissions: frozenset[str]) -> Rights:
    text = "\n".join((kind, *sorted(permissions)))
    return Rights(
        permissions=permissions,
        fingerprint=blake2b(text.encode(), digest_size=12).hexdigest(),
        privileged=is_privileged(permissions),
    )
