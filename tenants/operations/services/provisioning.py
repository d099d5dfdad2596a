"""Trying again to make a unit whose making stopped."""

import uuid
from datetime import datetime

from tenants.directory.queries import provisioning_job_of
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.operations.trail import done
from tenants.runtime import outbox
from tenants.runtime.guard import require

RETRIED = "operations.provisioning.retried"


def provisioning_retry(*, actor: Actor, at: datetime, job_id: uuid.UUID) -> uuid.UUID:
    """This will have a worker go on with a unit's making, or begin it anew when it was taken back.

    Raises Forbidden; NotFound for a job that is done.
    """
    require(actor, "operations.provisioning.retry")
    job = provisioning_job_of(job_id)
    if job is None or job.status == "done":
        raise NotFound(field="jobId")
    outbox.publish(
        event_type=RETRIED, subject_type="provisioning_job", subject_id=job.id, at=at, actor=actor,
        group_id=job.group_id,
    )  # fmt: skip
    done(
        actor=actor, at=at, action="operations.provisioning.retry", subject_id=job.id, about_group=job.group_id,
        details={"status": job.status, "step": job.step},
    )  # fmt: skip
    return job.id
