"""Proposing what to pay: approved invoices that are due, by tier and due day, each in one run at most."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction

from commerce.masterdata.services.gate import SupplierSanctioned, lock_suppliers, supplier_gate
from commerce.procurement.models import BankAccount, PaymentItem, PaymentRun, PurchaseOrder, SupplierInvoice
from commerce.procurement.paying.queries import categories_to_pay, held_invoices, payable_invoices
from commerce.procurement.terms import terms_for
from commerce.procurement.trail import leave_trail
from commerce.procurement.unit import this_unit, unit_day
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.money import exact_sum
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_free_rows
from tenants.runtime.numbering import next_number

MAX_INVOICES = 2_000


class NothingToPay(DomainError):
    """No approved invoice is due, or all of them are in another run or cannot be paid."""

    code = "NOTHING_TO_PAY"
    en = "Nothing can be paid in {currency} until {until}. {why}"
    zh = "截至 {until} 没有可付的 {currency} 发票。{why_zh}"


class NoPayerAccount(DomainError):
    """The unit has no account of its own in the currency."""

    code = "NO_PAYER_ACCOUNT"
    en = "The unit has no bank account in {currency}. Enter it first."
    zh = "本单元没有 {currency} 银行账户，请先维护。"


@dataclass(frozen=True, slots=True)
class Due:
    """One invoice that may be paid, with its place in the run."""

    invoice: SupplierInvoice
    amount: Decimal
    priority: int
    due_date: date


@dataclass(frozen=True, slots=True)
class Proposed:
    """The run, and the names of suppliers who are left out with the reason."""

    run_id: uuid.UUID
    skipped: tuple[str, ...]


def payment_propose(
    *, actor: Actor, at: datetime, due_until_date: date, execution_date: date, currency: str = ""
) -> Proposed:
    """This will propose to pay what is due until a day in one currency, the unit's own when none is given.

    Strategic suppliers come first, then the earliest due. Credit notes lessen their supplier's transfer. A
    supplier under a sanction, without an account, or with more credit than debt is left out and named.
    Raises Forbidden, NoPayerAccount, NothingToPay, Invalid.
    """
    require(actor, "procurement.payment.propose")
    _check_days(execution_date, at)
    money = currency or this_unit().currency
    payer = BankAccount.objects.filter(supplier_org_gid__isnull=True, currency=money, status="active").first()
    if payer is None:
        raise NoPayerAccount(field="currency", currency=money)
    found = list(payable_invoices(currency=money, due_until=due_until_date).order_by("id")[:MAX_INVOICES])
    barred = _barred(found, actor=actor, at=at)
    locked = lock_free_rows(
        SupplierInvoice.objects.filter(id__in=[row.id for row in found], status="approved").exclude(
            supplier_org_gid__in=barred
        )
    )
    held = held_invoices([row.id for row in locked])
    groups = _groups([row for row in locked if row.id not in held], at)
    accounts = _accounts(groups, money)
    payable, skipped = _payable(groups, accounts)
    skipped += [f"{name}: sanction" for name in barred.values()]
    if not payable:
        why = "; ".join(skipped)
        raise NothingToPay(currency=money, until=due_until_date.isoformat(), why=why, why_zh=why)
    run = _write(payable, accounts, payer, money, due_until_date, execution_date, actor=actor, at=at)
    leave_trail(
        actor=actor, at=at, action="payment.propose", event="payment.proposed", subject_type="payment_run",
        subject_id=run.id, number=run.number, version=1,
        new={"total_amount": run.total_amount, "currency": money, "transfers": run.transfer_count,
             "skipped": skipped},
    )  # fmt: skip
    return Proposed(run.id, tuple(skipped))


def signed_amount(invoice: SupplierInvoice) -> Decimal:
    """This will give what an invoice adds to a transfer: a credit note takes away."""
    return -invoice.payable_amount if invoice.kind == "381" else invoice.payable_amount


def pass_pay_gates(
    suppliers: Mapping[uuid.UUID, Sequence[uuid.UUID | None]], *, actor: Actor, at: datetime
) -> None:
    """This will pass when every supplier may be paid in its categories; raises SupplierSanctioned, NotFound."""
    lock_suppliers(actor=actor, supplier_org_ids=suppliers)
    for supplier_org_id, categories in suppliers.items():
        supplier_gate(
            actor=actor, supplier_org_id=supplier_org_id, action="pay", category_ids=list(categories), at=at
        )


def categories_of(rows: Sequence[SupplierInvoice]) -> dict[uuid.UUID, list[uuid.UUID | None]]:
    """This will gather, by supplier, the categories of what its invoices are for; None without an order."""
    by_order = categories_to_pay([row.order_id for row in rows])
    found: dict[uuid.UUID, list[uuid.UUID | None]] = defaultdict(list)
    for row in rows:
        found[row.supplier_org_gid] += by_order.get(row.order_id, [None]) if row.order_id else [None]
    return found


def _check_days(execution_date: date, at: datetime) -> None:
    today = unit_day(at)
    if not today <= execution_date <= today + timedelta(days=366):
        raise Invalid(
            field="executionDate",
            reason_en="The day of payment lies between today and one year from now.",
            reason_zh="付款日期须在今天至一年之内。",
        )


def _barred(found: Sequence[SupplierInvoice], *, actor: Actor, at: datetime) -> dict[uuid.UUID, str]:
    """Suppliers who must not be paid; their locks are taken in one order before any row's."""
    suppliers = categories_of(found)
    names = {row.supplier_org_gid: row.supplier_name for row in found}
    lock_suppliers(actor=actor, supplier_org_ids=suppliers)
    barred = {}
    for supplier_org_id, categories in suppliers.items():
        try:
            pass_pay_gates({supplier_org_id: categories}, actor=actor, at=at)
        except (SupplierSanctioned, NotFound):
            barred[supplier_org_id] = names[supplier_org_id]
    return barred


