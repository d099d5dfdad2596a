"""Reactions of the directory: the worker makes, closes and purges units."""

from datetime import datetime

from tenants.directory.provisioning.ending import close_unit, purge_unit
from tenants.directory.provisioning.job import run_waiting_jobs
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import Scope


@on_event("directory.unit.created", resumable=True)
def make_unit(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will make the unit, and every other one that waits."""
    run_waiting_jobs(at=at)


@on_event("directory.unit.closing", resumable=True)
def finish_closing(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will export the closing unit and count it as closed."""
    close_unit(unit_id=event.subject_id, at=at)


@on_event("directory.unit.purged", resumable=True)
def finish_purging(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will delete the purged unit's data."""
    purge_unit(unit_id=event.subject_id, at=at)
