"""How many bytes a group's private files take: noted with each file, counted anew every night."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Sum

from tenants.runtime.models import GroupFile, StorageEntry
from tenants.runtime.scope import PLATFORM, Scope, unit_of_work
from tenants.runtime.unit.models import UnitFile


def note(scope: Scope, size: int) -> None:
    """This will note that a scope's files took so many bytes more; less when negative."""
    StorageEntry.objects.bulk_create([StorageEntry(group_id=scope.group_id, unit_role=scope.role, size=size)])


def bytes_used(*, group_id: uuid.UUID) -> int:
    """This will add up what a group and its units store; in the scope of the group, of log-in or of the platform."""
    rows = StorageEntry.objects.filter(group_id=group_id)
    return max(0, int(rows.aggregate(sum=Sum("size"))["sum"] or 0))


def recount(scopes: Iterable[Scope]) -> int:
    """This will count every scope's files anew; gives how many had been noted differently.

    Outside any unit of work. A file that comes in between the two looks at one scope is put right a night later.
    """
    changed, roles = 0, []
    for scope in scopes:
        roles.append(scope.role)
        with unit_of_work(scope):
            seen = list(StorageEntry.objects.filter(unit_role=scope.role).values_list("id", "size"))
            rows: Any = UnitFile.objects if scope.kind == "unit" else GroupFile.objects
            total = int(rows.aggregate(sum=Sum("size"))["sum"] or 0)
        if len(seen) < 2 and sum(size for _, size in seen) == total:
            continue
        changed += sum(size for _, size in seen) != total
        with unit_of_work(PLATFORM):
            StorageEntry.objects.filter(id__in=[entry for entry, _ in seen]).delete()
            note(scope, total)
    with unit_of_work(PLATFORM):
        StorageEntry.objects.exclude(unit_role__in=roles).delete()
    return changed