def _groups(rows: Sequence[SupplierInvoice], at: datetime) -> dict[uuid.UUID, list[Due]]:
    orders = {row.id: row for row in PurchaseOrder.objects.filter(id__in={r.order_id for r in rows})}
    groups: dict[uuid.UUID, list[Due]] = defaultdict(list)
    for row in rows:
        order = orders.get(row.order_id) if row.order_id else None
        terms = terms_for(row.supplier_org_gid, order, on_date=row.issue_date)
        due = row.due_date or at.date()
        groups[row.supplier_org_gid].append(Due(row, signed_amount(row), terms.priority, due))
    for entries in groups.values():
        entries.sort(key=_rank)
    return dict(sorted(groups.items(), key=lambda group: _rank(group[1][0])))


def _rank(due: Due) -> tuple[int, date, str]:
    return due.priority, due.due_date, due.invoice.number


def _accounts(groups: Mapping[uuid.UUID, object], currency: str) -> dict[uuid.UUID, BankAccount]:
    rows = BankAccount.objects.filter(supplier_org_gid__in=groups, currency=currency, status="active")
    return {row.supplier_org_gid: row for row in rows if row.supplier_org_gid is not None}


def _payable(
    groups: Mapping[uuid.UUID, list[Due]], accounts: Mapping[uuid.UUID, BankAccount]
) -> tuple[dict[uuid.UUID, list[Due]], list[str]]:
    payable, skipped = {}, []
    for supplier, entries in groups.items():
        name = entries[0].invoice.supplier_name
        if supplier not in accounts:
            skipped.append(f"{name}: no account")
        elif exact_sum(entry.amount for entry in entries) <= 0:
            skipped.append(f"{name}: credit")
        else:
            payable[supplier] = entries
    return payable, skipped


def _write(
    payable: Mapping[uuid.UUID, list[Due]],
    accounts: Mapping[uuid.UUID, BankAccount],
    payer: BankAccount,
    currency: str,
    due_until: date,
    execution_date: date,
    *,
    actor: Actor,
    at: datetime,
) -> PaymentRun:
    run = PaymentRun(
        id=new_id(), number=next_number(kind="PAY", at=at), currency=currency, execution_date=execution_date,
        due_until_date=due_until, payer_account_id=payer.id, transfer_count=len(payable),
        total_amount=exact_sum(entry.amount for entries in payable.values() for entry in entries),
        creator_key=actor.key, creator_name=actor.display_name,
    )  # fmt: skip
    run.save(force_insert=True)
    items: list[PaymentItem] = []
    for transfer_no, (supplier, entries) in enumerate(payable.items(), 1):
        for entry in entries:
            items.append(
                PaymentItem(
                    id=new_id(), run_id=run.id, place=len(items) + 1, transfer_no=transfer_no,
                    invoice_id=entry.invoice.id, supplier_org_gid=supplier,
                    payee_account_id=accounts[supplier].id, amount=entry.amount, priority=entry.priority,
                    due_date=entry.due_date,
                )
            )  # fmt: skip
    try:
        with transaction.atomic():
            PaymentItem.objects.bulk_create(items)
    except IntegrityError:
        raise Conflict(field="dueUntilDate", current_version=1) from None
    return run
