"""Invariants of a unit: views named `inv_…`, made by the contexts' unit migrations; every row is a violation.

A context declares one by `CREATE VIEW inv_<context>_<what> AS SELECT …` in a migration of its own. The unit's
role may read it, so an invariant sees what the unit sees.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tenants.directory.models import BusinessUnit
from tenants.directory.queries import invariant_rows, invariant_views
from tenants.runtime.scope import unit_of_work, unit_scope


@dataclass(frozen=True, slots=True)
class Violations:
    """What one view shows in one unit; nothing when the invariant holds."""

    view: str
    rows: list[dict[str, object]]


def violations_of(unit: BusinessUnit) -> Iterator[Violations]:
    """This will read every invariant of a unit, in the unit's own scope."""
    scope = unit_scope(group_id=unit.group_id, unit_id=unit.id, schema_name=unit.schema_name)
    with unit_of_work(scope):
        found = [
            Violations(view, invariant_rows(schema_name=unit.schema_name, view=view))
            for view in invariant_views(schema_name=unit.schema_name)
        ]
    yield from found
