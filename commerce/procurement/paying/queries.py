"""Doors to bank accounts and payment runs, and what is due."""

import uuid
from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from commerce.procurement.models import BankAccount, PaymentItem, PaymentRun, PoLine, SupplierInvoice
from commerce.procurement.models.payment import ITEM_HOLDS
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, NotFound


def _inside(actor: Actor, permission: str) -> bool:
    return actor.supplier_org_id is None and actor.distributor_id is None and actor.may(permission)


def bank_accounts_visible_to(actor: Actor) -> QuerySet[BankAccount]:
    """This will give the accounts that are in force, masked, to the unit alone."""
    rows = BankAccount.objects.filter(status="active")
    return rows if _inside(actor, "procurement.bank_account.read") else rows.none()


def payment_runs_visible_to(actor: Actor) -> QuerySet[PaymentRun]:
    """This will give the unit's payment runs, to the unit alone."""
    rows = PaymentRun.objects.all()
    return rows if _inside(actor, "procurement.payment.read") else rows.none()


def payment_items_visible_to(actor: Actor) -> QuerySet[PaymentItem]:
    """This will give what is in the payment runs that the actor sees."""
    rows = PaymentItem.objects.annotate(currency=F("run__currency"))
    return rows if _inside(actor, "procurement.payment.read") else rows.none()


def locked_run(*, actor: Actor, run_id: uuid.UUID, version: int) -> PaymentRun:
    """This will lock a payment run that the actor sees; raises NotFound, and Conflict for another version."""
    row = payment_runs_visible_to(actor=actor).filter(id=run_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound(field="runId")
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    return row


def payable_invoices(*, currency: str, due_until: date) -> QuerySet[SupplierInvoice]:
    """This will give approved invoices due by a day, and approved credit notes, that no payment run holds."""
    held = PaymentItem.objects.filter(invoice_id=OuterRef("id"), status__in=ITEM_HOLDS)
    rows = SupplierInvoice.objects.filter(status="approved", currency=currency)
    return rows.filter(Q(kind="381") | Q(due_date__lte=due_until)).exclude(Exists(held))


def held_invoices(ids: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """This will give which of the invoices are in a payment run that holds them."""
    rows = PaymentItem.objects.filter(invoice_id__in=ids, status__in=ITEM_HOLDS)
    return set(rows.values_list("invoice_id", flat=True))


def categories_to_pay(orders: Sequence[uuid.UUID | None]) -> dict[uuid.UUID, list[uuid.UUID | None]]:
    """This will give the categories of the orders' lines, by order."""
    found: dict[uuid.UUID, list[uuid.UUID | None]] = {}
    rows = PoLine.objects.filter(order_id__in=[o for o in orders if o]).order_by()
    for order_id, category in rows.values_list("order_id", "category_gid").distinct():
        found.setdefault(order_id, []).append(category)
    return found
