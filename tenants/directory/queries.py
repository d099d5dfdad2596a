"""What other contexts may know of the directory."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import QuerySet
from psycopg import sql

from tenants.directory.models import BusinessUnit, Group, ProvisioningJob, UnitArchive
from tenants.kernel.actor import Actor
from tenants.runtime.scope import Scope, group_scope, unit_of_work, unit_role, unit_scope


@dataclass(frozen=True, slots=True)
class Place:
    """A group, or one of its units: its ids, name, state, and the unit's database role."""

    group_id: uuid.UUID
    unit_id: uuid.UUID | None
    unit_role: str
    name: str
    status: str


def place_of(*, group_id: uuid.UUID, unit_id: uuid.UUID | None = None) -> Place | None:
    """This will find a group, or a unit of it, in the surrounding scope; None when there is none."""
    if unit_id is None:
        group = Group.objects.filter(id=group_id).first()
        return Place(group.id, None, "", group.name, group.status) if group else None
    unit = BusinessUnit.objects.filter(id=unit_id, group_id=group_id).first()
    if unit is None:
        return None
    role = unit_role(group_id=group_id, schema_name=unit.schema_name)
    return Place(group_id, unit.id, role, unit.name, unit.status)


def probed_place(slug: str) -> Scope | None:
    """This will give the scope of an active unit of an active group, in the accounts scope; None otherwise."""
    unit = BusinessUnit.objects.filter(slug=slug, status="active", group__status="active").first()
    if unit is None:
        return None
    return unit_scope(group_id=unit.group_id, unit_id=unit.id, schema_name=unit.schema_name)


def places_with_trails() -> list[Scope]:
    """This will give the scopes of all groups and of all units that have a schema, in the platform's scope."""
    groups = [group_scope(group_id) for group_id in Group.objects.order_by("id").values_list("id", flat=True)]
    units = BusinessUnit.objects.filter(status__in=("active", "suspended", "closing", "closed"))
    return groups + [
        unit_scope(group_id=unit.group_id, unit_id=unit.id, schema_name=unit.schema_name)
        for unit in units.order_by("group_id", "id")
    ]


def existing_group_ids() -> list[uuid.UUID]:
    """This will give every group that is not closed, in the platform's or the operator's scope."""
    return list(Group.objects.exclude(status="closed").order_by("id").values_list("id", flat=True))


def is_closing(*, group_id: uuid.UUID) -> bool:
    """This will tell whether a group is being closed; in its own scope."""
    return Group.objects.filter(id=group_id, closes_at__isnull=False).exists()


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """What the operator's console lists of a group."""

    id: uuid.UUID
    name: str
    status: str
    currency: str
    read_only: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What the operator's console lists of a unit, with how far its making has come."""

    id: uuid.UUID
    group_id: uuid.UUID
    name: str
    slug: str
    country: str
    status: str
    schema_name: str
    activated_at: datetime | None
    job_id: uuid.UUID | None
    job_status: str
    job_step: str
    job_done: int
    job_total: int
    job_error: str
    job_attempts: int


def group_facts(*, group_id: uuid.UUID | None = None) -> list[GroupFacts]:
    """This will list all groups by name, or one; in the platform's or the operator's scope."""
    rows = Group.objects.all() if group_id is None else Group.objects.filter(id=group_id)
    fields = ("id", "name", "status", "currency", "read_only", "created_at")
    return [GroupFacts(*row) for row in rows.order_by("name", "id").values_list(*fields)]


def unit_facts(*, group_id: uuid.UUID | None = None, active_only: bool = False) -> list[UnitFacts]:
    """This will list units by name with their provisioning jobs; in the platform's or the operator's scope."""
    rows = BusinessUnit.objects.all() if group_id is None else BusinessUnit.objects.filter(group_id=group_id)
    rows = rows.filter(status="active") if active_only else rows
    jobs = {} if active_only else {job.unit_id: job for job in ProvisioningJob.objects.all()}
    return [_unit_facts(unit, jobs.get(unit.id)) for unit in rows.order_by("name", "id")]


def _unit_facts(unit: BusinessUnit, job: ProvisioningJob | None) -> UnitFacts:
    made = (job.id, job.status, job.step, job.done, job.total, job.error, job.attempts) if job else None
    return UnitFacts(
        unit.id, unit.group_id, unit.name, unit.slug, unit.country, unit.status, unit.schema_name,
        unit.activated_at, *(made or (None, "", "", 0, 0, "", 0)),
    )  # fmt: skip


