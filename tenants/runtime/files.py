"""Private files: stored as ciphertext in the owner's own tables, handed out by short-lived personal links.

    file_id = files.put(name="order.pdf", content_type="application/pdf", data=…, purpose="order", actor=actor)
    url = files.link(file_id=file_id, actor=actor)        # good for five minutes, for this person alone

A file lives where its scope lives: a unit's in the unit's schema, a group's under row security. Its content is
encrypted with the owner's data key (AES-256-GCM), which is wrapped by the platform's key from the environment
(R28): a dump of the database alone reveals nothing, and deleting the data key shreds every file at once.
"""

import hashlib
import os
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core import signing

from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit, storage
from tenants.runtime.models import DataKey, GroupFile
from tenants.runtime.scope import Scope, current_scope
from tenants.runtime.unit.models import UnitFile

MAX_BYTES = 20 * 1024 * 1024
LINK_SECONDS = 300
NONCE_BYTES = 12
SALT = "hanse.file"


class FileTooLarge(Invalid):
    """The file is larger than the platform stores."""

    code = "FILE_TOO_LARGE"

    def __init__(self) -> None:
        megabytes = MAX_BYTES // 1024 // 1024
        super().__init__(
            field="file",
            reason_en=f"The file is larger than {megabytes} MB. Split it.",
            reason_zh=f"文件超过 {megabytes} MB，请拆分后上传。",
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A file in the clear."""

    name: str
    content_type: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Described:
    """A file without its content."""

    name: str
    content_type: str
    size: int
    sha256: str
    purpose: str
    created_by: str


@dataclass(frozen=True, slots=True)
class Link:
    """What a personal link says: which file, of which group or unit, for whom."""

    file_id: uuid.UUID
    group_id: uuid.UUID
    unit_id: uuid.UUID | None
    actor_key: str
    purpose: str


def put(*, name: str, content_type: str, data: bytes, purpose: str, actor: Actor) -> uuid.UUID:
    """This will store a file in the present scope and give its id; raises FileTooLarge."""
    if len(data) > MAX_BYTES:
        raise FileTooLarge
    scope = current_scope()
    file_id = new_id()
    key_id, key = _data_key(scope)
    nonce = os.urandom(NONCE_BYTES)
    fields = {
        "id": file_id,
        "name": safe_name(name),
        "content_type": content_type,
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "purpose": purpose,
        "key_id": key_id,
        "content": nonce + AESGCM(key).encrypt(nonce, data, file_id.bytes),
        "created_by": actor.key,
    }
    if scope.kind == "unit":
        UnitFile.objects.bulk_create([UnitFile(**fields)])
    else:
        GroupFile.objects.bulk_create([GroupFile(group_id=scope.group_id, **fields)])
    storage.note(scope, len(data))
    return file_id


def open_file(*, file_id: uuid.UUID, actor: Actor, purpose: str, at: datetime) -> Opened:
    """This will read a file of the present scope and write down who read it and why; raises NotFound."""
    row = _model().objects.filter(id=file_id).first()
    if row is None:
        raise NotFound(field="file")
    opened = _decrypted(row)
    audit.record(
        actor=actor,
        action="runtime.file.read",
        subject_type="file",
        subject_id=file_id,
        subject_label=row.name,
        at=at,
        reason=purpose,
    )
    return opened


def read(*, file_id: uuid.UUID) -> bytes:
    """This will read a file for a task of the platform, e.g. an import; raises NotFound."""
    row = _model().objects.filter(id=file_id).first()
    if row is None:
        raise NotFound(field="file")
    return _decrypted(row).data


def describe(*, file_id: uuid.UUID) -> Described:
    """This will tell about a file of the present scope without opening it; raises NotFound."""
    names = ("name", "content_type", "size", "sha256", "purpose", "created_by")
    row = _model().objects.filter(id=file_id).values_list(*names).first()
    if row is None:
        raise NotFound(field="file")
    return Described(*row)


def listed(*, without: Collection[str]) -> list[tuple[uuid.UUID, str]]:
    """This will list the files of the present scope, id and name, leaving those of some purposes out."""
    rows = _model().objects.exclude(purpose__in=list(without)).order_by("id")
    return list(rows.values_list("id", "name"))


def delete(*, file_id: uuid.UUID) -> None:
    """This will delete a file, if it is still there."""
    rows = _model().objects.filter(id=file_id)
    size = rows.values_list("size", flat=True).first()
    if size is not None and rows.delete()[0]:
        storage.note(current_scope(), -size)


def seal_text(text: str, *, record_id: uuid.UUID) -> bytes:
    """This will encrypt a short secret of one record, e.g. a bank account, under the scope's data key."""
    key_id, key = _data_key(current_scope())
    nonce = os.urandom(NONCE_BYTES)
    return key_id.bytes + nonce + AESGCM(key).encrypt(nonce, text.encode(), record_id.bytes)


def open_text(sealed: bytes, *, record_id: uuid.UUID) -> str:
    """This will decrypt what `seal_text` made for the same record; raises NotFound when its key is shredded."""
    raw = bytes(sealed)
    wrapped = DataKey.objects.filter(id=uuid.UUID(bytes=raw[:16])).first()
    if wrapped is None:
        raise NotFound(field="file")
    nonce, content = raw[16 : 16 + NONCE_BYTES], raw[16 + NONCE_BYTES :]
    return AESGCM(_unwrap(wrapped)).decrypt(nonce, content, record_id.bytes).decode()


def link(*, file_id: uuid.UUID, actor: Actor) -> str:
    """This will make the address of a file, good for five minutes and for this actor alone."""
    scope = current_scope()
    claims = {
        "f": file_id.hex,
        "g": scope.group_id.hex if scope.group_id else None,
        "u": scope.unit_id.hex if scope.unit_id else None,
        "a": actor.key,
        "p": "download",
    }
    return f"/files/{signing.dumps(claims, salt=SALT, compress=True)}"


def read_link(token: str) -> Link:
    """This will read a link's token; raises NotFound when it is forged or older than five minutes."""
    try:
        claims = signing.loads(token, salt=SALT, max_age=LINK_SECONDS)
    except signing.BadSignature:
        raise NotFound(field="file") from None
    return Link(
        file_id=uuid.UUID(claims["f"]),
        group_id=uuid.UUID(claims["g"]),
        unit_id=uuid.UUID(claims["u"]) if claims["u"] else None,
        actor_key=claims["a"],
        purpose=claims["p"],
    )


def safe_name(name: str) -> str:
    """This will reduce a file's name to what is safe in a header and on a disk."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if c.isalnum() or c in " ._-()[]").strip(" .")
    return kept[-120:] or "file"


def _model() -> Any:
    return UnitFile if current_scope().kind == "unit" else GroupFile


def _decrypted(row: UnitFile | GroupFile) -> Opened:
    wrapped = DataKey.objects.filter(id=row.key_id).first()
    if wrapped is None:
        raise NotFound(field="file")
    content = bytes(row.content)
    key = _unwrap(wrapped)
    data = AESGCM(key).decrypt(content[:NONCE_BYTES], content[NONCE_BYTES:], row.id.bytes)
    return Opened(name=row.name, content_type=row.content_type, data=data, sha256=row.sha256)


def _data_key(scope: Scope) -> tuple[uuid.UUID, bytes]:
    """This will give the data key of the scope's owner, making it at first use."""
    known = DataKey.objects.filter(group_id=scope.group_id, unit_role=scope.role).first()
    if known is not None:
        return known.id, _unwrap(known)
    key = AESGCM.generate_key(256)
    name, wrapping = _wrapping_keys()[0]
    fresh = DataKey(group_id=scope.group_id, unit_id=scope.unit_id, unit_role=scope.role, wrapping_key=name)
    nonce = os.urandom(NONCE_BYTES)
    fresh.wrapped = nonce + AESGCM(wrapping).encrypt(nonce, key, fresh.id.bytes)
    DataKey.objects.bulk_create([fresh], ignore_conflicts=True)
    kept = DataKey.objects.get(group_id=scope.group_id, unit_role=scope.role)
    return kept.id, _unwrap(kept)


def _unwrap(row: DataKey) -> bytes:
    wrapped = bytes(row.wrapped)
    keys = dict(_wrapping_keys())
    return AESGCM(keys[row.wrapping_key]).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], row.id.bytes)


