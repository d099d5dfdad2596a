"""What purchasing needs to know of the unit it works in."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from commerce.procurement.queries import own_unit
from tenants.directory.queries import unit_time_zone
from tenants.runtime.scope import current_scope


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """The unit of the surrounding unit of work."""

    name: str
    currency: str
    country: str


def this_unit() -> UnitFacts:
    """This will read the unit of the surrounding unit of work."""
    return UnitFacts(*own_unit(current_scope().unit_id))


def unit_day(at: datetime) -> date:
    """This will give the day on which an instant falls in the unit's calendar: what its people call today."""
    unit_id = current_scope().unit_id
    assert unit_id is not None
    return at.astimezone(ZoneInfo(unit_time_zone(unit_id))).date()
