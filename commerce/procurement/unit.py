"""What purchasing needs to know of the unit it works in."""

from dataclasses import dataclass

from commerce.procurement.queries import own_unit
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
