"""Permission guards of types and fields, asked before any row is read."""

from __future__ import annotations

from graphene.utils.str_converters import to_camel_case

from api import permissions
from api.reads.fields import Declaration
from api.reads.types import ReadMeta
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Forbidden, Unauthenticated


def require_type(read: ReadMeta, actor: Actor) -> None:
    """This will pass when the actor may read the type; raises Forbidden or Unauthenticated."""
    require(actor, read.permission, field=None)


def require_field(declaration: Declaration, actor: Actor) -> None:
    """This will pass when the actor may read the field; raises Forbidden."""
    if declaration.permission is not None:
        require(actor, declaration.permission, field=to_camel_case(declaration.name))


def require(actor: Actor, permission: str, *, field: str | None) -> None:
    """This will pass when the actor meets a declared permission; raises Forbidden or Unauthenticated."""
    if permissions.allows(actor, permission):
        return
    if actor.person_id is None and actor.api_key_id is None:
        raise Unauthenticated(field=field)
    raise Forbidden(field=field, permission=permission)
