"""The world of the tests: two groups, three units, people with roles. Ids are fixed, so roles are too."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tenants.kernel.actor import Actor
from tenants.runtime.scope import ACCOUNTS, Scope, group_scope, unit_of_work, unit_scope

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""The instant at which tests act."""


def fixed_id(number: int) -> uuid.UUID:
    """This will make the fixed id of one of the world's things."""
    return uuid.UUID(int=(0x0195_0000_0000_7000_8000_0000_0000_0000 | number))


@dataclass(frozen=True)
class GroupInWorld:
    """A group with its scope."""

    id: uuid.UUID
    name: str

    @contextmanager
    def scope(self) -> Iterator[None]:
        """This will open a unit of work of the group."""
        with unit_of_work(group_scope(self.id)):
            yield

    def actor(self, *permissions: str, person: int = 1, **fields: object) -> Actor:
        """This will make an HQ actor who holds the permissions and has proved who they are at NOW."""
        return Actor(
            kind="person",
            permissions=frozenset(permissions),
            person_id=fixed_id(0x9000 + person),
            display_name=f"Person {person}",
            group_id=self.id,
            **{"proved_at": NOW, **fields},  # type: ignore[arg-type]
        )


@dataclass(frozen=True)
class UnitInWorld:
    """A unit with its scope."""

    id: uuid.UUID
    group: GroupInWorld
    slug: str
    schema_name: str
    currency: str
    name: str = field(default="")

    @property
    def unit_scope(self) -> Scope:
        """The scope of the unit."""
        return unit_scope(group_id=self.group.id, unit_id=self.id, schema_name=self.schema_name)

    @contextmanager
    def scope(self) -> Iterator[None]:
        """This will open a unit of work of the unit."""
        with unit_of_work(self.unit_scope):
            yield

    def actor(self, *permissions: str, person: int = 1, **fields: object) -> Actor:
        """This will make an actor of the unit who holds the permissions."""
        return Actor(
            kind="person",
            permissions=frozenset(permissions),
            person_id=fixed_id(0x9000 + person),
            display_name=f"Person {person}",
            group_id=self.group.id,
            unit_id=self.id,
            **fields,  # type: ignore[arg-type]
        )


@dataclass(frozen=True)
class World:
    """Group A with units a1 (CNY) and a2 (EUR), group B with unit b1 (CNY)."""

    a: GroupInWorld
    b: GroupInWorld
    a1: UnitInWorld
    a2: UnitInWorld
    b1: UnitInWorld

    @property
    def groups(self) -> tuple[GroupInWorld, ...]:
        return (self.a, self.b)

    @property
    def units(self) -> tuple[UnitInWorld, ...]:
        return (self.a1, self.a2, self.b1)


def make_world() -> World:
    """This will describe the world; `populate` writes it."""
    a, b = GroupInWorld(fixed_id(0xA), "Group A"), GroupInWorld(fixed_id(0xB), "Group B")
    return World(
        a=a,
        b=b,
        a1=UnitInWorld(fixed_id(0xA1), a, "a1", "t_000000000000000000000000a1", "CNY", "Unit A1"),
        a2=UnitInWorld(fixed_id(0xA2), a, "a2", "t_000000000000000000000000a2", "EUR", "Unit A2"),
        b1=UnitInWorld(fixed_id(0xB1), b, "b1", "t_000000000000000000000000b1", "CNY", "Unit B1"),
    )


def populate(world: World) -> None:
    """This will make the world's roles, schemas and directory rows in a migrated database."""
    from tenants.directory.models import BusinessUnit, Group
    from tenants.directory.schemas import make_group_role, make_schema_from_template

    for group in world.groups:
        make_group_role(group.id)
    for unit in world.units:
        make_schema_from_template(group_id=unit.group.id, schema_name=unit.schema_name)
    with unit_of_work(ACCOUNTS):
        Group.objects.bulk_create([Group(id=g.id, name=g.name, currency="CNY") for g in world.groups])
        BusinessUnit.objects.bulk_create(
            [
                BusinessUnit(
                    id=u.id,
                    group_id=u.group.id,
                    slug=u.slug,
                    schema_name=u.schema_name,
                    name=u.name,
                    country="CN",
                    currency=u.currency,
                    status="active",
                )
                for u in world.units
            ]
        )
