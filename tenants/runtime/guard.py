"""The guards that open services."""

from datetime import datetime, timedelta

from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Forbidden

PROOF_LASTS = timedelta(minutes=15)


class ProofRequired(DomainError):
    """What is asked for needs a person who has just proved who they are."""

    code = "REAUTHENTICATION_REQUIRED"
    en = "Confirm that it is you: enter your password or second factor again."
    zh = "请重新验证身份:再次输入密码或第二重验证。"


def require(actor: Actor, permission: str) -> None:
    """This will pass when the actor holds the permission here; raises Forbidden naming it."""
    if not actor.may(permission):
        raise Forbidden(permission=permission)


def require_recent_proof(actor: Actor, *, at: datetime) -> None:
    """This will pass when the actor is a person who proved who they are within 15 minutes (R36).

    Raises ProofRequired, for API keys always.
    """
    if actor.kind != "person" or actor.proved_at is None or at - actor.proved_at > PROOF_LASTS:
        raise ProofRequired
