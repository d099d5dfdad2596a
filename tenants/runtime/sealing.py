"""Seals the audit trails (R31): what is written stays as it was written, or it shows.

Audit rows are inserted without any lock. Every few minutes a task takes the committed rows that no seal names yet,
in the order of their ids, and writes one seal over them: Merkle root, hash of the seal before, signature. A row is
sealed when a seal names it; nothing else is kept. The heads of the seals are then written to a file outside the
database. A unit that is restored from an archive begins a new chain; the heads of the former one still tell of it.

The key is AUDIT_SIGNING_KEY: who can write to the database alone cannot make a seal.
"""

import base64
import hashlib
import secrets
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import connection
from django.db.models import Model, QuerySet
from psycopg import sql

from tenants.kernel.seals import FIRST, Record, Seal, make_seal, record_hash
from tenants.runtime.locks import LockSpace, lock_exclusive
from tenants.runtime.models import GroupAuditEntry, GroupAuditSeal
from tenants.runtime.scope import Scope, current_scope
from tenants.runtime.unit.models import UnitAuditEntry, UnitAuditSeal

BATCH = 5000  # rows in one seal
LATEST_COMMIT = timedelta(hours=2)
"""How long after its id was made a row may be committed and still be found by the frequent pass."""

_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)

FIELDS = (
    "id", "at", "recorded_at", "actor_key", "actor_name", "action", "subject_type", "subject_id", "subject_label",
    "old", "new", "reason", "ip_address", "request_id",
)  # fmt: skip


def signing_key() -> Ed25519PrivateKey:
    """This will give the key that signs seals; without AUDIT_SIGNING_KEY it follows from SECRET_KEY."""
    text = settings.AUDIT_SIGNING_KEY
    if text:
        return Ed25519PrivateKey.from_private_bytes(read_key(text))
    derived = HKDF(hashes.SHA256(), 32, salt=None, info=b"hanse audit seals").derive(
        settings.SECRET_KEY.encode()
    )
    return Ed25519PrivateKey.from_private_bytes(derived)


def read_key(text: str) -> bytes:
    """This will read a key of 32 bytes in base64; raises ValueError."""
    raw = base64.b64decode(text, validate=True)
    if len(raw) != 32:
        raise ValueError("a key has 32 bytes, written in base64")
    return raw


def owner_of(scope: Scope) -> str:
    """This will name whose trail it is: the names of its chains begin so."""
    return f"unit:{scope.unit_id}" if scope.kind == "unit" else f"group:{scope.group_id}"


def seal_trail(*, at: datetime, everything: bool = False) -> int:
    """This will seal what the present scope's trail holds unsealed, at most BATCH rows; gives their number.

    Rows whose id is older than the last seal by more than LATEST_COMMIT are found only with `everything`, which reads
    the whole trail.
    """
    scope = current_scope()
    lock_exclusive(LockSpace.AUDIT_SEAL, scope.group_id, [owner_of(scope)])
    last = seals_of(scope).order_by("-number").first()
    rows = list(_unsealed(scope, since=None if everything or last is None else min(at, last.sealed_at)))
    if not rows:
        return 0
    leaves = [(str(row["id"]), record_hash(row)) for row in rows]
    seal = make_seal(
        trail=f"{owner_of(scope)}:{secrets.token_hex(6)}" if last is None else last.trail,
        number=1 if last is None else last.number + 1,
        previous=FIRST if last is None else last.hash,
        leaves=leaves,
        sealed_at=_instant(at),
        key=signing_key(),
    )
    _write(scope, seal, at)
    return len(rows)


def seals_of(scope: Scope) -> QuerySet[Any]:
    """This will give the seals of the scope's trail."""
    if scope.kind == "unit":
        return UnitAuditSeal.objects.all()
    return GroupAuditSeal.objects.filter(group_id=scope.group_id)


