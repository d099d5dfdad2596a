"""Loads an edition of a public sanctions list. Runs as the platform: the lists are the same for every group."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.masterdata.models import WatchlistEntry, WatchlistImport
from commerce.masterdata.watchlists import READERS, Listed
from tenants.kernel.errors import DomainError
from tenants.runtime.locks import LockSpace, lock_exclusive

LEAST_SHARE = 0.5
_PLATFORM = uuid.UUID(int=0)
_SET = ("kind", "names", "programs", "countries", "remarks", "listed_on", "digest", "removed_at")


class WatchlistShrank(DomainError):
    """The new edition is much smaller than the one before: it may be cut off."""

    code = "WATCHLIST_SHRANK"
    en = "The list {source} had {before} entries and now has {now}. If that is right, import it with --smaller."
    zh = "名单 {source} 原有 {before} 条，现在只有 {now} 条。如确认无误，请使用 --smaller 导入。"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an import of a list did."""

    entries: int
    new: int
    changed: int
    removed: int


def watchlist_import(*, source: str, listed: Sequence[Listed], at: datetime, smaller: bool = False) -> Loaded:
    """This will bring a list's entries to a new edition; what is no longer on it is kept as removed.

    Raises WatchlistShrank when less than half of the entries are left, unless `smaller` says that is right.
    """
    if source not in READERS:
        raise ValueError(f"unknown list {source!r}")
    lock_exclusive(LockSpace.IMPORT, _PLATFORM, [f"watchlist {source}"])
    known = dict(
        WatchlistEntry.objects.filter(source=source, removed_at=None).values_list("source_id", "digest")
    )
    by_id = {entry.source_id: entry for entry in listed}
    if len(by_id) < LEAST_SHARE * len(known) and not smaller:
        raise WatchlistShrank(source=READERS[source], before=len(known), now=len(by_id))
    WatchlistEntry.objects.bulk_create(
        [_row(source, entry) for entry in by_id.values()],
        update_conflicts=True,
        unique_fields=["source", "source_id"],
        update_fields=list(_SET),
        batch_size=1000,
    )
    gone = set(known) - set(by_id)
    WatchlistEntry.objects.filter(source=source, source_id__in=gone).update(removed_at=at)
    digest = hashlib.sha256("".join(sorted(e.digest for e in by_id.values())).encode()).hexdigest()
    WatchlistImport.objects.create(source=source, sha256=digest, entries=len(by_id), imported_at=at)
    return Loaded(
        entries=len(by_id),
        new=len(set(by_id) - set(known)),
        changed=sum(1 for key, entry in by_id.items() if key in known and known[key] != entry.digest),
        removed=len(gone),
    )


def _row(source: str, entry: Listed) -> WatchlistEntry:
    return WatchlistEntry(
        source=source,
        source_id=entry.source_id,
        kind=entry.kind,
        names=entry.names,
        programs=entry.programs,
        countries=entry.countries,
        remarks=entry.remarks,
        listed_on=entry.listed_on,
        digest=entry.digest,
        removed_at=None,
    )
