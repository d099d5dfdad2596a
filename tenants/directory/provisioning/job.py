"""Runs provisioning jobs: at most two at once, resumable at every step, leaving nothing behind on failure.

Places and jobs are held by session locks of the owner's connection, so a killed worker lets go of them at
once. Whoever holds a place works until no job waits; whoever finds none leaves the work to those who do.
"""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import structlog
from django.db import DatabaseError

from tenants.directory.fleet.owner import NO_GROUP, owner_connection
from tenants.directory.models import BusinessUnit, ProvisioningJob
from tenants.directory.provisioning.ending import remove_unit
from tenants.directory.provisioning.steps import STEPS, Making, provisioner, read_making
from tenants.directory.services.trail import publish_unit_event
from tenants.directory.services.unit_move import move_unit
from tenants.kernel.errors import DomainError
from tenants.runtime.locks import LockSpace, advisory_key, lock_rows
from tenants.runtime.scope import PLATFORM, group_scope, unit_of_work

log = structlog.get_logger("hanse.provisioning")

PLACES = 2
MOST_ATTEMPTS = 5
OPEN = ("waiting", "running", "failing")

Observer = Callable[[str, str], None]
"""Told of each step by name: "begin", "made" when it ran, "end" when that is noted."""


class Unfinished(RuntimeError):
    """Jobs that failed this time are to be tried again."""


def run_waiting_jobs(*, at: datetime, observe: Observer = lambda step, moment: None) -> int:
    """This will run open jobs, oldest first, as long as a place is free; gives how many were finished.

    Raises Unfinished when a job has to be tried again. A job that came while both places were taken is found
    by one of those who held them: they look once more after letting go.
    """
    tried: set[uuid.UUID] = set()
    run: set[uuid.UUID] = set()
    finished = 0
    while True:
        fresh = [job_id for job_id in _open_jobs() if job_id not in tried]
        with _free_place() as is_free:
            if not fresh or not is_free:
                break
            for job_id in fresh:
                tried.add(job_id)
                with _held(str(job_id)) as held:
                    if held:
                        run.add(job_id)
                        finished += run_job(job_id=job_id, at=at, observe=observe)
    left = run & set(_open_jobs())
    if left:
        raise Unfinished(f"{len(left)} provisioning jobs are tried again later")
    return finished


def run_job(*, job_id: uuid.UUID, at: datetime, observe: Observer = lambda step, moment: None) -> bool:
    """This will bring one job to its end from wherever it stands; True when the unit is active.

    A refusal, or the last of several failures, takes everything back. A failure before that leaves the job
    open for the next attempt.
    """
    making = _begin(job_id, at)
    if making is None:
        return False
    if making.job.status == "failing":
        _take_back(making)
        return False
    try:
        for number, (name, step) in enumerate(STEPS.items(), start=1):
            if number > making.job.done:
                observe(name, "begin")
                step(making)
                observe(name, "made")
                _advance(making, name, number)
                observe(name, "end")
    except DomainError as refusal:
        _give_up(making, refusal.message(making.unit.locale))
        return False
    except Exception as error:  # whatever it is: the job records it and is tried again, or taken back
        log.warning("provisioning.failed", job=str(making.job.id), error=type(error).__name__, exc_info=True)
        if making.job.attempts >= MOST_ATTEMPTS:
            _give_up(making, type(error).__name__)
        elif isinstance(error, DatabaseError):
            owner_connection().close()
        return False
    return True


def _begin(job_id: uuid.UUID, at: datetime) -> Making | None:
    with unit_of_work(PLATFORM):
        group_id = ProvisioningJob.objects.get(id=job_id).group_id
    with unit_of_work(group_scope(group_id)):
        (job,) = lock_rows(ProvisioningJob.objects.filter(id=job_id))
        if job.status not in OPEN:
            return None
        if job.status != "failing":
            job.status, job.total, job.attempts = "running", len(STEPS), job.attempts + 1
            if job.attempts > MOST_ATTEMPTS:
                job.status, job.error = "failing", job.error or "interrupted too often"
            job.save(update_fields=["status", "total", "attempts", "error"])
        return read_making(job=job, at=at)


def _advance(making: Making, name: str, number: int) -> None:
    """This will note a finished step and tell whoever watches."""
    job = making.job
    with unit_of_work(group_scope(making.unit.group_id)):
        job.step, job.done = name, number
        if number == len(STEPS):
            job.status, job.finished_at, job.error = "done", making.at, ""
        job.save(update_fields=["step", "done", "status", "finished_at", "error"])
        publish_unit_event(
            actor=provisioner(making), unit=BusinessUnit.objects.get(id=making.unit.id),
            event="provision_advanced", at=making.at,
            payload={"job_id": str(job.id), "step": name, "done": number, "total": len(STEPS)},
        )  # fmt: skip


def _give_up(making: Making, reason: str) -> None:
    with unit_of_work(group_scope(making.unit.group_id)):
        making.job.status, making.job.error = "failing", reason
        making.job.save(update_fields=["status", "error"])
    _take_back(making)


def _take_back(making: Making) -> None:
    """This will remove whatever the steps made; the unit's row stays as the record of the attempt."""
    remove_unit(unit=making.unit, at=making.at)
    with unit_of_work(group_scope(making.unit.group_id)):
        (unit,) = lock_rows(BusinessUnit.objects.filter(id=making.unit.id))
        if unit.status != "purged":
            move_unit(
                actor=provisioner(making), unit=unit, to="purged", action="provision", event="failed",
                at=making.at, reason=making.job.error,
            )  # fmt: skip
        making.job.status, making.job.finished_at = "failed", making.at
        making.job.save(update_fields=["status", "finished_at"])


def _open_jobs() -> list[uuid.UUID]:
    with unit_of_work(PLATFORM):
        jobs = ProvisioningJob.objects.filter(status__in=OPEN).order_by("created_at", "id")
        return list(jobs.values_list("id", flat=True))


@contextmanager
def _free_place() -> Iterator[bool]:
    for place in range(PLACES):
        with _held(f"place {place}") as held:
            if held:
                yield True
                return
    yield False


@contextmanager
def _held(name: str) -> Iterator[bool]:
    """This will try for a session lock of the owner's connection; a lost connection has let go already."""
    key = advisory_key(LockSpace.PROVISIONING, NO_GROUP, name)
    connection = owner_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        (held,) = cursor.fetchone()
    try:
        yield bool(held)
    finally:
        if held and connection.connection is not None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
