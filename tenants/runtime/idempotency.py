"""Idempotency keys (R4): the first answer is stored with the change and given again."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.kernel.ids import new_id
from tenants.runtime.models import GroupIdempotencyKey
from tenants.runtime.rows import fetch_rows
from tenants.runtime.scope import current_scope
from tenants.runtime.unit.models import UnitIdempotencyKey

_UNIT_INSERT = """
INSERT INTO runtime_unit_idempotency_key (id, actor_key, operation, key, request_hash)
VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING id
"""
_GROUP_INSERT = """
INSERT INTO runtime_group_idempotency_key (id, actor_key, operation, key, request_hash, group_id)
VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING id
"""
_UNIT_UPDATE = "UPDATE runtime_unit_idempotency_key SET response = %s::jsonb WHERE id = %s"
_GROUP_UPDATE = "UPDATE runtime_group_idempotency_key SET response = %s::jsonb WHERE id = %s"


class IdempotencyMismatch(DomainError):
    """The key was used before with another body."""

    code = "IDEMPOTENCY_MISMATCH"
    en = "This idempotency key was already used for a different request. Use a new key."
    zh = "该幂等键已用于内容不同的请求，请使用新的键。"


def request_hash(body: Mapping[str, object]) -> str:
    """This will hash the canonical form of an input; decimals, dates and ids count as their text."""
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), default=str, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def answer_once(
    *, actor: Actor, operation: str, key: str, body: Mapping[str, object], act: Callable[[], object]
) -> tuple[object, bool]:
    """This will run `act` once for the key and give its answer, and whether it was given again.

    The key's row is inserted before the act, in the same transaction: a second request with the same key
    waits for the first to commit, then gets the stored answer. A refused act leaves no key behind. The
    answer must be JSON. Raises IdempotencyMismatch.
    """
    scope = current_scope()
    in_unit = scope.kind == "unit"
    digest = request_hash(body)
    row_id = new_id()
    owner = [] if in_unit else [scope.group_id]
    insert, update = (_UNIT_INSERT, _UNIT_UPDATE) if in_unit else (_GROUP_INSERT, _GROUP_UPDATE)
    if not fetch_rows(insert, [row_id, actor.key, operation, key, digest, *owner]):
        model: Any = UnitIdempotencyKey if in_unit else GroupIdempotencyKey
        keys = model.objects.filter(actor_key=actor.key, operation=operation, key=key)
        stored = keys.get() if in_unit else keys.get(group_id=scope.group_id)
        if stored.request_hash != digest:
            raise IdempotencyMismatch(field="idempotencyKey")
        return stored.response, True
    answer = act()
    fetch_rows(update, [json.dumps(answer, ensure_ascii=False), row_id])
    return answer, False