def entries_of(scope: Scope) -> QuerySet[Any]:
    """This will give the rows of the scope's trail."""
    if scope.kind == "unit":
        return UnitAuditEntry.objects.all()
    return GroupAuditEntry.objects.filter(group_id=scope.group_id)


def exported(rows: QuerySet[Any]) -> Iterator[Record]:
    """This will give audit rows as they are hashed and exported: ids and instants as text."""
    names = (*FIELDS, "group_id") if rows.model is GroupAuditEntry else FIELDS
    for row in rows.order_by("id").values(*names).iterator(chunk_size=2000):
        yield {name: _plain(value) for name, value in row.items()}


def seal_of(row: Any) -> Seal:
    """This will give a stored seal as the verifier takes it."""
    hashes_ = bytes(row.leaf_hashes)
    width = hashlib.sha256().digest_size
    cut = [hashes_[i : i + width].hex() for i in range(0, len(hashes_), width)]
    leaves = tuple(zip(map(str, row.entry_ids), cut, strict=True))
    return Seal(
        trail=row.trail, number=row.number, previous=row.previous_hash, root=row.root, count=row.entry_count,
        sealed_at=_instant(row.sealed_at), key_id=row.key_id, hash=row.hash, signature=row.signature, leaves=leaves,
    )  # fmt: skip


_UNSEALED = sql.SQL("""
SELECT e.id FROM {entries} e
LEFT JOIN (SELECT unnest(entry_ids) AS id FROM {seals} WHERE {group} AND sealed_at >= %(sealed_since)s) s ON s.id = e.id
WHERE {group} AND e.id >= %(first_id)s AND s.id IS NULL ORDER BY e.id LIMIT %(batch)s
""")


def _unsealed(scope: Scope, *, since: datetime | None) -> Iterator[Record]:
    """Committed rows that no seal names. Ids are made by the clock, so recent rows stand at the end of the key."""
    in_unit = scope.kind == "unit"
    entries: type[Model] = UnitAuditEntry if in_unit else GroupAuditEntry
    seals: type[Model] = UnitAuditSeal if in_unit else GroupAuditSeal
    group = sql.SQL("true") if in_unit else sql.SQL("group_id = %(group_id)s")
    since = since or _BEGINNING
    given = {
        "sealed_since": since - 2 * LATEST_COMMIT,
        "first_id": _first_id_of(since - LATEST_COMMIT),
        "group_id": scope.group_id,
        "batch": BATCH,
    }
    statement = _UNSEALED.format(
        entries=sql.Identifier(entries._meta.db_table),
        seals=sql.Identifier(seals._meta.db_table),
        group=group,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        ids = [row[0] for row in cursor.fetchall()]
    return exported(entries_of(scope).filter(id__in=ids))


def _first_id_of(instant: datetime) -> uuid.UUID:
    """The smallest UUID of version 7 that is made at the instant (RFC 9562, 5.7)."""
    return uuid.UUID(int=int(instant.timestamp() * 1000) << 80)


def _write(scope: Scope, seal: Seal, at: datetime) -> None:
    fields = {
        "trail": seal.trail,
        "number": seal.number,
        "previous_hash": seal.previous,
        "root": seal.root,
        "entry_count": seal.count,
        "entry_ids": [uuid.UUID(entry) for entry, _ in seal.leaves],
        "leaf_hashes": b"".join(bytes.fromhex(value) for _, value in seal.leaves),
        "sealed_at": at,
        "key_id": seal.key_id,
        "hash": seal.hash,
        "signature": seal.signature,
    }
    if scope.kind == "unit":
        UnitAuditSeal.objects.bulk_create([UnitAuditSeal(**fields)])
    else:
        GroupAuditSeal.objects.bulk_create([GroupAuditSeal(group_id=scope.group_id, **fields)])


def _plain(value: object) -> object:
    if isinstance(value, uuid.UUID):
        return str(value)
    return _instant(value) if isinstance(value, datetime) else value


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")
