"""Every explicit lock of the platform, in one place and one order.

Order (R6): advisory locks by space, then key; then parents, then children, each by primary key. They are
taken late and end with the transaction.
"""

import hashlib
import uuid
from collections.abc import Iterable
from enum import IntEnum
from typing import TypeVar

from django.db.models import Model, QuerySet

from tenants.runtime.rows import fetch_rows

_SHARED = "SELECT pg_advisory_xact_lock_shared(k) FROM (SELECT unnest(%s::bigint[]) AS k) AS keys"
_EXCLUSIVE = "SELECT pg_advisory_xact_lock(k) FROM (SELECT unnest(%s::bigint[]) AS k) AS keys"

M = TypeVar("M", bound=Model)


class LockSpace(IntEnum):
    """The registered kinds of advisory locks; a transaction takes them in this order."""

    SUPPLIER = 1
    APPROVAL_FLOW = 2
    IMPORT = 3
    PROVISIONING = 4
    CLOCK = 5
    AUDIT_SEAL = 6
    SPEND_ROLLUP = 7
    USAGE = 8
    PLAN_LIMIT = 9
    ALERT = 10


def lock_shared(space: LockSpace, group_id: uuid.UUID, keys: Iterable[object]) -> None:
    """This will take shared advisory locks on the keys of one group, in order, until the commit."""
    _lock(_SHARED, space, group_id, keys)


def lock_exclusive(space: LockSpace, group_id: uuid.UUID, keys: Iterable[object]) -> None:
    """This will take exclusive advisory locks on the keys of one group, in order, until the commit."""
    _lock(_EXCLUSIVE, space, group_id, keys)


def advisory_key(space: LockSpace, group_id: uuid.UUID, key: object) -> int:
    """This will compute the 64-bit key: tenant and space are part of it, so tenants never meet.

    SHA-256, for functions in the database compute the same key.
    """
    digest = hashlib.sha256(f"{space.value}:{group_id}:{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _lock(statement: str, space: LockSpace, group_id: uuid.UUID, keys: Iterable[object]) -> None:
    numbers = sorted({advisory_key(space, group_id, key) for key in keys})
    if not numbers:
        return
    fetch_rows(statement, [f"{{{','.join(map(str, numbers))}}}"])


def lock_free_rows(queryset: QuerySet[M]) -> list[M]:
    """This will lock those rows that nobody else has locked and give them fresh, for work that can wait."""
    return list(queryset.order_by("pk").select_for_update(no_key=True, skip_locked=True))


def lock_rows(queryset: QuerySet[M]) -> list[M]:
    """This will lock the rows in order of primary key and give them fresh; child rows stay insertable."""
    return list(queryset.order_by("pk").select_for_update(no_key=True))
