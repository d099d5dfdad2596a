"""Reactions of the directory: the worker makes, closes and purges units."""

from datetime import datetime

from tenants.directory.provisioning.ending import close_unit, purge_unit
from tenants.directory.provisioning.job import run_waiting_jobs
from tenants.kernel.actor import system_actor
from tenants.runtime import outbox
from tenants.runtime.events import URGENT, Event, on_event
from tenants.runtime.scope import Scope, current_scope


@on_event("directory.unit.created", resumable=True, queue=URGENT)
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


@on_event("directory.module.enabled", every_unit=True)
@on_event("directory.module.disabled", every_unit=True)
def tell_open_pages(*, event: Event, at: datetime) -> None:
    """This will tell the open pages of each unit that it concerns that menus have changed."""
    scope = current_scope()
    if scope.unit_id is None or (event.subject_type == "unit" and event.subject_id != scope.unit_id):
        return
    outbox.publish(
        event_type="directory.module.switched",
        subject_type="unit",
        subject_id=scope.unit_id,
        at=at,
        actor=system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="directory"),
    )
