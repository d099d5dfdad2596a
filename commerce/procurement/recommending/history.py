"""The unit's history of one requester, summed in the database: uses of items, usual quantities, last purchases."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median_low
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    FloatField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Exp, Extract

from commerce.procurement.models import PoLine, RequisitionLine
from commerce.procurement.recommending.ranking import OWN_FADES, UNIT_FADES, Use
from commerce.procurement.states import PLACED

REACHES_BACK = timedelta(days=731)
ASKED = ("submitted", "in_approval", "approved", "sourcing", "ordered", "closed")
LATEST = 5
"""The usual quantity is the middle one of the latest so many."""


@dataclass(frozen=True, slots=True)
class Past:
    """What the history says of one item."""

    use: Use
    times: int
    own_times: int
    last_date: date


@dataclass(frozen=True, slots=True)
class Purchase:
    """The latest order line of an item from one supplier."""

    supplier_org_id: uuid.UUID
    supplier_name: str
    unit_price: Decimal
    currency: str
    unit: str
    order_date: date


def past_of(*, requester_key: str, cost_centre: str, on: date) -> dict[uuid.UUID, Past]:
    """This will sum up two years of requisitions and of orders that came from none, by item."""
    since = on - REACHES_BACK
    mine = Q(requisition__requester_key=requester_key)
    if cost_centre:
        mine |= Q(requisition__cost_centre=cost_centre)
    asked = RequisitionLine.objects.filter(
        item_gid__isnull=False, requisition__status__in=ASKED, requisition__submitted_at__date__gte=since
    ).annotate(day=Cast("requisition__submitted_at", DateField()))
    bought = PoLine.objects.filter(
        item_gid__isnull=False, order__status__in=PLACED, order__order_date__gte=since,
        requisition_line__isnull=True,
    ).annotate(day=F("order__order_date"))  # fmt: skip
    theirs = Q(order__cost_centre=cost_centre) if cost_centre else Q(pk__in=[])
    found: dict[uuid.UUID, Past] = {}
    for rows, own in ((asked, mine), (bought, theirs)):
        for item, *sums in _summed(rows, own, on):
            found[item] = _joined(found.get(item), _past(*sums))
    return found


def _summed(rows: QuerySet, own: Q, on: date) -> QuerySet:
    return (
        rows.order_by()
        .values_list("item_gid")
        .annotate(
            own=Sum(_faded(on, OWN_FADES), filter=own, default=Value(0.0)),
            unit_use=Sum(_faded(on, UNIT_FADES)),
            times=Count("id"),
            own_times=Count("id", filter=own),
            last=Max("day"),
        )
        .order_by("item_gid")
    )


def _faded(on: date, fades: timedelta) -> Exp:
    """1 for a purchase of the day, 1/e after the time in which it fades."""
    age = ExpressionWrapper(Value(on, output_field=DateField()) - F("day"), output_field=DurationField())
    seconds = Extract(age, "epoch", output_field=FloatField())  # reviewed: an age, no money
    return Exp(-seconds / fades.total_seconds())


def _past(own: float, unit: float, times: int, own_times: int, last: date) -> Past:
    return Past(Use(own, unit), times, own_times, last)


def _joined(one: Past | None, other: Past) -> Past:
    if one is None:
        return other
    return Past(
        Use(one.use.own + other.use.own, one.use.unit + other.use.unit),
        one.times + other.times,
        one.own_times + other.own_times,
        max(one.last_date, other.last_date),
    )


def usual_quantities(
    *, item_ids: Sequence[uuid.UUID], requester_key: str, cost_centre: str
) -> dict[uuid.UUID, Decimal]:
    """This will give the middle one of the latest quantities: the requester's own, otherwise anybody's."""
    rows = RequisitionLine.objects.filter(item_gid__in=item_ids, requisition__status__in=ASKED)
    mine = Q(requisition__requester_key=requester_key)
    if cost_centre:
        mine |= Q(requisition__cost_centre=cost_centre)
    asked = rows.annotate(rank=Case(When(mine, then=0), default=1)).order_by(
        "rank", "-requisition__submitted_at", "line_no"
    )
    usual = _latest(asked.values_list("item_gid", "rank", "quantity"))
    missing = [item for item in item_ids if item not in usual]
    if missing:
        bought = PoLine.objects.filter(item_gid__in=missing, order__status__in=PLACED)
        bought = bought.annotate(rank=Value(1)).order_by("-order__order_date", "line_no")
        usual |= _latest(bought.values_list("item_gid", "rank", "quantity"))
    return usual


def _latest(rows: Iterable[tuple[Any, int, Decimal]]) -> dict[uuid.UUID, Decimal]:
    taken: dict[uuid.UUID, list[tuple[int, Decimal]]] = {}
    for item, rank, quantity in rows:
        latest = taken.setdefault(item, [])
        if len(latest) < LATEST and (not latest or latest[0][0] == rank):
            latest.append((rank, quantity))
    return {item: median_low([quantity for _, quantity in latest]) for item, latest in taken.items()}


def last_purchases(*, item_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Purchase]]:
    """This will give each item's latest purchase from each of its suppliers, the newest first."""
    later = PoLine.objects.filter(
        item_gid=OuterRef("item_gid"), order__supplier_org_gid=OuterRef("order__supplier_org_gid"),
        order__status__in=PLACED,
    ).filter(
        Q(order__order_date__gt=OuterRef("order__order_date"))
        | Q(order__order_date=OuterRef("order__order_date"), id__gt=OuterRef("id"))
    )  # fmt: skip
    rows = PoLine.objects.filter(
        item_gid__in=item_ids, order__status__in=PLACED, order__order_date__isnull=False
    ).exclude(Exists(later))
    values: Iterable[tuple[Any, ...]] = rows.order_by("-order__order_date", "-id").values_list(
        "item_gid", "order__supplier_org_gid", "order__supplier_name", "unit_price", "order__currency",
        "unit", "order__order_date",
    )  # fmt: skip
    found: dict[uuid.UUID, list[Purchase]] = {}
    for item, *purchase in values:
        found.setdefault(item, []).append(Purchase(*purchase))
    return found
