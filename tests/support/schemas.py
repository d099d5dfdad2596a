"""Schemas of units for tests that make their own; roles outlive a database, so they are dropped by name."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from tenants.directory.schemas import drop_schema, new_schema_name
from tenants.runtime.scope import PLATFORM, unit_of_work
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
    """This will drop, in the end, the schemas and roles of all units that are not the world's own."""
    from tenants.directory.models import BusinessUnit

    try:
        yield
    finally:
        with unit_of_work(PLATFORM):
            units = list(BusinessUnit.objects.exclude(id__in=[unit.id for unit in world.units]))
        for unit in units:
            drop_schema(group_id=unit.group_id, schema_name=unit.schema_name)