def _wrapping_keys() -> list[tuple[str, bytes]]:
    """The platform's keys, the present one first; each is named by a fingerprint, never by itself."""
    secrets = settings.FILE_KEYS or [settings.SECRET_KEY]
    keys = [hashlib.blake2b(s.encode(), digest_size=32, person=b"hanse.files").digest() for s in secrets]
    return [(hashlib.sha256(key).hexdigest()[:16], key) for key in keys]


def rewrap_keys() -> int:
    """This will wrap every data key anew with the present platform key; gives how many were changed."""
    name, wrapping = _wrapping_keys()[0]
    stale = list(DataKey.objects.exclude(wrapping_key=name).select_for_update())
    for row in stale:
        key, nonce = _unwrap(row), os.urandom(NONCE_BYTES)
        row.wrapped = nonce + AESGCM(wrapping).encrypt(nonce, key, row.id.bytes)
        row.wrapping_key = name
    DataKey.objects.bulk_update(stale, ["wrapped", "wrapping_key"])
    return len(stale)


def wrapped_keys(*, unit_role: str) -> list[dict[str, str]]:
    """This will give a unit's data keys as they lie wrapped, for its archive; in the group's scope."""
    return [
        {"id": str(row.id), "wrapping_key": row.wrapping_key, "wrapped": bytes(row.wrapped).hex()}
        for row in DataKey.objects.filter(unit_role=unit_role)
    ]


