"""The guards that open services."""

from datetime import datetime, timedelta

from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Forbidden

PROOF_LASTS = timedelta(minutes=15)


class ProofRequired(DomainError):
    """What is asked for needs a person who has just proved who they are."""

    code = "REAUTHENTICATION_REQUIRED"
    en = "Confirm that it is you: enter your password or second factor again."
    zh = "请重新验证身份：再次输入密码或第二重验证。"


class GroupReadOnly(DomainError):
    """The group has not paid, or is being closed: it reads and exports, and changes nothing but that."""

    code = "READ_ONLY"
    en = (
        "The group is read-only because its subscription has lapsed or it is being closed. An administrator mends it "
        "under Plan and usage, or under Leaving."
    )
    zh = "由于订阅已失效或账户正在关闭，集团处于只读状态。请管理员在“方案与用量”或“离开”中处理。"


WRITES_OF_READ_ONLY = (
    "billing.",
    "accounts.api_key.revoke",
    "accounts.invitation.revoke",
    "accounts.member.remove",
    "departure.",
    "directory.unit.close",
    "directory.unit.export",
    "privacy.",
    "public",
    "signed-in",
)
"""Beginnings of the permissions whose actions stay open: paying, leaving, taking access away, and one's own things."""


class SupportReadsOnly(DomainError):
    """Somebody of the operator's acts as another person and may not do this in that person's name."""

    code = "SUPPORT_READ_ONLY"
    en = "The consent to act as {name} does not cover this. Ask the group's administrator for a wider one."
    zh = "以 {name} 身份操作的授权不包含此操作。请联系该集团管理员扩大授权。"


OWN_THINGS = ("public", "signed-in")
"""Declared in place of a permission by what people do about themselves; nobody does that as somebody else."""


def require_writable(actor: Actor, permission: str) -> None:
    """This will pass unless the actor's group is read-only and the action is none of those that stay open.

    Whoever acts as somebody else needs a consent to write. Raises GroupReadOnly, SupportReadsOnly.
    """
    if actor.support is not None and (not actor.support.may_write or permission in OWN_THINGS):
        raise SupportReadsOnly(name=actor.display_name)
    if actor.read_only and not permission.startswith(WRITES_OF_READ_ONLY):
        raise GroupReadOnly


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
