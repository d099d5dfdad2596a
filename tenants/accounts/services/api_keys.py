"""API keys: a client's own identity in one group or unit, with scopes and an end."""

import secrets
import uuid
from datetime import datetime, timedelta
from typing import TypedDict

from tenants.accounts.authenticate import KEY_START, secret_hash
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.models import ApiKey
from tenants.accounts.queries.visible import api_keys_visible_to
from tenants.accounts.rights import may_be_a_scope
from tenants.accounts.services.scopes import in_group_of, place_for, recorded
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime.guard import require, require_recent_proof

LONGEST = timedelta(days=366)
MOST_KEYS = 100


class ScopeAboveOwn(DomainError):
    """A key permits nothing its maker may not do, and never to change who may do what."""

    code = "SCOPE_ABOVE_OWN"
    en = "A key cannot hold these permissions: {permissions}. Leave them out."
    zh = "密钥不能拥有以下权限：{permissions}。请将其移除。"


class TooManyKeys(DomainError):
    """The group or unit has as many living keys as it may."""

    code = "TOO_MANY_KEYS"
    en = "There are {count} living keys here already. Revoke one first."
    zh = "此处已有 {count} 个有效密钥，请先吊销一个。"


class NewKey(TypedDict):
    """A new key's id, and its secret, which is shown this once."""

    api_key_id: uuid.UUID
    secret: str


def api_key_create(
    *, actor: Actor, at: datetime, name: str, permissions: list[str], expires_at: datetime
) -> NewKey:
    """This will make a key for the group or unit the actor is at, and give its secret once.

    Only a hash of the secret is kept. Raises Forbidden, ProofRequired, Invalid, ScopeAboveOwn, TooManyKeys.
    """
    require(actor, "accounts.api_key.create")
    require_recent_proof(actor, at=at)
    scopes = _scopes(actor, permissions)
    words = _name(name)
    if not at < expires_at <= at + LONGEST:
        raise Invalid(
            field="expiresAt",
            reason_en="A key ends in the future, within 366 days.",
            reason_zh="密钥的到期时间须在未来 366 天之内。",
        )
    prefix = f"{KEY_START}{secrets.token_hex(4)}"
    secret = f"{prefix}_{secrets.token_urlsafe(32)}"
    with in_group_of(actor):
        place = place_for(actor, kind="group" if actor.unit_id is None else "unit", unit_id=actor.unit_id)
        living = api_keys_visible_to(actor).filter(unit_id=place.unit_id, revoked_at=None, expires_at__gt=at)
        if (count := living.count()) >= MOST_KEYS:
            raise TooManyKeys(count=count)
        key = ApiKey(
            group_id=place.group_id,
            unit_id=place.unit_id,
            unit_role=place.unit_role,
            name=words,
            prefix=prefix,
            secret_hash=secret_hash(secret),
            permissions=scopes,
            created_by=actor.person_id,
            created_at=at,
            expires_at=expires_at,
        )
        ApiKey.objects.bulk_create([key])
    recorded(
        actor=actor, action="accounts.api_key.create", event="accounts.api_key.created",
        subject_type="api_key", subject_id=key.id, subject_label=f"{words} ({prefix})", at=at,
        new={"permissions": scopes, "expires_at": expires_at, "place": place.name},
    )  # fmt: skip
    mail_request(
        name="accounts/api_key_created", recipient=actor.email, locale=actor.locale, at=at, actor=actor,
        values={"key_name": words, "place": place.name, "when": f"{at:%Y-%m-%d %H:%M}",
                "ip": actor.ip_address or "-"},
    )  # fmt: skip
    return NewKey(api_key_id=key.id, secret=secret)


def api_key_revoke(*, actor: Actor, at: datetime, api_key_id: uuid.UUID) -> uuid.UUID:
    """This will end a key at once; one that has ended stays as it is. Raises Forbidden, NotFound."""
    require(actor, "accounts.api_key.revoke")
    with in_group_of(actor):
        key = api_keys_visible_to(actor).filter(id=api_key_id).select_for_update().first()
        if key is None:
            raise NotFound(field="apiKeyId")
        if key.revoked_at is not None:
            return key.id
        ApiKey.objects.filter(id=key.id).update(revoked_at=at)
    recorded(
        actor=actor, action="accounts.api_key.revoke", event="accounts.api_key.revoked",
        subject_type="api_key", subject_id=key.id, subject_label=f"{key.name} ({key.prefix})", at=at,
        old={"revoked_at": None}, new={"revoked_at": at},
    )  # fmt: skip
    return key.id


def _scopes(actor: Actor, permissions: list[str]) -> list[str]:
    wanted = sorted(set(permissions))
    above = [code for code in wanted if code not in actor.permissions or not may_be_a_scope(code)]
    if above:
        raise ScopeAboveOwn(field="permissions", permissions=", ".join(above))
    if not wanted:
        raise Invalid(
            field="permissions", reason_en="Choose at least one permission.", reason_zh="请至少选择一项权限。"
        )
    return wanted


def _name(name: str) -> str:
    words = " ".join(name.split())
    if not 1 <= len(words) <= 80:
        raise Invalid(
            field="name", reason_en="A name has 1 to 80 characters.", reason_zh="名称长度为 1 至 80 个字符。"
        )
    return words