def adopt_key(
    archived: Mapping[str, str], *, group_id: uuid.UUID, unit_id: uuid.UUID, unit_role: str
) -> uuid.UUID:
    """This will wrap an archived data key for another unit and give its new id; in the group's scope."""
    former = DataKey(
        id=uuid.UUID(archived["id"]),
        wrapping_key=archived["wrapping_key"],
        wrapped=bytes.fromhex(archived["wrapped"]),
    )
    name, wrapping = _wrapping_keys()[0]
    row = DataKey(group_id=group_id, unit_id=unit_id, unit_role=unit_role, wrapping_key=name)
    nonce = os.urandom(NONCE_BYTES)
    row.wrapped = nonce + AESGCM(wrapping).encrypt(nonce, _unwrap(former), row.id.bytes)
    DataKey.objects.bulk_create([row])
    return row.id


def open_keys() -> list[dict[str, str | None]]:
    """This will give the data keys of a group and its units in the clear, for its own archive; in the group's scope."""
    return [
        {
            "id": str(row.id),
            "group_id": str(row.group_id),
            "unit_id": str(row.unit_id) if row.unit_id else None,
            "unit_role": row.unit_role,
            "key": _unwrap(row).hex(),
        }
        for row in DataKey.objects.order_by("id")
    ]


def take_in_keys(keys: list[dict[str, str | None]]) -> None:
    """This will wrap data keys of an archive with this platform's key and keep them; in the platform's scope."""
    wrapped_by, wrapping = _wrapping_keys()[0]
    for told in keys:
        key = bytes.fromhex(told["key"] or "")
        fields = {name: value for name, value in told.items() if name not in ("id", "key")}
        row = DataKey(id=uuid.UUID(told["id"] or ""), wrapping_key=wrapped_by, **fields)
        nonce = os.urandom(NONCE_BYTES)
        row.wrapped = nonce + AESGCM(wrapping).encrypt(nonce, key, row.id.bytes)
        DataKey.objects.bulk_create([row])


def shred(*, unit_role: str) -> None:
    """This will delete a unit's data keys, so that no copy of its files can be read; in the platform's scope."""
    DataKey.objects.filter(unit_role=unit_role).delete()
