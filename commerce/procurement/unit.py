"""What purchasing needs to know of the unit it works in."""

from dataclasses import dataclass

from django_tenants.utils import get_tenant_model

from tenants.runtime.scope import current_scope


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """The unit of the surrounding unit of work."""

    name: str
    currency: str
    country: str


def this_unit() -> UnitFacts:
    """This will read the unit of the surrounding unit of work; raises its DoesNotExist outside one."""
    row = get_tenant_model().objects.values_list("name", "currency", "country")
    return UnitFacts(*row.get(id=current_scope().unit_id))
