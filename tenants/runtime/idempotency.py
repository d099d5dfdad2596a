"""Idempotency keys (R4): the first answer is stored with the change and given again."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime.models import GroupIdempotencyKey
from tenants.runtime.scope import current_scope
from tenants.runtime.unit.models import UnitIdempotencyKey

MAX_KEY_LENGTH = 200


class IdempotencyMismatch(DomainError):
    """The key was used before with another body."""

    code = "IDEMPOTENCY_MISMATCH"
    en = "This idempotency key was already used for a different request. Use a new key."
    zh = "该幂等键已用于内容不同的请求,请使用新的键。"


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
    owner = {} if scope.kind == "unit" else {"group_id": scope.group_id}
    model: Any = UnitIdempotencyKey if scope.kind == "unit" else GroupIdempotencyKey
    digest = request_hash(body)
    row = model(actor_key=actor.key, operation=operation, key=key, request_hash=digest, **owner)
    model.objects.bulk_create([row], ignore_conflicts=True)
    stored = model.objects.get(actor_key=actor.key, operation=operation, key=key, **owner)  # reviewed: ours
    if stored.id != row.id:
        if stored.request_hash != digest:
            raise IdempotencyMismatch(field="idempotencyKey")
        return stored.response, True
    answer = act()
    model.objects.filter(id=row.id).update(response=answer)
    return answer, False
