"""Periodic work of the directory: spare schemas, and the sealing of all audit trails."""

from datetime import datetime

import structlog

from tenants.directory.fleet.spares import keep_spares
from tenants.directory.queries import places_with_trails
from tenants.runtime import clock, storage
from tenants.runtime.scope import PLATFORM, Scope, unit_of_work
from tenants.runtime.tasks import platform_task
from tenants.runtime.trail_files import seal_and_tell

log = structlog.get_logger("hanse.audit")


class TrailsUnsealed(RuntimeError):
    """Some trails could not be sealed; the others are."""


@platform_task("directory.spares", own_work=True)
def spare_schemas(*, scope: Scope) -> None:
    """This will keep a few schemas ready for units to come."""
    keep_spares(at=clock.now())


@platform_task("directory.storage_recount", own_work=True)
def storage_recount(*, scope: Scope) -> None:
    """This will count what every group stores anew."""
    with unit_of_work(PLATFORM):
        places = places_with_trails()
    changed = storage.recount(places)
    if changed:
        log.info("storage.recounted", places=changed)


@platform_task("directory.audit_seal", own_work=True)
def audit_seal(*, scope: Scope) -> None:
    """This will seal what was written to all trails lately."""
    seal_all(at=clock.now(), everything=False)


@platform_task("directory.audit_seal_all", own_work=True)
def audit_seal_all(*, scope: Scope) -> None:
    """This will seal whatever no seal names, however old: rows of very long transactions and of restored units."""
    seal_all(at=clock.now(), everything=True)


def seal_all(*, at: datetime, everything: bool) -> int:
    """This will seal every trail, each in units of work of its own; gives the number of rows.

    One that fails does not keep the others waiting. Raises TrailsUnsealed at the end.
    """
    with unit_of_work(PLATFORM):
        places = places_with_trails()
    sealed, failed = 0, []
    for place in places:
        try:
            sealed += seal_and_tell(place, at=at, everything=everything)
        except Exception:
            log.exception("audit.seal_failed", role=place.role)
            failed.append(place.role)
    if failed:
        raise TrailsUnsealed(f"{len(failed)} of {len(places)} trails were not sealed")
    return sealed