def known_unit_ids(*, unit_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """This will narrow ids to those of units of the surrounding scope's group, whatever their state."""
    return set(BusinessUnit.objects.filter(id__in=list(unit_ids)).values_list("id", flat=True))


def group_currency(*, group_id: uuid.UUID) -> str:
    """This will give the currency a group sums in; raises DoesNotExist outside the group."""
    return str(Group.objects.values_list("currency", flat=True).get(id=group_id))


def group_limit(*, group_id: uuid.UUID, name: str) -> int | None:
    """This will give what a group's plan allows of something; None for no limit, or no such group."""
    limits = Group.objects.filter(id=group_id).values_list("limits", flat=True).first()
    return (limits or {}).get(name)


def open_unit_count(*, group_id: uuid.UUID) -> int:
    """This will count a group's units that are in use, in the making, or suspended."""
    gone = ("closing", "closed", "purged")
    return BusinessUnit.objects.filter(group_id=group_id).exclude(status__in=gone).count()


def unit_time_zone(unit_id: uuid.UUID) -> str:
    """This will give the IANA name of a unit's time zone; UTC for a unit that is not there."""
    return BusinessUnit.objects.filter(id=unit_id).values_list("time_zone", flat=True).first() or "UTC"


def unit_address(unit_id: uuid.UUID) -> tuple[str, str]:
    """This will give a unit's slug and name; raises DoesNotExist outside its group."""
    return BusinessUnit.objects.values_list("slug", "name").get(id=unit_id)


def own_unit_names(*, group_id: uuid.UUID) -> dict[uuid.UUID, str]:
    """This will give the names of all units of a group by id, in the group's scope."""
    return dict(BusinessUnit.objects.filter(group_id=group_id).values_list("id", "name"))


def mfa_required_roles(*, group_id: uuid.UUID) -> list[str]:
    """This will give the roles of a group that must log in with a second factor."""
    return list(Group.objects.values_list("mfa_required_roles", flat=True).get(id=group_id))


def groups_visible_to(actor: Actor) -> QuerySet[Group]:
    """This will give the door to the actor's own group."""
    return Group.objects.filter(id=actor.group_id)


def units_visible_to(actor: Actor) -> QuerySet[BusinessUnit]:
    """This will give the door to units: all of the group for HQ, one's own for everybody else."""
    units = BusinessUnit.objects.filter(group_id=actor.group_id)
    return units if actor.unit_id is None else units.filter(id=actor.unit_id)


def provisioning_jobs_visible_to(actor: Actor) -> QuerySet[ProvisioningJob]:
    """This will give the door to the group's provisioning jobs."""
    return ProvisioningJob.objects.filter(group_id=actor.group_id)


def provisioning_job_of(job_id: uuid.UUID) -> ProvisioningJob | None:
    """This will find a provisioning job in the surrounding scope."""
    return ProvisioningJob.objects.filter(id=job_id).first()


def unit_archives_visible_to(actor: Actor) -> QuerySet[UnitArchive]:
    """This will give the door to the archives of the group's units."""
    return UnitArchive.objects.filter(group_id=actor.group_id)


def invariant_views(*, schema_name: str) -> list[str]:
    """This will give the names of a unit's invariants, in the unit's scope."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT viewname FROM pg_views WHERE schemaname = %s AND starts_with(viewname, 'inv_') ORDER BY 1",
            [schema_name],
        )
        return [row[0] for row in cursor.fetchall()]


def invariant_rows(*, schema_name: str, view: str) -> list[dict[str, object]]:
    """This will read one invariant: its first hundred violations, in the unit's scope."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT * FROM {} LIMIT 100").format(sql.Identifier(schema_name, view)))
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def units_with_data(*, group_id: uuid.UUID) -> list[BusinessUnit]:
    """This will give the units of a group that have a schema, by short name; opens its own unit of work."""
    with unit_of_work(group_scope(group_id)):
        return units_here()


def units_here() -> list[BusinessUnit]:
    """This will give the units that have a schema of the surrounding scope's group, by short name."""
    known = BusinessUnit.objects.filter(status__in=("active", "suspended", "closing", "closed"))
    return list(known.order_by("slug"))


def group_exists(*, group_id: uuid.UUID) -> bool:
    """This will tell whether the installation has a group; in any scope that may read it."""
    return Group.objects.filter(id=group_id).exists()


def group_of(group_id: uuid.UUID) -> Group:
    """This will give a group's row in the surrounding scope; raises DoesNotExist."""
    return Group.objects.get(id=group_id)
