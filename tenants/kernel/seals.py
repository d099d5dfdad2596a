"""Seals: signed links of a chain, each standing for a batch of records by its Merkle root.

A seal holds the hash of the one before, so that none can be taken out, put in or exchanged later; the signature
is made with a key that is no part of the database. `verify_trail` needs the exported lines and the public key alone.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tenants.kernel.merkle import canonical, leaf_hash, merkle_root

FIRST = "0" * 64
"""What the first seal of a trail names as the one before."""

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seal:
    """One link: `leaves` are (record id, leaf hash in hex), in order; instants are ISO 8601."""

    trail: str
    number: int
    previous: str
    root: str
    count: int
    sealed_at: str
    key_id: str
    hash: str
    signature: str
    leaves: tuple[tuple[str, str], ...] = ()

    @property
    def head(self) -> dict[str, object]:
        """The seal without its leaves, as it is written to files outside the database."""
        names = ("trail", "number", "previous", "root", "count", "sealed_at", "key_id", "hash", "signature")
        return {name: getattr(self, name) for name in names}


def key_id_of(public_key: Ed25519PublicKey) -> str:
    """This will name a public key by the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(public_key.public_bytes_raw()).hexdigest()[:16]


def record_hash(record: Record) -> str:
    """This will give the leaf hash of a record, in hex."""
    return leaf_hash(canonical(dict(record))).hex()


def make_seal(
    *,
    trail: str,
    number: int,
    previous: str,
    leaves: Sequence[tuple[str, str]],
    sealed_at: str,
    key: Ed25519PrivateKey,
) -> Seal:
    """This will seal a batch of records after the seal whose hash is `previous`."""
    root = merkle_root([bytes.fromhex(value) for _, value in leaves]).hex()
    key_id = key_id_of(key.public_key())
    digest = _digest(trail, number, previous, root, len(leaves), sealed_at, key_id)
    return Seal(
        trail=trail, number=number, previous=previous, root=root, count=len(leaves), sealed_at=sealed_at,
        key_id=key_id, hash=digest.hex(), signature=key.sign(digest).hex(), leaves=tuple(leaves),
    )  # fmt: skip


def verify_trail(
    *,
    seals: Sequence[Seal],
    records: Iterable[Record],
    public_keys: Iterable[Ed25519PublicKey],
    heads: Iterable[Record] = (),
) -> list[str]:
    """This will describe everything that is wrong with a trail, in its order; nothing when it is whole.

    `heads` are heads that were exported earlier: each must still be there, which shows a chain cut off at its end
    or made anew.
    """
    keys = {key_id_of(key): key for key in public_keys}
    found = [finding for seal in seals for finding in _faults_of_seal(seal, keys)]
    found += _faults_of_chain(seals)
    found += _faults_of_records(seals, list(records))
    return [*found, *_faults_against(seals, list(heads))]


def _digest(
    trail: str, number: int, previous: str, root: str, count: int, sealed_at: str, key_id: str
) -> bytes:
    content = {
        "trail": trail, "number": number, "previous": previous, "root": root, "count": count,
        "sealed_at": sealed_at, "key_id": key_id,
    }  # fmt: skip
    return hashlib.sha256(canonical(content)).digest()


def _faults_of_seal(seal: Seal, keys: Mapping[str, Ed25519PublicKey]) -> Iterable[str]:
    digest = _digest(
        seal.trail, seal.number, seal.previous, seal.root, seal.count, seal.sealed_at, seal.key_id
    )
    if digest.hex() != seal.hash:
        yield f"seal {seal.number}: was altered"
    if _root_of(seal) != seal.root:
        yield f"seal {seal.number}: its list of rows was altered"
    if seal.count != len(seal.leaves):
        yield f"seal {seal.number}: lists {len(seal.leaves)} rows, was made over {seal.count}"
    key = keys.get(seal.key_id)
    if key is None:
        yield f"seal {seal.number}: is signed with the unknown key {seal.key_id}"
        return
    try:
        key.verify(bytes.fromhex(seal.signature), digest)
    except (InvalidSignature, ValueError):
        yield f"seal {seal.number}: its signature is wrong"


def _root_of(seal: Seal) -> str | None:
    try:
        return merkle_root([bytes.fromhex(value) for _, value in seal.leaves]).hex()
    except ValueError:
        return None


def _faults_of_chain(seals: Sequence[Seal]) -> Iterable[str]:
    expected, previous = 1, FIRST
    for seal in seals:
        if seal.number != expected:
            yield f"seal {seal.number}: stands where seal {expected} belongs"
        if seal.previous != previous:
            yield f"seal {seal.number}: does not follow the seal before it"
        if seal.trail != seals[0].trail:
            yield f"seal {seal.number}: belongs to the trail {seal.trail}"
        expected, previous = seal.number + 1, seal.hash


def _faults_against(seals: Sequence[Seal], heads: Sequence[Record]) -> Iterable[str]:
    trails = {seal.trail for seal in seals}
    kept = {(seal.trail, seal.number): seal.hash for seal in seals}
    for trail in dict.fromkeys(head["trail"] for head in heads if head["trail"] not in trails):
        last = max((head for head in heads if head["trail"] == trail), key=lambda head: head["number"])
        yield f"the chain {trail} was kept until {last['sealed_at']}, seal {last['number']}, and is not this one"
    for head in heads:
        found = kept.get((head["trail"], head["number"]))
        if head["trail"] in trails and found is None:
            yield f"seal {head['number']}: was told of at {head['sealed_at']} and is missing"
        elif head["trail"] in trails and found != head["hash"]:
            yield f"seal {head['number']}: is not the one that was told of at {head['sealed_at']}"


def _faults_of_records(seals: Sequence[Seal], records: Sequence[Record]) -> Iterable[str]:
    sealed = {entry: (seal.number, value) for seal in seals for entry, value in seal.leaves}
    seen: set[str] = set()
    for record in records:
        entry = str(record.get("id"))
        if entry in seen:
            yield f"row {entry}: stands there twice"
        seen.add(entry)
        if entry not in sealed:
            yield f"row {entry}: is in no seal"
        elif record_hash(record) != sealed[entry][1]:
            yield f"row {entry} of seal {sealed[entry][0]}: was altered"
    for entry, (number, _) in sealed.items():
        if entry not in seen:
            yield f"row {entry} of seal {number}: is missing"
