"""A supplier's answers on the lines of an order, checked and put into one form."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commerce.procurement.promises import Promise, open_quantity
from commerce.procurement.restating import LineTerms, Standing
from commerce.procurement.states import ANSWERS
from commerce.procurement.texts import check_text
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.quantity import check_quantity, check_unit_price

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class PromiseInput:
    """A part of a line's open quantity with the day it will come; a back order may leave the day open."""

    quantity: Decimal
    promised_date: date | None = None
    is_back_order: bool = False


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """What is answered on a line: accept, change, split, back_order or reject.

    `quantity` and `unit_price` propose other terms of the whole line; `schedules` promise its open quantity.
    """

    line_id: uuid.UUID
    answer: str = "accept"
    schedules: Sequence[PromiseInput] = ()
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """An answer in one form. `terms` are set when another quantity or price is proposed."""

    line_id: uuid.UUID
    answer: str
    promises: tuple[Promise, ...]
    quantity: Decimal | None
    unit_price: Decimal | None
    deviates: bool
    terms: LineTerms | None
    reason: str


def checked_answers(
    standing: Standing, asked: Mapping[uuid.UUID, LineTerms], answers: Sequence[LineAnswer]
) -> list[Checked]:
    """This will check answers against the lines as they are asked for; none at all accepts every open line.

    `asked` are the terms of a change that is answered; its lines that are not named are accepted. Raises
    NotFound and Invalid, naming the line.
    """
    given = list(answers) or [
        LineAnswer(key) for key in standing.lines if open_quantity(standing.parts[key]) or key in asked
    ]
    named = {answer.line_id for answer in given}
    given += [LineAnswer(key) for key in asked if key not in named]
    if len(named) < len(answers):
        raise NotFound(field="lines")
    return [
        _checked(standing, asked.get(answer.line_id), answer, f"lines.{place}")
        for place, answer in enumerate(given)
    ]


def response_of(checked: Sequence[Checked], standing: Standing) -> str:
    """This will say what an answer means as a whole: accepted, conditional or rejected."""
    if checked and all(c.answer == "reject" for c in checked):
        return "rejected" if len(checked) == len(standing.lines) else "conditional"
    agrees = all(not c.deviates and c.answer != "reject" for c in checked)
    return "accepted" if agrees else "conditional"


def _checked(standing: Standing, asked: LineTerms | None, given: LineAnswer, at: str) -> Checked:
    if given.line_id not in standing.lines:
        raise NotFound(field=f"{at}.lineId")
    check_text(given.reason, field=f"{at}.reason", longest=2_000)
    _check_form(given, at)
    now = asked or standing.terms_of(given.line_id)
    terms = _terms(given, now, at)
    open_now = open_quantity(standing.parts[given.line_id])
    total = open_now + (terms or now).quantity - standing.lines[given.line_id].quantity
    promises = _promises(given, total, at)
    days = {asked.requested_date} if asked else {p.requested_date for p in standing.parts[given.line_id]}
    late = days != {None} and any(p.promised_date not in days or p.is_back_order for p in promises)
    return Checked(
        given.line_id, given.answer, promises, given.quantity if terms else None,
        given.unit_price if terms else None, late or terms is not None, terms, given.reason.strip(),
    )  # fmt: skip


def _check_form(given: LineAnswer, at: str) -> None:
    """Each answer has what it needs and nothing that contradicts it."""
    says_more = bool(given.schedules) or given.quantity is not None or given.unit_price is not None
    if given.answer not in ANSWERS:
        raise _invalid(f"{at}.answer", "Answer accept, change, split, back_order or reject.",
                       "请选择接受、变更、拆分、缺货延交或拒绝。")  # fmt: skip
    if given.answer in ("accept", "reject") and says_more:
        raise _invalid(f"{at}.answer", "Dates, quantities and prices go with a change.",
                       "只有变更答复才能填写日期、数量或价格。")  # fmt: skip
    if given.answer == "reject" and not given.reason.strip():
        raise _invalid(f"{at}.reason", "Give a reason.", "请填写原因。")
    if given.answer == "change" and not says_more:
        raise _invalid(f"{at}.schedules", "Say what changes.", "请填写变更内容。")
    if given.answer == "split" and len(given.schedules) < 2:
        raise _invalid(f"{at}.schedules", "A split has at least two parts.", "拆分至少需要两个批次。")
    if given.answer == "back_order" and not any(s.is_back_order for s in given.schedules):
        raise _invalid(f"{at}.schedules", "Say which part is a back order.", "请标明缺货延交的部分。")


def _terms(given: LineAnswer, now: LineTerms, at: str) -> LineTerms | None:
    """Another quantity or price than is asked for; the dates stay with the promises."""
    if given.quantity is not None:
        check_quantity(given.quantity, field=f"{at}.quantity")
    if given.unit_price is not None:
        check_unit_price(given.unit_price, field=f"{at}.unitPrice")
    wanted = LineTerms(
        now.quantity if given.quantity is None else given.quantity,
        now.unit_price if given.unit_price is None else given.unit_price,
        now.requested_date,
    )
    return None if wanted == now else wanted


def _promises(given: LineAnswer, total: Decimal, at: str) -> tuple[Promise, ...]:
    for number, part in enumerate(given.schedules):
        check_quantity(part.quantity, field=f"{at}.schedules.{number}.quantity")
        if part.promised_date is None and not part.is_back_order:
            raise _invalid(f"{at}.schedules.{number}.promisedDate", "Give the day.", "请填写日期。")
    added = sum((part.quantity for part in given.schedules), ZERO)
    if added > total or (given.answer == "split" and added != total):
        raise _invalid(
            f"{at}.schedules",
            f"{total.normalize():f} are open; the parts add up to {added.normalize():f}.",
            f"未交数量为 {total.normalize():f}，各批次合计 {added.normalize():f}。",
        )
    return tuple(Promise(p.quantity, p.promised_date, p.is_back_order) for p in given.schedules)


def _invalid(field: str, en: str, zh: str) -> Invalid:
    return Invalid(field=field, reason_en=en, reason_zh=zh)
