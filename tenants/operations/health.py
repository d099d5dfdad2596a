"""How a group fares: a score out of use, errors and availability (docs/algorithms/health-score.md)."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Max, Sum

from tenants.accounts.queries.seats import seats_used
from tenants.directory.queries import GroupFacts, open_unit_count
from tenants.operations.availability import lately
from tenants.operations.models import FailureDay, GroupMeasure, Milestone, UsageDay
from tenants.operations.services.care import success_task_open
from tenants.runtime.queries import first_events
from tenants.runtime.scope import PLATFORM, group_scope, unit_of_work

BAR = 60
"""Below it somebody looks after the group."""

MOST = {"use": 40, "errors": 30, "availability": 30}
SETTLING_IN = timedelta(days=14)

MILESTONES = {
    "unit_ready": "directory.unit.activated",
    "colleague_joined": "accounts.invitation.accepted",
    "supplier_added": "masterdata.supplier.created",
    "first_requisition": "procurement.requisition.submitted",
    "first_order": "procurement.order.issued",
    "first_receipt": "procurement.receipt.posted",
    "subscribed": "billing.subscription.changed",
}
"""What a group reaches on its way, by the event that first tells of it, in the usual order."""

STATE_TOLD = {"billing.subscription.changed": "active"}
"""Events that count only when they tell of this state."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the score is made of. `failures` of the last 7 days, people active in the last 30."""

    seats: int
    active_people: int
    failures: int
    availability: Decimal | None
    settling_in: bool


def points(figures: Figures) -> dict[str, int]:
    """This will give the points of each part.

    Use is full when half of the seats are active, or while a group settles in; errors are full without any and
    nothing at ten a person and week; availability is full at 99.9 % and nothing at 99 %.
    """
    use = Decimal(1)
    if not figures.settling_in and figures.seats:
        use = min(Decimal(1), Decimal(2 * figures.active_people) / figures.seats)
    people = max(1, figures.active_people)
    errors = max(Decimal(0), 1 - Decimal(figures.failures) / (10 * people))
    kept = Decimal(1)
    if figures.availability is not None:
        kept = min(Decimal(1), max(Decimal(0), (figures.availability - 99) / Decimal("0.9")))
    shares = {"use": use, "errors": errors, "availability": kept}
    return {
        part: int((MOST[part] * share).quantize(Decimal(1), ROUND_HALF_UP)) for part, share in shares.items()
    }


def causes(parts: dict[str, int]) -> list[str]:
    """This will name what makes a group fare badly: nothing above the bar, else the parts that lost half or more.

    When no part lost so much, the one that lost most.
    """
    if sum(parts.values()) >= BAR:
        return []
    lost = {part: Decimal(MOST[part] - got) / MOST[part] for part, got in parts.items()}
    found = [part for part, share in lost.items() if share >= Decimal("0.5")]
    return found or [max(lost, key=lambda part: lost[part])]


def measure(group: GroupFacts, *, at: datetime) -> GroupMeasure:
    """This will measure a group, keep its figures and milestones, and open tasks where it fares badly.

    Counts are taken in the group's own scope and kept by the platform: two units of work.
    """
    with unit_of_work(group_scope(group.id)):
        figures, row = _figures(group, at)
        reached = _reached_now()
    parts = points(figures)
    row.use_points, row.error_points = parts["use"], parts["errors"]
    row.availability_points, row.score = parts["availability"], sum(parts.values())
    with unit_of_work(PLATFORM):
        _keep(row)
        Milestone.objects.bulk_create(
            (Milestone(group_id=group.id, code=code, reached_at=when) for code, when in reached.items()),
            ignore_conflicts=True,
        )
        for cause in causes(parts):
            success_task_open(at=at, cause=cause, key=cause, group_id=group.id, score=row.score)
    return row


def _figures(group: GroupFacts, at: datetime) -> tuple[Figures, GroupMeasure]:
    month, week = (at - timedelta(days=30)).date(), (at - timedelta(days=7)).date()
    used = UsageDay.objects.filter(group_id=group.id)
    failed = FailureDay.objects.filter(group_id=group.id, day_date__gt=week)
    figures = Figures(
        seats=seats_used(group_id=group.id),
        active_people=used.filter(day_date__gt=month).values("person_id").distinct().count(),
        failures=failed.aggregate(sum=Sum("failures"))["sum"] or 0,
        availability=lately(group_id=group.id, at=at),
        settling_in=at - group.created_at < SETTLING_IN,
    )
    row = GroupMeasure(
        group_id=group.id, units=open_unit_count(group_id=group.id), seats=figures.seats,
        active_people=figures.active_people, failures=figures.failures,
        last_active_at=used.aggregate(last=Max("last_used_at"))["last"], measured_at=at,
    )  # fmt: skip
    return figures, row


def _reached_now() -> dict[str, datetime]:
    """The milestones that the group has reached and that are not kept yet."""
    known = set(Milestone.objects.values_list("code", flat=True))
    missing = {code: event for code, event in MILESTONES.items() if code not in known}
    first = first_events(list(missing.values()), states=STATE_TOLD)
    return {code: first[event] for code, event in missing.items() if event in first}


def _keep(row: GroupMeasure) -> None:
    names = [f.name for f in GroupMeasure._meta.fields if not f.primary_key]
    GroupMeasure.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["group_id"], update_fields=names
    )


def milestones_of(group_id: uuid.UUID) -> list[tuple[str, datetime | None]]:
    """This will give every milestone in its order, with when the group reached it."""
    reached = dict(Milestone.objects.filter(group_id=group_id).values_list("code", "reached_at"))
    return [(code, reached.get(code)) for code in MILESTONES]
