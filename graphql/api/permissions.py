"""Permission declarations of types, fields and mutations: from the catalogue, or one of two open words."""

from typing import Final

from tenants.accounts.permissions import CATALOGUE
from tenants.kernel.actor import Actor

PUBLIC: Final = "public"
"""Open to everyone, logged in or not."""

SIGNED_IN: Final = "signed-in"
"""Open to every person or API key that was recognised in this context, whatever its roles."""


class UndeclaredPermission(TypeError):
    """A type, field or mutation names no permission, or one that the catalogue does not hold."""


def declared(permission: object, *, where: str) -> str:
    """This will accept a permission that the catalogue holds; raises UndeclaredPermission at import."""
    if permission in (PUBLIC, SIGNED_IN):
        return str(permission)
    if not isinstance(permission, str) or permission not in CATALOGUE:
        raise UndeclaredPermission(f"{where} declares no permission of the catalogue (got {permission!r})")
    return permission


def allows(actor: Actor, permission: str | None) -> bool:
    """This will tell whether the actor meets a declared permission."""
    if permission is None or permission == PUBLIC:
        return True
    if permission == SIGNED_IN:
        return actor.person_id is not None or actor.api_key_id is not None
    return actor.may(permission)
