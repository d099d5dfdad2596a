"""The guard that opens every service."""

from tenants.kernel.actor import Actor
from tenants.kernel.errors import Forbidden


def require(actor: Actor, permission: str) -> None:
    """This will pass when the actor holds the permission here; raises Forbidden naming it."""
    if not actor.may(permission):
        raise Forbidden(permission=permission)
