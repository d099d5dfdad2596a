"""Which modules a group uses, and which it may as well switch off."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Min

from tenants.directory.module_choices import modules_on
from tenants.kernel.modules import MODULES, Module, needed_by
from tenants.operations.models import UsageDay

DAYS = 90


@dataclass(frozen=True, slots=True)
class ModuleUse:
    """A module's use in the last 90 days. `proposed` when it is on and nobody used it, nor what needs it."""

    module: Module
    enabled: bool
    active_people: int
    active_days: int
    last_used_at: datetime | None
    proposed: bool


@dataclass(frozen=True, slots=True)
class UsageReport:
    """All modules that can be switched, by code. Counting began at `counted_since`; None before the first use."""

    modules: tuple[ModuleUse, ...]
    counted_since: datetime | None
    full_period: bool


def usage_report(*, group_id: uuid.UUID, at: datetime) -> UsageReport:
    """This will report a group's use of its modules. Nothing is proposed before 90 days have been counted."""
    start = (at - timedelta(days=DAYS)).date()
    rows = UsageDay.objects.filter(group_id=group_id)
    first = rows.aggregate(first=Min("day_date"))["first"]
    full = first is not None and first <= start
    used: dict[str, Mapping[str, Any]] = {
        row["module"]: row
        for row in rows.filter(day_date__gt=start)
        .values("module")
        .annotate(
            people=Count("person_id", distinct=True),
            days=Count("day_date", distinct=True),
            last=Max("last_used_at"),
        )
    }
    on = modules_on(group_id=group_id, unit_id=None)
    found = [
        _use(module, module.code in on, used, full) for module in MODULES.values() if not module.always_on
    ]
    since = datetime(first.year, first.month, first.day, tzinfo=at.tzinfo) if first is not None else None
    return UsageReport(tuple(found), since, full)


def _use(module: Module, enabled: bool, used: Mapping[str, Mapping[str, Any]], full: bool) -> ModuleUse:
    row = used.get(module.code, {})
    unused = not any(code in used for code in (module.code, *needed_by(module.code)))
    return ModuleUse(
        module=module,
        enabled=enabled,
        active_people=row.get("people", 0),
        active_days=row.get("days", 0),
        last_used_at=row.get("last"),
        proposed=enabled and unused and full,
    )
