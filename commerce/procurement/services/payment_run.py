"""Releasing, confirming and cancelling payment runs. Who proposes does not release."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import F
from django.db.models.functions import Now

from commerce.procurement.incoming.locks import settle_payment_axes
from commerce.procurement.models import BankAccount, PaymentItem, PaymentRun, PurchaseOrder, SupplierInvoice
from commerce.procurement.paying.pain001 import CONTENT_TYPE, Account, Message, Transfer, pain_001
from commerce.procurement.paying.queries import locked_run, payment_runs_visible_to
from commerce.procurement.receiving_states import ANSWERS, PAYMENT_RUN
from commerce.procurement.services.payment_propose import categories_of, pass_pay_gates
from commerce.procurement.services.receipt_write import check_reason
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, NotFound
from tenants.kernel.money import exact_sum
from tenants.runtime import audit, files
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


class SameHands(DomainError):
    """Who proposed a payment run may not release it."""

    code = "FOUR_EYES"
    en = "{name} proposed {number}. Somebody else has to release it."
    zh = "{number} 由 {name} 发起，须由其他人放行。"


class AccountChanged(DomainError):
    """An account that a proposed run pays to, or from, is not in force any more."""

    code = "PAYMENT_ACCOUNT_CHANGED"
    en = (
        "The account of {holder} was changed after {number} was proposed. Cancel the run and propose it anew."
    )
    zh = "{number} 发起后，{holder} 的账户已变更。请取消该付款批次并重新发起。"


class OwnAccountChange(DomainError):
    """Who changed a supplier's account may not be the one who releases the money to it."""

    code = "FOUR_EYES_ACCOUNT"
    en = "You changed the account of {holder}. Somebody else has to look at it and release {number}."
    zh = "{holder} 的账户由您变更，须由其他人核对后放行 {number}。"


