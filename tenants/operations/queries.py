"""What the operator's console reads, and what customers see of the service's running."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tenants.directory.queries import GroupFacts, UnitFacts, group_facts, unit_facts
from tenants.operations.availability import units_answer
from tenants.operations.models import (
    Announcement,
    AnnouncementCopy,
    Care,
    FeatureSwitch,
    GroupMeasure,
    Incident,
    Maintenance,
    OperatorTrail,
    ServiceDay,
    SuccessTask,
)
from tenants.operations.sla import Availability

DAYS_SHOWN = 90
RECENT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group as the console lists it; figures are those of the last measure."""

    facts: GroupFacts
    units: tuple[UnitFacts, ...]
    measure: GroupMeasure | None
    care: Care | None
    open_tasks: int


def group_lines(*, group_id: uuid.UUID | None = None) -> list[GroupLine]:
    """This will list all groups, or one, in the operator's scope: a handful of statements however many there are."""
    units: dict[uuid.UUID, list[UnitFacts]] = {}
    for unit in unit_facts(group_id=group_id):
        units.setdefault(unit.group_id, []).append(unit)
    measures = GroupMeasure.objects.in_bulk()
    cares = Care.objects.in_bulk()
    tasks = Counter(SuccessTask.objects.filter(closed_at=None).values_list("group_id", flat=True))
    return [
        GroupLine(
            facts,
            tuple(units.get(facts.id, ())),
            measures.get(facts.id),
            cares.get(facts.id),
            tasks[facts.id],
        )
        for facts in group_facts(group_id=group_id)
    ]


def open_tasks(*, group_id: uuid.UUID | None = None) -> list[SuccessTask]:
    """This will give what there is to look after, oldest first; of one group or of all."""
    rows = SuccessTask.objects.filter(closed_at=None)
    rows = rows if group_id is None else rows.filter(group_id=group_id)
    return list(rows.order_by("opened_at", "id")[:500])


def feature_switches() -> list[FeatureSwitch]:
    """This will give every feature switch, those for all first."""
    return sorted(
        FeatureSwitch.objects.all(), key=lambda s: (s.module, s.for_group is not None, str(s.for_group))
    )


def announcements() -> list[Announcement]:
    """This will give the announcements as they were written, newest first."""
    return list(Announcement.objects.order_by("-starts_at", "-id")[:100])


def announcements_now(group_id: uuid.UUID, *, at: datetime) -> list[AnnouncementCopy]:
    """This will give what a group is told now, in a group's or a unit's scope."""
    rows = AnnouncementCopy.objects.filter(group_id=group_id, starts_at__lte=at, ends_at__gt=at)
    return list(rows.order_by("starts_at", "id")[:5])


def operator_trail(*, first: int = 100) -> list[OperatorTrail]:
    """This will give what the operator's people did last, newest first."""
    return list(OperatorTrail.objects.order_by("-at", "-id")[:first])


@dataclass(frozen=True, slots=True)
class ServiceStatus:
    """What the public page tells. `state` is operational, degraded, outage, maintenance or unknown.

    `units_answer` is what the newest probes say: all, some, none or unknown.
    """

    state: str
    units_answer: str
    days: tuple[tuple[date, Availability], ...]
    incidents: tuple[Incident, ...]
    maintenance: tuple[Maintenance, ...]


def service_status(*, at: datetime) -> ServiceStatus:
    """This will describe the service to anybody: nothing of one group; in the accounts or the operator's scope."""
    since = (at - timedelta(days=DAYS_SHOWN)).date()
    days = tuple(
        (row.day_date, Availability(row.observed, row.failed, row.excluded))
        for row in ServiceDay.objects.filter(day_date__gt=since).order_by("day_date")
    )
    incidents = tuple(
        Incident.objects.filter(started_at__gt=at - timedelta(days=DAYS_SHOWN))
        .prefetch_related("updates")
        .order_by("-started_at", "-id")[:50]
    )
    windows = tuple(
        Maintenance.objects.filter(withdrawn_at=None, ends_at__gt=at - RECENT).order_by("starts_at", "id")[
            :20
        ]
    )
    answer = units_answer(at=at)
    return ServiceStatus(_state(incidents, windows, answer, at), answer, days, incidents, windows)


def _state(incidents: Sequence[Incident], windows: Sequence[Maintenance], answer: str, at: datetime) -> str:
    """The worst of what people report and probes see; only a window announced before it began excuses silence."""
    impacts = {incident.impact for incident in incidents if incident.resolved_at is None}
    running = [window for window in windows if window.starts_at <= at < window.ends_at]
    excused = any(window.announced_at < window.starts_at for window in running)
    if "critical" in impacts or (answer == "none" and not excused):
        return "outage"
    if impacts or (answer == "some" and not excused):
        return "degraded"
    if running:
        return "maintenance"
    return "operational" if answer == "all" else "unknown"
