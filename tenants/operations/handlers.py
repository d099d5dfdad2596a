"""What follows from the operator's actions, and from a group's founding."""

from datetime import datetime

from tenants.directory.provisioning.job import run_waiting_jobs
from tenants.directory.services.unit_remake import unit_remake
from tenants.kernel.actor import system_actor
from tenants.operations.models import Announcement, AnnouncementCopy
from tenants.operations.services.announcements import copy_for
from tenants.operations.services.features import put_in_force
from tenants.operations.services.provisioning import RETRIED
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import PLATFORM, Scope, unit_of_work


@on_event("directory.group.created", resumable=True)
def greet_group(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will put in force for a new group what holds for all: feature switches and announcements."""
    with unit_of_work(PLATFORM):
        actor = system_actor(group_id=event.subject_id, name="Operator")
        put_in_force(actor=actor, at=at, group_id=event.subject_id)
        running = Announcement.objects.filter(group_ids=[], withdrawn_at=None, ends_at__gt=at)
        AnnouncementCopy.objects.bulk_create(
            (copy_for(each, event.subject_id) for each in running), ignore_conflicts=True
        )


@on_event(RETRIED, resumable=True)
def retry_provisioning(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will order a unit again that could not be made, and run whatever waits."""
    with unit_of_work(scope):
        unit_remake(at=at, job_id=event.subject_id)
    run_waiting_jobs(at=at)
