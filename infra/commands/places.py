"""Finds the unit that an operator names on the command line."""

import uuid
from dataclasses import dataclass

from django.core.management.base import CommandError
from django_tenants.utils import get_tenant_model

from tenants.runtime.scope import PLATFORM, Scope, unit_of_work, unit_scope


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """A unit with its scope."""

    group_id: uuid.UUID
    unit_id: uuid.UUID
    slug: str
    schema_name: str
    currency: str

    @property
    def scope(self) -> Scope:
        """The scope of the unit's work."""
        return unit_scope(group_id=self.group_id, unit_id=self.unit_id, schema_name=self.schema_name)


def unit_by_slug(slug: str) -> UnitPlace:
    """This will find an active unit by the name in its address; raises CommandError."""
    with unit_of_work(PLATFORM):
        unit = get_tenant_model().objects.filter(slug=slug, status="active").first()
    if unit is None:
        raise CommandError(f"There is no active unit {slug!r}.")
    return UnitPlace(unit.group_id, unit.id, unit.slug, unit.schema_name, unit.currency)


def unit_status(slug: str) -> str | None:
    """This will tell the state of the unit with that name in its address; None when there is none."""
    with unit_of_work(PLATFORM):
        units = get_tenant_model().objects.filter(slug=slug)
        return units.values_list("status", flat=True).first()
