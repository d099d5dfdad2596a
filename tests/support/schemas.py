"""Schemas of units for tests that make their own; roles outlive a database, so they are dropped by name."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import sql

from tenants.directory.fleet.owner import owner_in
from tenants.directory.schemas import drop_schema, new_schema_name
from tenants.runtime.scope import PLATFORM, group_role, unit_of_work
from tests.support.world import World


@contextmanager
def dropped_afterwards(group_id: uuid.UUID) -> Iterator[str]:
    """This will lend a new schema name and drop the schema and role of that name in the end."""
    name = new_schema_name()
    try:
        yield name
    finally:
        drop_schema(group_id=group_id, schema_name=name)


@contextmanager
def new_units_dropped(world: World) -> Iterator[None]:
    """This will drop, in the end, the schemas and roles of all units and groups that are not the world's own."""
    from tenants.directory.models import BusinessUnit, Group

    try:
        yield
    finally:
        with unit_of_work(PLATFORM):
            units = list(BusinessUnit.objects.exclude(id__in=[unit.id for unit in world.units]))
            groups = list(Group.objects.exclude(id__in=[group.id for group in world.groups]))
        for unit in units:
            drop_schema(group_id=unit.group_id, schema_name=unit.schema_name)
        with owner_in("public") as connection, connection.cursor() as cursor:
            for group in groups:
                cursor.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(group_role(group.id))))
