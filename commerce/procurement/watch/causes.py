"""What is wrong with the unit's running orders and invoices at a moment, in a few statements each."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from commerce.masterdata.queries import records_of_same_supplier, sanctions_binding
from commerce.procurement.models import MatchException, PoSchedule, PurchaseOrder, SupplierInvoice
from commerce.procurement.services.order_sanctions import is_blocked
from commerce.procurement.states import BLANKET, OPEN
from tenants.accounts.services.alerts import Cause
from tenants.kernel.actor import Actor

ANSWER_WITHIN = timedelta(days=2)
"""How long a supplier has to answer an order before its buyer hears of it."""
PERSON = "person:"


def late_schedules(today: date) -> QuerySet[PoSchedule]:
    """This will give parts of running orders that were due before today and have not come."""
    rows = PoSchedule.objects.filter(line__order__status="issued", delivered_quantity__lt=F("quantity"))
    rows = rows.exclude(line__order__order_type_code=BLANKET).exclude(confirmation="rejected")
    return rows.annotate(due=Coalesce("promised_date", "requested_date")).filter(due__lt=today)


def unanswered_orders(at: datetime) -> QuerySet[PurchaseOrder]:
    """This will give orders that their supplier should have answered by now and has not."""
    rows = PurchaseOrder.objects.filter(status="issued", confirmation="none", receipt="none")
    return rows.filter(issued_at__lte=at - ANSWER_WITHIN).exclude(order_type_code=BLANKET)


def late_deliveries(today: date) -> Iterator[Cause]:
    """This will give one cause an order, with the oldest day that was missed."""
    rows: QuerySet[Any] = late_schedules(today).order_by().values_list(
        "line__order_id", "line__order__number", "line__order__supplier_name", "line__order__buyer_key"
    )  # fmt: skip
    for key, number, supplier, buyer, due in rows.annotate(first_due=Min("due")):
        details = {"number": number, "supplier": supplier, "due": due.isoformat()}
        yield Cause(str(key), key, details, _person(buyer))


def late_confirmations(at: datetime) -> Iterator[Cause]:
    """This will give one cause an order."""
    rows = unanswered_orders(at).values_list("id", "number", "supplier_name", "buyer_key", "issued_at")
    for key, number, supplier, buyer, issued in rows:
        details = {
            "number": number,
            "supplier": supplier,
            "issued": issued.date().isoformat() if issued else "–",
        }
        yield Cause(str(key), key, details, _person(buyer))


def sanctioned_orders(*, actor: Actor, at: datetime) -> Iterator[Cause]:
    """This will give open orders with suppliers whom a sanction in force bars from them."""
    barred = sanctions_binding(actor=actor, at=at).values_list("supplier_org_id", flat=True)
    same = records_of_same_supplier(group_id=_group(actor), supplier_org_ids=set(barred))
    rows = PurchaseOrder.objects.filter(status__in=OPEN)
    rows = rows.filter(Q(sanction_hold=True) | Q(supplier_org_gid__in=[row.id for row in same]))
    for order in rows.order_by("id"):
        if order.sanction_hold or is_blocked(order, actor, at):
            details = {"number": order.number, "supplier": order.supplier_name}
            yield Cause(str(order.id), order.id, details, _person(order.buyer_key))


def differing_invoices(*, price: bool) -> Iterator[Cause]:
    """This will give invoices that differ from their order: in a price, or in anything else alone."""
    open_ones = MatchException.objects.filter(
        match_result__is_current=True, match_result__invoice__status="exception"
    ).exclude(resolution="accepted")
    priced = open_ones.filter(reason_code="PRI").values("match_result__invoice_id")
    rows = SupplierInvoice.objects.filter(status="exception").select_related("order")
    rows = rows.filter(id__in=priced) if price else rows.exclude(id__in=priced)
    for row in rows.order_by("id"):
        details = {"number": row.number, "supplier": row.supplier_name}
        yield Cause(str(row.id), row.id, details, _person(row.order.buyer_key) if row.order else None)


def first_moment(moments: Iterable[datetime | None]) -> datetime | None:
    """This will give the earliest of the moments that are known."""
    return min((moment for moment in moments if moment is not None), default=None)


def next_unanswered_at() -> datetime | None:
    """This will give the moment at which the next order becomes unanswered."""
    rows = PurchaseOrder.objects.filter(status="issued", confirmation="none", receipt="none")
    issued: dict[str, Any] = rows.exclude(order_type_code=BLANKET).aggregate(at=Min("issued_at"))
    return issued["at"] + ANSWER_WITHIN if issued["at"] else None


def _person(key: str) -> uuid.UUID | None:
    return uuid.UUID(key.removeprefix(PERSON)) if key.startswith(PERSON) and "-" in key else None


def _group(actor: Actor) -> uuid.UUID:
    assert actor.group_id is not None
    return actor.group_id
