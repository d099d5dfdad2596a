"""The steps of making a unit. Each may run again: a killed job repeats the one it was in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from tenants.directory.models import BusinessUnit, Group, ProvisioningJob
from tenants.directory.provisioning.ending import describe
from tenants.directory.provisioning.hooks import NewUnit, first_admin_hooks, provision_hooks
from tenants.directory.schemas import grant_unit, make_empty_schema, make_schema_from_template, make_unit_role
from tenants.directory.services.unit_move import move_unit
from tenants.kernel.actor import Actor, system_actor
from tenants.runtime.idempotency import answer_once
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import ACCOUNTS, group_scope, unit_of_work, unit_scope


@dataclass(frozen=True, slots=True)
class Making:
    """One job with the unit it makes and the instant of this attempt."""

    job: ProvisioningJob
    unit: NewUnit
    at: datetime


def read_making(*, job: ProvisioningJob, at: datetime) -> Making:
    """This will gather what the steps need; inside a unit of work of the group."""
    unit = BusinessUnit.objects.get(id=job.unit_id)
    group = Group.objects.get(id=job.group_id)
    described = replace(
        describe(unit, group),
        requested_by=job.requested_by,
        first_admin_email=str(job.choices.get("first_admin_email", "")),
    )
    return Making(job=job, unit=described, at=at)


def provisioner(making: Making) -> Actor:
    """This will make the actor in whose name the platform makes the unit."""
    return system_actor(group_id=making.unit.group_id, unit_id=making.unit.id, name="provisioning")


def reserve(making: Making) -> None:
    """The slug and the schema's name are this unit's; from here on the unit is in the making."""
    with unit_of_work(group_scope(making.unit.group_id)):
        (unit,) = lock_rows(BusinessUnit.objects.filter(id=making.unit.id))
        if unit.status == "requested":
            move_unit(
                actor=provisioner(making), unit=unit, to="provisioning", action="provision",
                event="provisioning", at=making.at,
            )  # fmt: skip


def role(making: Making) -> None:
    """The database role under which everything of this unit runs."""
    make_unit_role(group_id=making.unit.group_id, schema_name=making.unit.schema_name)


def schema(making: Making) -> None:
    """An empty schema that nobody but the owner enters."""
    make_empty_schema(schema_name=making.unit.schema_name)


def template(making: Making) -> None:
    """All tables, in one transaction."""
    make_schema_from_template(group_id=making.unit.group_id, schema_name=making.unit.schema_name)


def grants(making: Making) -> None:
    """The role's rights, table by table."""
    grant_unit(group_id=making.unit.group_id, schema_name=making.unit.schema_name)


def defaults(making: Making) -> None:
    """What every context puts into a new unit, each once, in the unit's own scope."""
    unit = making.unit
    scope = unit_scope(group_id=unit.group_id, unit_id=unit.id, schema_name=unit.schema_name)
    for name, hook in provision_hooks().items():
        with unit_of_work(scope):
            _once(making, name, partial(hook, unit=unit, at=making.at))


def first_admin(making: Making) -> None:
    """The first administrator's membership or invitation."""
    for name, hook in first_admin_hooks().items():
        with unit_of_work(ACCOUNTS):
            _once(making, name, partial(hook, unit=making.unit, at=making.at))


def activate(making: Making) -> None:
    """The unit's doors open."""
    with unit_of_work(group_scope(making.unit.group_id)):
        (unit,) = lock_rows(BusinessUnit.objects.filter(id=making.unit.id))
        if unit.status == "provisioning":
            move_unit(
                actor=provisioner(making), unit=unit, to="active", action="activate", event="activated",
                at=making.at,
            )  # fmt: skip


def _once(making: Making, name: str, act: Callable[[], None]) -> None:
    answer_once(
        actor=provisioner(making), operation=f"provision.{name}", key=str(making.job.id), body={}, act=act
    )


STEPS: dict[str, Callable[[Making], None]] = {
    "reserve": reserve,
    "role": role,
    "schema": schema,
    "template": template,
    "grants": grants,
    "defaults": defaults,
    "first_admin": first_admin,
    "activate": activate,
}
"""The steps in their order."""
