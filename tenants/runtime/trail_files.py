"""Audit trails as files: the heads kept outside the database, and the export that is verified offline.

Both are JSON lines. A file of heads holds one head a line and is only ever appended to. An export begins with a line
about the trail, goes on with its seals and its rows, and ends with their numbers, so that a cut is seen.
"""

import base64
import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.conf import settings
from django.db import connection

from tenants.kernel.merkle import canonical
from tenants.kernel.seals import Record, Seal, verify_trail
from tenants.runtime.scope import Scope, current_scope, unit_of_work
from tenants.runtime.sealing import (
    BATCH,
    entries_of,
    exported,
    owner_of,
    seal_of,
    seal_trail,
    seals_of,
    signing_key,
)

FORMAT = 1
END = b'{"end":'
TAIL = 1 << 14  # bytes at the end of a file of heads that surely hold its last line


@dataclass(slots=True)
class Export:
    """An export as it was read; `faults` tells what is wrong with the file itself."""

    owner: str = ""
    seals: list[Seal] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    digest: bytes = b""
    signature: bytes = b""


def seal_and_tell(scope: Scope, *, at: datetime, everything: bool = False) -> int:
    """This will seal the scope's trail, in units of work of their own, and write the new heads to the file outside.

    Gives the number of rows that were sealed. Heads that a crash kept back are written the next time.
    """
    sealed, now = 0, BATCH
    while now == BATCH:
        with unit_of_work(scope):
            now = seal_trail(at=at, everything=everything)
            last = seals_of(scope).order_by("-number").first()
        sealed += now
    if last is not None:
        path = heads_path(last.trail)
        told = last_number(path)
        if told < last.number:
            with unit_of_work(scope):
                later = seals_of(scope).filter(number__gt=told).order_by("number")
                heads = [seal_of(row).head for row in later]
            append_heads(path, heads)
    return sealed


def heads_path(trail: str) -> Path:
    """This will name the file of a trail's heads."""
    return Path(settings.AUDIT_HEADS) / f"{trail.replace(':', '-')}.jsonl"


def last_number(path: Path) -> int:
    """This will give the number of the last head in a file; 0 without one."""
    if not path.exists():
        return 0
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        lines = file.read().splitlines()
    return int(json.loads(lines[-1])["number"]) if lines else 0


def append_heads(path: Path, heads: Iterable[Record]) -> None:
    """This will append heads that follow those in the file, durably; another writer's are not repeated."""
    heads = list(heads)
    if not heads:
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        last = last_number(path)
        file.writelines(canonical(head) + b"\n" for head in heads if head["number"] > last)
        file.flush()
        os.fsync(file.fileno())


def export_trail(scope: Scope, path: Path, *, at: datetime) -> tuple[int, int]:
    """This will write the sealed trail of a unit or group as of one instant; gives the numbers of seals and rows.

    What is not sealed yet is sealed first.
    """
    seal_and_tell(scope, at=at, everything=True)
    digest, seals, rows = hashlib.sha256(), 0, 0
    with unit_of_work(scope), path.open("wb") as file:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for line in _lines(at):
            text = canonical(line) + b"\n"
            digest.update(text)
            file.write(text)
            seals += "seal" in line
            rows += "row" in line
        end = {"end": {"seals": seals, "rows": rows, "sha256": digest.hexdigest()}}
        signature = signing_key().sign(digest.digest()).hex()
        file.write(canonical({**end, "signature": signature}) + b"\n")
    return seals, rows


def _lines(at: datetime) -> Iterator[dict[str, Any]]:
    scope = current_scope()
    while seal_trail(at=at, everything=True):
        pass
    public = base64.b64encode(signing_key().public_key().public_bytes_raw()).decode()
    yield {"owner": owner_of(scope), "format": FORMAT, "exported_at": at.isoformat(), "public_key": public}
    for row in seals_of(scope).order_by("number"):
        yield {"seal": asdict(seal_of(row))}
    for record in exported(entries_of(scope)):
        yield {"row": record}


def read_export(path: Path) -> Export:
    """This will read an export; what cannot be read is noted, not raised."""
    export, digest, end = Export(), hashlib.sha256(), b""
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if end:
            if line:
                export.faults.append(f"line {number}: stands behind the end")
            continue
        if line.startswith(END):
            end = line
            continue
        digest.update(line + b"\n")
        try:
            _take(export, json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError):
            export.faults.append(f"line {number}: cannot be read")
    export.digest = digest.digest()
    _check_end(export, end)
    return export


def _take(export: Export, content: dict[str, Any]) -> None:
    if "seal" in content:
        leaves = tuple((str(entry), str(value)) for entry, value in content["seal"]["leaves"])
        export.seals.append(Seal(**{**content["seal"], "leaves": leaves}))
    elif "row" in content:
        export.records.append(dict(content["row"]))
    else:
        export.owner = content["owner"]


def _check_end(export: Export, line: bytes) -> None:
    if not line:
        export.faults.append("the end is missing: the file was cut")
        return
    try:
        end = json.loads(line)
        told, export.signature = end["end"], bytes.fromhex(end["signature"])
        whole = {"end": told, "signature": export.signature.hex()}
        if (told["seals"], told["rows"]) != (len(export.seals), len(export.records)):
            export.faults.append(
                f"the file holds {len(export.seals)} seals and {len(export.records)} rows, was written with "
                f"{told['seals']} and {told['rows']}"
            )
        if told["sha256"] != export.digest.hex() or canonical(whole) != line:
            export.faults.append("the file was altered after it was written")
    except (ValueError, TypeError, KeyError):
        export.faults.append("the end cannot be read")


def read_heads(path: Path, *, owner: str) -> list[Record]:
    """This will read the heads of an owner's chains, from one file or from all of a folder."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    heads = [json.loads(line) for file in files for line in file.read_bytes().splitlines()]
    return [head for head in heads if head["trail"].startswith(f"{owner}:")]


def verify_export(
    path: Path, *, public_keys: Iterable[Ed25519PublicKey], heads: Path | None = None
) -> list[str]:
    """This will describe everything that is wrong with an export, against earlier heads when they are given."""
    export, keys = read_export(path), list(public_keys)
    earlier = read_heads(heads, owner=export.owner) if heads is not None else []
    strange = {seal.trail for seal in export.seals if not seal.trail.startswith(f"{export.owner}:")}
    unsigned = not any(_signed_by(key, export) for key in keys)
    return [
        *export.faults,
        *(["the file as a whole is not signed with a known key"] if unsigned else []),
        *(f"seals of {trail} are in the trail of {export.owner}" for trail in sorted(strange)),
        *verify_trail(seals=export.seals, records=export.records, public_keys=keys, heads=earlier),
    ]


def _signed_by(key: Ed25519PublicKey, export: Export) -> bool:
    try:
        key.verify(export.signature, export.digest)
    except InvalidSignature:
        return False
    return True
