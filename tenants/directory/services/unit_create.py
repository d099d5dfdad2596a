"""Ordering a new business unit; its schema is made by the provisioning job."""

from datetime import datetime

from django.db import IntegrityError, transaction

from tenants.directory.limits import lock_limit, require_room
from tenants.directory.models import BusinessUnit, ProvisioningJob
from tenants.directory.policies import check_name, check_place, check_slug, own_group_id
from tenants.directory.queries import open_unit_count
from tenants.directory.schemas import new_schema_name
from tenants.directory.services.trail import unit_changed
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime.guard import require

MOST_UNITS_IN_THE_MAKING = 20
"""How many units one group may have in the queue: making schemas is the dearest thing a customer can ask for."""


class SlugTaken(DomainError):
    """Another unit has the short name; whose it is, is not said."""

    code = "SLUG_TAKEN"
    en = "The short name {slug} is taken. Choose another one."
    zh = "短名称 {slug} 已被占用，请另选一个。"


class UnitNameTaken(DomainError):
    """Another unit of the group has the name."""

    code = "UNIT_NAME_TAKEN"
    en = "The group has a unit named {name} already. Choose another name."
    zh = "本集团已有名为 {name} 的业务单元，请另选名称。"


class TooManyUnitsInTheMaking(DomainError):
    """The group's queue is full."""

    code = "TOO_MANY_UNITS_IN_THE_MAKING"
    en = "{most} units are being made already. Wait until some are ready."
    zh = "已有 {most} 个业务单元正在创建，请等待其中部分完成。"


def unit_create(
    *,
    actor: Actor,
    at: datetime,
    slug: str,
    name: str,
    country: str,
    currency: str,
    time_zone: str,
    region: str = "",
    first_admin_email: str = "",
) -> ProvisioningJob:
    """This will order a unit of the actor's group and give the job that makes it.

    Without an e-mail address the actor becomes its first administrator. Raises Forbidden, SlugInvalid,
    SlugReserved, SlugTaken, UnitNameTaken, Invalid, TooManyUnitsInTheMaking, PlanLimit.
    """
    require(actor, "directory.unit.create")
    group_id = own_group_id(actor)
    check_slug(slug)
    name = check_name(name)
    check_place(country=country, currency=currency, time_zone=time_zone)
    open_jobs = ProvisioningJob.objects.filter(status__in=["waiting", "running", "failing"]).count()
    if open_jobs >= MOST_UNITS_IN_THE_MAKING:
        raise TooManyUnitsInTheMaking(most=MOST_UNITS_IN_THE_MAKING)
    limit = lock_limit(group_id=group_id, name="units")
    require_room(name="units", used=open_unit_count(group_id=group_id), limit=limit, field="name")
    unit = BusinessUnit(
        group_id=group_id,
        slug=slug,
        schema_name=new_schema_name(),
        name=name,
        country=country,
        region=region,
        currency=currency,
        time_zone=time_zone,
        status="requested",
    )
    save_named(unit)
    job = ProvisioningJob(
        group_id=group_id,
        unit=unit,
        choices={"first_admin_email": first_admin_email.strip().lower()},
        requested_by=actor.person_id,
    )
    ProvisioningJob.objects.bulk_create([job])
    unit_changed(
        actor=actor, unit=unit, action="create", event="created", at=at,
        new={"slug": slug, "name": name, "country": country, "currency": currency, "time_zone": time_zone},
        payload={"job_id": str(job.id)},
    )  # fmt: skip
    return job


def save_named(unit: BusinessUnit) -> None:
    """This will write the unit; raises SlugTaken and UnitNameTaken instead of the database's refusal."""
    try:
        with transaction.atomic():
            unit.save()
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
        if constraint == "unit_slug_once":
            raise SlugTaken(field="slug", slug=unit.slug) from None
        if constraint == "unit_name_once_in_group":
            raise UnitNameTaken(field="name", name=unit.name) from None
        raise
