"""A supplier's contact has one inbox over every unit and group that the supplier's organisations trade with."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from commerce.masterdata.models import ExchangeDoc
from tenants.accounts.queries.viewer import Context
from tenants.accounts.services.scopes import in_accounts

LARGEST_PAGE = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where a contact works for one supplier organisation in one unit."""

    membership_id: uuid.UUID
    group_id: uuid.UUID
    group_name: str
    unit_id: uuid.UUID
    unit_name: str
    supplier_org_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """One document with the place it belongs to."""

    document: ExchangeDoc
    place: Place


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page, newest first, and how many documents wait for the supplier in all its places."""

    entries: tuple[InboxEntry, ...]
    has_more: bool
    waiting: int


def supplier_places(contexts: Iterable[Context]) -> list[Place]:
    """This will give the places of a person's contexts where it works for a supplier and may see orders.

    A place that demands a second factor which this session has not shown is left out by the caller.
    """
    return [
        Place(c.id, c.group_id, c.group_name, c.unit_id, c.name, c.partner_id)
        for c in contexts
        if c.kind == "supplier"
        and c.unit_id is not None
        and c.partner_id is not None
        and "procurement.order.read" in c.permissions
    ]


def supplier_inbox(
    *,
    places: Sequence[Place],
    awaits: str = "",
    doc_types: Sequence[str] = (),
    search: str = "",
    before: tuple[datetime, uuid.UUID] | None = None,
    first: int = 50,
) -> Inbox:
    """This will read one page of the places' documents in two statements, however many places there are.

    Only rows of exactly these triples of group, unit and supplier are read: never another supplier's, and
    never a unit where the contact does not work. `before` is the position of the last entry seen.
    """
    if not places:
        return Inbox((), False, 0)
    by_place = {(p.group_id, p.unit_id, p.supplier_org_id): p for p in places}
    size = max(1, min(first, LARGEST_PAGE))
    with in_accounts():
        mine = ExchangeDoc.objects.filter(_of_places(places))
        waiting = mine.filter(awaits="supplier").aggregate(count=Count("id"))["count"]
        rows = list(_page(mine, awaits, doc_types, search, before)[: size + 1])
    entries = tuple(
        InboxEntry(row, by_place[(row.group_id, row.unit_id, row.supplier_org_id)]) for row in rows[:size]
    )
    return Inbox(entries, len(rows) > size, waiting)


def _of_places(places: Sequence[Place]) -> Q:
    found = Q()
    for place in places:
        found |= Q(group_id=place.group_id, unit_id=place.unit_id, supplier_org_id=place.supplier_org_id)
    return found


def _page(
    rows: QuerySet[ExchangeDoc],
    awaits: str,
    doc_types: Sequence[str],
    search: str,
    before: tuple[datetime, uuid.UUID] | None,
) -> QuerySet[ExchangeDoc]:
    if awaits:
        rows = rows.filter(awaits=awaits)
    if doc_types:
        rows = rows.filter(doc_type__in=doc_types)
    if search.strip():
        rows = rows.filter(doc_number__icontains=search.strip())
    if before is not None:
        at, key = before
        rows = rows.filter(Q(changed_at__lt=at) | Q(changed_at=at, id__lt=key))
    return rows.order_by("-changed_at", "-id")
