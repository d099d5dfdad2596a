"""Ordering a unit once more whose making failed and was taken back; asked for by the operator."""

import uuid
from datetime import datetime

from tenants.directory.models import BusinessUnit, ProvisioningJob
from tenants.directory.services.unit_create import SlugTaken, UnitNameTaken, unit_create
from tenants.kernel.actor import Actor


def unit_remake(*, at: datetime, job_id: uuid.UUID) -> uuid.UUID | None:
    """This will order the unit of a failed job again, in its group's scope, and give the new job's id.

    None when the job did not fail, or the unit was ordered again meanwhile. Raises PlanLimit.
    """
    job = ProvisioningJob.objects.filter(id=job_id, status="failed").first()
    if job is None:
        return None
    lost = BusinessUnit.objects.get(id=job.unit_id)
    actor = Actor(
        kind="system", permissions=frozenset({"directory.unit.create"}), person_id=job.requested_by,
        group_id=job.group_id, display_name="Operator",
    )  # fmt: skip
    try:
        made = unit_create(
            actor=actor, at=at, slug=lost.slug, name=lost.name, country=lost.country, currency=lost.currency,
            time_zone=lost.time_zone, region=lost.region,
            first_admin_email=job.choices.get("first_admin_email", ""),
        )  # fmt: skip
    except (SlugTaken, UnitNameTaken):
        return None
    return made.id
