"""What other contexts may know of the directory."""

import uuid
from collections.abc import Iterable

from tenants.directory.models import BusinessUnit


def known_unit_ids(*, unit_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """This will narrow ids to those of units of the surrounding scope's group, whatever their state."""
    return set(BusinessUnit.objects.filter(id__in=list(unit_ids)).values_list("id", flat=True))


def unit_time_zone(unit_id: uuid.UUID) -> str:
    """This will give the IANA name of a unit's time zone; UTC for a unit that is not there."""
    return BusinessUnit.objects.filter(id=unit_id).values_list("time_zone", flat=True).first() or "UTC"
