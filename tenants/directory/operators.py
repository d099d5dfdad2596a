"""What the operators' commands on units share."""

import uuid

from django.core.management.base import CommandError

from tenants.directory.models import BusinessUnit, Group, UnitSchema
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import PLATFORM, unit_of_work


def find_unit(slug: str) -> BusinessUnit:
    """This will find the unit of that short name that is not purged; raises CommandError."""
    with unit_of_work(PLATFORM):
        unit = BusinessUnit.objects.filter(slug=slug).exclude(status="purged").first()
    if unit is None:
        raise CommandError(f"There is no unit {slug}.")
    return unit


def find_group(text: str) -> Group:
    """This will find a group by its id or by its name when that is once only; raises CommandError."""
    with unit_of_work(PLATFORM):
        try:
            found = list(Group.objects.filter(id=uuid.UUID(text)))
        except ValueError:
            found = list(Group.objects.filter(name=text)[:2])
    if len(found) != 1:
        raise CommandError(f"There is no single group {text}; name it by its id.")
    return found[0]


def active_units(group: Group | None = None) -> list[BusinessUnit]:
    """This will give the units that are open, of one group or of all."""
    with unit_of_work(PLATFORM):
        units = BusinessUnit.objects.filter(status="active").order_by("group_id", "slug")
        return list(units if group is None else units.filter(group_id=group.id))


def locked_unit(unit: BusinessUnit) -> BusinessUnit:
    """This will lock the unit's row and give it fresh, in the surrounding unit of work."""
    (fresh,) = lock_rows(BusinessUnit.objects.filter(id=unit.id))
    return fresh


def schema_note(unit: BusinessUnit) -> UnitSchema | None:
    """This will give what is noted of the unit's schema, read as the owner."""
    return UnitSchema.objects.using("owner").filter(schema_name=unit.schema_name).first()
