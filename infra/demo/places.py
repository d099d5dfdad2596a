"""Makes the demo's groups, units and people, as sign-up and HQ would; what is there stays."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from infra.commands.places import UnitPlace, unit_by_slug, unit_status
from infra.config.wiring import register_reactions
from infra.demo.plan import GROUP_ROLES, UNIT_ROLES, GroupPlan, UnitPlan
from tenants.accounts.permissions import permissions_of
from tenants.accounts.queries.members import groups_of_person
from tenants.accounts.services.group_create import group_create
from tenants.accounts.services.members import member_appoint
from tenants.directory.provisioning.job import run_waiting_jobs
from tenants.directory.services.unit_create import unit_create
from tenants.kernel.actor import Actor, system_actor
from tenants.runtime.scope import ACCOUNTS, group_scope, unit_of_work


@dataclass(frozen=True, slots=True)
class Login:
    """One person who can log in: where, as what, by which address."""

    email: str
    role: str
    place: str
    person_id: uuid.UUID


@dataclass(slots=True)
class DemoGroup:
    """A group that was made, with its units and logins."""

    plan: GroupPlan
    group_id: uuid.UUID
    units: dict[str, UnitPlace] = field(default_factory=dict)
    logins: list[Login] = field(default_factory=list)

    def actor(self, role: str, *, at: datetime, unit: str = "", **fields: object) -> Actor:
        """This will make the actor of a role, in the group or one of its units, who has just logged in."""
        login = next(found for found in self.logins if (found.role, found.place) == (role, unit))
        place = self.units[unit] if unit else None
        shipped = role.removesuffix("_2")
        return Actor(
            kind="person",
            permissions=permissions_of(shipped),
            person_id=login.person_id,
            display_name=display_name(role, place.slug if place else ""),
            email=login.email,
            group_id=self.group_id,
            unit_id=place.unit_id if place else None,
            roles=frozenset({shipped}),
            proved_at=at,
            **fields,  # type: ignore[arg-type]
        )

    def platform(self) -> Actor:
        """This will make the actor in whose name people are appointed."""
        return system_actor(group_id=self.group_id, name="Demo")


def make_group(plan: GroupPlan, *, password: str, at: datetime) -> DemoGroup:
    """This will make a group with its HQ people and its units with theirs, and set everybody's password."""
    founder = make_person(plan.email(GROUP_ROLES[0]), GROUP_ROLES[0], "", password)
    with unit_of_work(ACCOUNTS):
        known = groups_of_person(founder)
        if known:
            group_id = known[0]
        else:
            person = Actor(kind="person", permissions=frozenset(), person_id=founder, proved_at=at)
            founded = group_create(actor=person, at=at, name=plan.name, currency="USD", locale="en")
            group_id = founded.group_id
    group = DemoGroup(plan, group_id)
    group.logins.append(Login(plan.email(GROUP_ROLES[0]), GROUP_ROLES[0], "", founder))
    for role in GROUP_ROLES[1:]:
        add_login(group, role, password=password, at=at)
    _make_units(group, at)
    for unit in plan.units:
        for role in UNIT_ROLES:
            add_login(group, role, unit=unit.slug, password=password, at=at)
    return group


def make_person(email: str, role: str, unit: str, password: str) -> uuid.UUID:
    """This will make a person with a verified address, or give the known one that password; gives the id."""
    people = get_user_model()._default_manager
    with unit_of_work(ACCOUNTS):
        person = people.filter(email=email).first()
        if person is None:
            person = people.create_user(  # type: ignore[attr-defined]
                email, password, display_name=display_name(role, unit), locale="en"
            )
            EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        else:
            person.set_password(password)
            person.save(update_fields=["password"])
        return person.pk


def add_login(
    group: DemoGroup,
    role: str,
    *,
    password: str,
    at: datetime,
    unit: str = "",
    supplier_org_id: uuid.UUID | None = None,
    distributor_id: uuid.UUID | None = None,
) -> None:
    """This will make a person and appoint it to a role in the group, a unit, or a partner's place in a unit."""
    email = group.plan.email(role, unit)
    person_id = make_person(email, role, unit, password)
    partner = "supplier" if supplier_org_id else "distributor" if distributor_id else ""
    kind = partner or ("unit" if unit else "group")
    with unit_of_work(ACCOUNTS):
        member_appoint(
            actor=group.platform(),
            at=at,
            person_id=person_id,
            kind=kind,
            role=role.removesuffix("_2"),
            group_id=group.group_id,
            unit_id=group.units[unit].unit_id if unit else None,
            supplier_org_id=supplier_org_id,
            distributor_id=distributor_id,
        )
    group.logins.append(Login(email, role, unit, person_id))


def display_name(role: str, unit: str) -> str:
    """This will name a person by what it is, e.g. Buyer, Shanghai."""
    words = role.replace("_", " ").replace("hq", "HQ")
    name = words[:1].upper() + words[1:]
    return f"{name}, {unit.split('-')[0].title()}" if unit else name


def _make_units(group: DemoGroup, at: datetime) -> None:
    for unit in _missing(group.plan):
        with unit_of_work(group_scope(group.group_id)):
            unit_create(
                actor=group.actor("hq_admin", at=at),
                at=at,
                slug=unit.slug,
                name=unit.name,
                country=unit.country,
                currency=unit.currency,
                time_zone=unit.time_zone,
                first_admin_email="",
            )
    register_reactions()
    run_waiting_jobs(at=at)
    for unit in group.plan.units:
        place = unit_by_slug(unit.slug)
        if place.group_id != group.group_id:
            raise CommandError(f"The unit {unit.slug!r} belongs to another group.")
        group.units[unit.slug] = place


def _missing(plan: GroupPlan) -> Iterator[UnitPlan]:
    for unit in plan.units:
        if unit_status(unit.slug) is None:
            yield unit