def payment_release(*, actor: Actor, at: datetime, run_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will release a proposed run: its file for the bank is made, its invoices are scheduled.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, SameHands, SupplierSanctioned, AccountChanged,
    OwnAccountChange.
    """
    require(actor, "procurement.payment.release")
    pass_pay_gates(categories_of(_invoices(_seen(actor, run_id))), actor=actor, at=at)
    run = locked_run(actor=actor, run_id=run_id, version=version)
    PAYMENT_RUN.check(run.status, "released")
    if run.creator_key == actor.key:
        raise SameHands(name=run.creator_name, number=run.number)
    items = list(PaymentItem.objects.filter(run_id=run.id).order_by("place"))
    _check_accounts(run, items, actor)
    invoices = _locked_invoices(items, "approved")
    file_id = files.put(
        name=f"{run.number}.xml",
        content_type=CONTENT_TYPE,
        data=pain_001(_message(run, items, invoices, at)),
        purpose="payment",
        actor=actor,
    )
    PaymentItem.objects.filter(run_id=run.id).update(status="scheduled")
    SupplierInvoice.objects.filter(id__in=invoices).update(
        status="scheduled", version=F("version") + 1, updated_at=Now()
    )
    PaymentRun.objects.filter(id=run.id).update(
        status="released", releaser_key=actor.key, releaser_name=actor.display_name, released_at=at,
        file_gid=file_id, version=F("version") + 1,
    )  # fmt: skip
    _tell_invoices(run, "release", "scheduled", invoices, actor=actor, at=at)
    _tell(run, "release", "released", invoices, actor=actor, at=at)
    return run.id


def payment_confirm(*, actor: Actor, at: datetime, run_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will note that the bank carried out a released run: its invoices are paid (PD).

    Raises Forbidden, NotFound, Conflict, IllegalTransition.
    """
    require(actor, "procurement.payment.confirm")
    run, orders = _with_orders(actor, run_id, version)
    PAYMENT_RUN.check(run.status, "paid")
    items = list(PaymentItem.objects.filter(run_id=run.id).order_by("place"))
    invoices = _locked_invoices(items, "scheduled")
    SupplierInvoice.objects.filter(id__in=invoices).update(
        status="paid", answer_code=ANSWERS["paid"], paid_at=at, version=F("version") + 1, updated_at=Now()
    )
    PaymentItem.objects.filter(run_id=run.id).update(status="paid")
    PaymentRun.objects.filter(id=run.id).update(status="paid", paid_at=at, version=F("version") + 1)
    settle_payment_axes(orders)
    _tell_invoices(run, "confirm", "paid", invoices, actor=actor, at=at)
    _tell(run, "confirm", "paid", invoices, actor=actor, at=at)
    return run.id


def payment_cancel(*, actor: Actor, at: datetime, run_id: uuid.UUID, version: int, reason: str) -> uuid.UUID:
    """This will cancel a run that the bank did not carry out; its invoices can be paid by another.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, Invalid without a reason.
    """
    require(actor, "procurement.payment.cancel")
    check_reason(reason)
    run = locked_run(actor=actor, run_id=run_id, version=version)
    PAYMENT_RUN.check(run.status, "cancelled")
    items = list(PaymentItem.objects.filter(run_id=run.id).order_by("place"))
    invoices: dict[uuid.UUID, SupplierInvoice] = {}
    if run.status == "released":
        invoices = _locked_invoices(items, "scheduled")
        SupplierInvoice.objects.filter(id__in=invoices).update(
            status="approved", version=F("version") + 1, updated_at=Now()
        )
    PaymentItem.objects.filter(run_id=run.id).update(status="withdrawn")
    PaymentRun.objects.filter(id=run.id).update(
        status="cancelled", cancel_reason=reason.strip(), closed_at=at, version=F("version") + 1
    )
    _tell_invoices(run, "cancel", "approved", invoices, actor=actor, at=at, reason=reason)
    _tell(run, "cancel", "cancelled", invoices, actor=actor, at=at, reason=reason)
    return run.id


def _seen(actor: Actor, run_id: uuid.UUID) -> PaymentRun:
    run = payment_runs_visible_to(actor=actor).filter(id=run_id).first()
    if run is None:
        raise NotFound(field="runId")
    return run


def _invoices(run: PaymentRun) -> list[SupplierInvoice]:
    ids = PaymentItem.objects.filter(run_id=run.id).values("invoice_id")
    return list(SupplierInvoice.objects.filter(id__in=ids).order_by("id"))


def _with_orders(actor: Actor, run_id: uuid.UUID, version: int) -> tuple[PaymentRun, list[uuid.UUID]]:
    """Locks the orders before the run and its invoices, as everywhere."""
    owners = {row.order_id for row in _invoices(_seen(actor, run_id)) if row.order_id is not None}
    orders = lock_rows(PurchaseOrder.objects.filter(id__in=owners))
    return locked_run(actor=actor, run_id=run_id, version=version), [row.id for row in orders]


def _locked_invoices(items: Sequence[PaymentItem], status: str) -> dict[uuid.UUID, SupplierInvoice]:
    rows = lock_rows(SupplierInvoice.objects.filter(id__in=[item.invoice_id for item in items]))
    for row in rows:
        if row.status != status:
            raise IllegalTransition(field="runId", state=row.status)
    return {row.id: row for row in rows}


def _check_accounts(run: PaymentRun, items: Sequence[PaymentItem], actor: Actor) -> None:
    """Money goes to accounts in force alone, and to a changed one only past a second person's eyes."""
    used = {run.payer_account_id, *(item.payee_account_id for item in items)}
    for row in lock_rows(BankAccount.objects.filter(id__in=used)):
        if row.status != "active":
            raise AccountChanged(field="runId", holder=row.holder_name, number=run.number)
        if row.changed_by_key != actor.key or row.supplier_org_gid is None:
            continue
        former = BankAccount.objects.filter(
            supplier_org_gid=row.supplier_org_gid, currency=row.currency, status="retired"
        )
        if former.exists():
            raise OwnAccountChange(field="runId", holder=row.holder_name, number=run.number)


def _message(
    run: PaymentRun,
    items: Sequence[PaymentItem],
    invoices: dict[uuid.UUID, SupplierInvoice],
    at: datetime,
) -> Message:
    accounts = BankAccount.objects.in_bulk({run.payer_account_id, *(item.payee_account_id for item in items)})
    transfers: dict[int, list[PaymentItem]] = defaultdict(list)
    for item in items:
        transfers[item.transfer_no].append(item)
    payer = _opened(accounts[run.payer_account_id])
    return Message(
        message_id=run.number, created_at=at, initiator=payer.holder_name, currency=run.currency,
        execution_date=run.execution_date, payer=payer,
        transfers=[
            Transfer(
                end_to_end_id=f"{run.number}-{number}",
                amount=exact_sum(item.amount for item in parts),
                payee=_opened(accounts[parts[0].payee_account_id]),
                pays=[
                    invoices[i.invoice_id].payment_ref or invoices[i.invoice_id].supplier_number for i in parts
                ],
            )
            for number, parts in sorted(transfers.items())
        ],
    )  # fmt: skip


def _opened(row: BankAccount) -> Account:
    number = files.open_text(bytes(row.sealed), record_id=row.id)
    return Account(row.holder_name, row.scheme, number, row.bic, row.country)


def _tell_invoices(
    run: PaymentRun,
    action: str,
    status: str,
    invoices: dict[uuid.UUID, SupplierInvoice],
    *,
    actor: Actor,
    at: datetime,
    reason: str = "",
) -> None:
    """One audit row for each invoice that moved with the run; the run's event names them all."""
    if not invoices:
        return
    new = {"status": status, "payment_run": run.number}
    audit.record_many(
        actor=actor, action=f"procurement.payment.{action}", subject_type="invoice", at=at, reason=reason,
        changes=[
            audit.Change(row.id, row.number, {"status": row.status}, new) for row in invoices.values()
        ],
    )  # fmt: skip


def _tell(
    run: PaymentRun,
    action: str,
    status: str,
    invoices: dict[uuid.UUID, SupplierInvoice],
    *,
    actor: Actor,
    at: datetime,
    reason: str = "",
) -> None:
    leave_trail(
        actor=actor, at=at, action=f"payment.{action}", event=f"payment.{status}", subject_type="payment_run",
        subject_id=run.id, number=run.number, version=run.version + 1, old={"status": run.status},
        new={"status": status, "total_amount": run.total_amount, "currency": run.currency}, reason=reason,
        payload={"invoice_ids": [str(key) for key in invoices]},
    )  # fmt: skip
