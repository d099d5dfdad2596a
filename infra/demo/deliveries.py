"""What follows an order: answers, ship notices, goods, invoices and payments, in this and the last quarter."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from commerce.procurement.answers import LineAnswer, PromiseInput
from commerce.procurement.incoming.receipt_lines import ReceiptLineInput
from commerce.procurement.invoicing.queries import invoices_visible_to
from commerce.procurement.lines import OrderLineInput
from commerce.procurement.paying.queries import payment_runs_visible_to
from commerce.procurement.queries import order_lines_visible_to, orders_visible_to
from commerce.procurement.services.invoice_approval import invoice_submit
from commerce.procurement.services.invoice_create import InvoiceLineInput, invoice_create
from commerce.procurement.services.order_confirmation import order_confirmation_send
from commerce.procurement.services.order_end import order_close
from commerce.procurement.services.order_write import order_create
from commerce.procurement.services.payment_propose import payment_propose
from commerce.procurement.services.payment_run import payment_confirm, payment_release
from commerce.procurement.services.receipt_write import receipt_create
from commerce.procurement.services.ship_notice import (
    NoticeHeader,
    NoticeLine,
    ship_notice_create,
    ship_notice_send,
)
from commerce.procurement.services.ship_notice_steps import ship_notice_depart
from commerce.suppliers.queries import periods_visible_to
from commerce.suppliers.services.assessment_enter import assessment_enter
from commerce.suppliers.services.group_score_close import group_score_close
from commerce.suppliers.services.period_close import period_close, run_period
from infra.demo.documents import Desk, bring_to, decide
from infra.demo.partners import DIAGNOSTICS, LABORATORY, MEDICAL, PACKAGING
from tenants.kernel.money import line_amount
from tenants.runtime.scope import group_scope, unit_of_work

LEAD_DAYS = 20
REFERENCE = "Demo"


@dataclass(frozen=True, slots=True)
class Case:
    """One order of one line: of whom, when, how many, how late it comes and what is wrong with it.

    `day` is counted from the first of the last quarter for finished ones, back from today for open ones.
    """

    supplier: str
    day: int
    quantity: int
    late: int = 0
    rejected: int = 0
    end: str = "paid"


FINISHED = (
    Case(MEDICAL, 3, 120), Case(MEDICAL, 24, 80), Case(MEDICAL, 45, 150),
    Case(DIAGNOSTICS, 6, 60), Case(DIAGNOSTICS, 30, 90, rejected=2),
    Case(LABORATORY, 10, 40, late=6), Case(LABORATORY, 38, 75),
    Case(PACKAGING, 14, 200, late=12, rejected=20), Case(PACKAGING, 41, 160, late=4),
)  # fmt: skip
OPEN = (
    Case(MEDICAL, 1, 70, end="issued"),
    Case(MEDICAL, 6, 110, late=9, end="answered"),
    Case(MEDICAL, 16, 90, end="shipped"),
    Case(PACKAGING, 24, 45, end="confirmed"),
    Case(LABORATORY, 26, 100, rejected=5, end="received"),
    Case(DIAGNOSTICS, 28, 40, end="dearer"),
    Case(MEDICAL, 30, 65, end="submitted"),
    Case(DIAGNOSTICS, 34, 85, end="approved"),
)
MARKS = {
    MEDICAL: ("78", "82"), DIAGNOSTICS: ("85", "74"), LABORATORY: ("70", "66"), PACKAGING: ("52", "60"),
}  # fmt: skip


def last_quarter(day: date) -> tuple[date, date]:
    """This will give the first day of the last whole quarter and the day after it."""
    end = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    before = end - timedelta(days=1)
    return date(before.year, before.month - 2, 1), end


def write_deliveries(desk: Desk, suppliers: dict[str, uuid.UUID]) -> None:
    """This will tell every case in a unit, and pay what is due; unless they were told before."""
    with unit_of_work(desk.unit.scope):
        if invoices_visible_to(desk.actor("finance", desk.at)).exists():
            return
    start, end = last_quarter(desk.at.date())
    ended = _instant(desk, end - timedelta(days=1))
    finished = [
        _tell(desk, case, suppliers[case.supplier], number, _instant(desk, start + timedelta(days=case.day)))
        for number, case in enumerate(FINISHED)
    ]
    _pay(desk, ended, to="paid")
    _close(desk, finished, ended)
    for number, case in enumerate(OPEN, start=len(FINISHED)):
        _tell(desk, case, suppliers[case.supplier], number, desk.at - timedelta(days=case.day))
    _pay(desk, desk.at, to="proposed")


def close_quarter(desks: Sequence[Desk], suppliers: dict[str, uuid.UUID]) -> None:
    """This will score the made-up suppliers over the last quarter, in each unit and for the group, once."""
    group, at = desks[0].group, desks[0].at
    start, end = last_quarter(at.date())
    for desk in desks:
        admin = desk.actor("unit_admin", at)
        with unit_of_work(desk.unit.scope):
            if periods_visible_to(admin).exists():
                return
            for name, (innovation, environment) in MARKS.items():
                for dimension, mark in (("innovation", innovation), ("environment", environment)):
                    assessment_enter(
                        actor=admin, at=at, supplier_org_id=suppliers[name], dimension=dimension,
                        value=Decimal(mark), reason="A mark of the demo / 演示评分",
                        assessed_date=start,
                    )  # fmt: skip
            period = period_close(actor=admin, at=at, start_date=start, end_date=end)
        run_period(scope=desk.unit.scope, period_id=period, at=at)
    with unit_of_work(group_scope(group.group_id)):
        group_score_close(actor=group.actor("hq_admin", at=at), at=at, start_date=start, end_date=end)


def _instant(desk: Desk, day: date) -> datetime:
    return datetime.combine(day, desk.at.timetz())


def _tell(desk: Desk, case: Case, supplier: uuid.UUID, number: int, at: datetime) -> uuid.UUID:
    order_id = _order(desk, case, supplier, number, at)
    if case.end == "issued":
        return order_id
    line = _Line.of(desk, order_id)
    _answer(desk, case, line, at + timedelta(days=1))
    if case.end == "shipped":
        _ship(desk, line, at + timedelta(days=12))
    if case.end in ("answered", "confirmed", "shipped"):
        return order_id
    came = at + timedelta(days=LEAD_DAYS + case.late)
    _receive(desk, case, line, came)
    if case.end != "received":
        _invoice(desk, case, line, came + timedelta(days=1), f"{REFERENCE}-{number + 1:03}")
    return order_id


def _order(desk: Desk, case: Case, supplier: uuid.UUID, number: int, at: datetime) -> uuid.UUID:
    offer = desk.offers[number % len(desk.offers)]
    with unit_of_work(desk.unit.scope):
        order_id = order_create(
            actor=desk.actor("buyer", at),
            at=at,
            supplier_org_id=supplier,
            lines=[
                OrderLineInput(
                    quantity=Decimal(case.quantity), unit_price=desk.price(offer, at),
                    item_id=offer.item_id, requested_date=(at + timedelta(days=LEAD_DAYS)).date(),
                )
            ],
            incoterm="DAP",
            payment_terms="30 days / 30 天",
            cost_centre="OPS",
        )  # fmt: skip
    bring_to(desk, order_id, "issued", at)
    return order_id


@dataclass(frozen=True, slots=True)
class _Line:
    """The one line of an order, as its documents need it."""

    order_id: uuid.UUID
    id: uuid.UUID
    quantity: Decimal
    unit_price: Decimal
    currency: str

    @classmethod
    def of(cls, desk: Desk, order_id: uuid.UUID) -> "_Line":
        """This will read it."""
        with unit_of_work(desk.unit.scope):
            rows = order_lines_visible_to(desk.actor("buyer", desk.at)).filter(order_id=order_id)
            return cls(order_id, *rows.values_list("id", "quantity", "unit_price", "order__currency").get())


def _answer(desk: Desk, case: Case, line: _Line, at: datetime) -> None:
    """The buyer notes what the supplier said; another day than asked for waits for the buyer."""
    buyer = desk.actor("buyer", at)
    answers = []
    if case.end == "answered":
        day = (at + timedelta(days=LEAD_DAYS + case.late)).date()
        answers = [LineAnswer(line.id, "change", [PromiseInput(line.quantity, day)])]
    with unit_of_work(desk.unit.scope):
        version = orders_visible_to(buyer).values_list("version", flat=True).get(id=line.order_id)
        order_confirmation_send(actor=buyer, at=at, order_id=line.order_id, version=version, lines=answers)


def _ship(desk: Desk, line: _Line, at: datetime) -> None:
    buyer = desk.actor("buyer", at)
    with unit_of_work(desk.unit.scope):
        notice = ship_notice_create(
            actor=buyer,
            at=at,
            order_id=line.order_id,
            lines=[NoticeLine(line.id, line.quantity)],
            header=NoticeHeader(
                shipped_date=at.date(), expected_date=(at + timedelta(days=8)).date(), transport_mode="road"
            ),
        )
        ship_notice_send(actor=buyer, at=at, notice_id=notice, version=1)
        ship_notice_depart(actor=buyer, at=at + timedelta(hours=2), notice_id=notice, version=2)


def _receive(desk: Desk, case: Case, line: _Line, at: datetime) -> None:
    came = line.quantity - 30 if case.end == "received" else line.quantity
    reason = "damaged" if case.rejected else ""
    with unit_of_work(desk.unit.scope):
        receipt_create(
            actor=desk.actor("receiver", at),
            at=at,
            order_id=line.order_id,
            lines=[ReceiptLineInput(line.id, came, Decimal(case.rejected), reason_code=reason)],
            post=True,
        )


def _invoice(desk: Desk, case: Case, line: _Line, at: datetime, number: str) -> None:
    finance = desk.actor("finance", at)
    price = line.unit_price * (Decimal("1.1") if case.end == "dearer" else 1)
    quantity = line.quantity - case.rejected
    with unit_of_work(desk.unit.scope):
        key = invoice_create(
            actor=finance,
            at=at,
            order_id=line.order_id,
            supplier_number=number,
            issue_date=at.date(),
            lines=[InvoiceLineInput(quantity, price, line.id)],
            payable_amount=line_amount(quantity=quantity, unit_price=price, currency=line.currency),
        )
    if case.end == "dearer":
        return
    with unit_of_work(desk.unit.scope):
        version = invoices_visible_to(finance).values_list("version", flat=True).get(id=key)
        invoice_submit(actor=finance, at=at, invoice_id=key, version=version)
    if case.end != "submitted":
        decide(desk, key, "approve", at + timedelta(hours=5))


def _pay(desk: Desk, at: datetime, *, to: str) -> None:
    """Finance proposes a run over all that is approved; the unit's head releases it and the bank carries it out."""
    finance, head = desk.actor("finance", at), desk.actor("unit_admin", at)
    day = at.date()
    with unit_of_work(desk.unit.scope):
        run = payment_propose(
            actor=finance, at=at, due_until_date=day + timedelta(days=60), execution_date=day
        ).run_id
        if to == "proposed":
            return
        payment_release(actor=head, at=at, run_id=run, version=1)
        version = payment_runs_visible_to(finance).values_list("version", flat=True).get(id=run)
        payment_confirm(actor=finance, at=at + timedelta(hours=4), run_id=run, version=version)


def _close(desk: Desk, order_ids: Sequence[uuid.UUID], at: datetime) -> None:
    buyer = desk.actor("buyer", at)
    with unit_of_work(desk.unit.scope):
        versions = orders_visible_to(buyer).filter(id__in=order_ids).values_list("id", "version")
        for order_id, version in list(versions):
            order_close(actor=buyer, at=at, order_id=order_id, version=version)
