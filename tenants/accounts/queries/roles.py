"""Reads of roles: shipped ones and a group's own, with their words in both languages."""

from collections.abc import Iterable
from dataclasses import dataclass

from tenants.accounts.models import CustomRole
from tenants.accounts.permissions import CATALOGUE, ROLES, Permission
from tenants.accounts.queries.visible import custom_roles_visible_to
from tenants.accounts.rights import allowed_in, is_privileged
from tenants.kernel.actor import Actor
from tenants.kernel.modules import is_on


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role as people see it. `custom_role_id` is set for a group's own."""

    code: str
    kind: str
    name_en: str
    name_zh: str
    permissions: tuple[str, ...]
    privileged: bool
    custom_role_id: object = None
    version: int | None = None


def roles_visible_to(actor: Actor) -> list[RoleView]:
    """This will list every role that can be given where the actor stands: shipped, then the group's own.

    Permissions of modules that are off there are not shown.
    """
    modules = actor.modules
    shipped = [
        RoleView(r.code, r.kind, r.en, r.zh, _shown(r.permissions, modules), is_privileged(r.permissions))
        for r in ROLES.values()
        if r.kind != "operator" and (actor.unit_id is None or r.kind != "group")
    ]
    own = [
        RoleView(
            r.code, r.kind, r.name, r.name, _shown(allowed, modules), is_privileged(allowed), r.id, r.version
        )
        for r in custom_roles_visible_to(actor).order_by("kind", "name")
        if (allowed := allowed_in(r.kind, r.permissions)) is not None
    ]
    return shipped + own


def _shown(permissions: Iterable[str], modules: frozenset[str] | None) -> tuple[str, ...]:
    return tuple(sorted(code for code in permissions if is_on(code, modules)))


def role_name(*, kind: str, role: str, locale: str) -> str:
    """This will word a role, under the group's scope; its code when it is gone."""
    shipped = ROLES.get(role)
    if shipped is not None:
        return shipped.zh if locale.lower().startswith("zh") else shipped.en
    return CustomRole.objects.filter(code=role, kind=kind).values_list("name", flat=True).first() or role


def permissions_for(kinds: Iterable[str], *, modules: frozenset[str] | None) -> list[Permission]:
    """This will list the permissions of these modules that make sense in contexts of these kinds."""
    wanted = set(kinds)
    return [p for p in CATALOGUE.values() if wanted & set(p.kinds) and is_on(p.code, modules)]
