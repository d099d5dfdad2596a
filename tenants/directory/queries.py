"""What other contexts may know of the directory."""

import uuid
from collections.abc import Iterable

from tenants.directory.models import BusinessUnit


def known_unit_ids(*, unit_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """This will narrow ids to those of units of the surrounding scope's group, whatever their state."""
    return set(BusinessUnit.objects.filter(id__in=list(unit_ids)).values_list("id", flat=True))
