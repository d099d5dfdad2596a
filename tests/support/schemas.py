"""Schemas of units for tests that make their own; roles outlive a database, so they are dropped by name."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from tenants.directory.schemas import drop_schema, new_schema_name


@contextmanager
def dropped_afterwards(group_id: uuid.UUID) -> Iterator[str]:
    """This will lend a new schema name and drop the schema and role of that name in the end."""
    name = new_schema_name()
    try:
        yield name
    finally:
        drop_schema(group_id=group_id, schema_name=name)
