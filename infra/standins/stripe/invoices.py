"""Invoices: lines, discounts, tax, finalising, paying, voiding; and the attempts after a failure."""

from typing import Any

from infra.standins.stripe.catalogue import merged
from infra.standins.stripe.errors import ApiError, invalid
from infra.standins.stripe.forms import Params, number, required, text
from infra.standins.stripe.intents import charge, payment_intent
from infra.standins.stripe.money import percent
from infra.standins.stripe.routes import route
from infra.standins.stripe.state import Object, State, page, sublist

RETRY_DAYS = (3, 5, 7)
"""Days between the attempts to take an unpaid invoice's money."""


def line(state: State, *, amount: int, currency: str, description: str, start: int, end: int, price: Object | None,
         quantity: int, subscription: str | None, item: str | None, proration: bool,
         invoice_item: str | None = None) -> Object:  # fmt: skip
    """This will make a line of an invoice."""
    kind = "invoice_item_details" if invoice_item else "subscription_item_details"
    details = {"subscription": subscription, "proration": proration, "invoice_item": invoice_item,
               "proration_details": {"credited_items": None}}  # fmt: skip
    if kind == "subscription_item_details":
        details["subscription_item"] = item
    pricing = None
    if price is not None:
        pricing = {"type": "price_details", "unit_amount_decimal": price["unit_amount_decimal"],
                   "price_details": {"price": price["id"], "product": price["product"]}}  # fmt: skip
    made = state.new(
        "line_item", amount=amount, subtotal=amount, currency=currency, description=description, quantity=quantity,
        quantity_decimal=str(quantity), period={"start": start, "end": end}, discountable=True, discounts=[],
        discount_amounts=[], taxes=[], pricing=pricing, subscription=subscription,
        parent={"type": kind, "invoice_item_details": None, "subscription_item_details": None, kind: details},
    )  # fmt: skip
    made.pop("created", None)
    return made


def draft(state: State, *, customer: Object, currency: str, lines: list[Object], reason: str, at: int,
          subscription: Object | None = None, start: int | None = None, end: int | None = None,
          tax_rates: list[Object] | None = None) -> Object:  # fmt: skip
    """This will make a draft invoice of lines, with the subscription's discount and tax."""
    parent = None
    if subscription is not None:
        parent = {"type": "subscription_details", "quote_details": None,
                  "subscription_details": {"subscription": subscription["id"],
                                           "metadata": dict(subscription["metadata"])}}  # fmt: skip
    made = state.new(
        "invoice", customer=customer["id"], currency=currency, created=at, status="draft", billing_reason=reason,
        customer_email=customer["email"], customer_name=customer["name"], customer_address=customer["address"],
        parent=parent, subscription=subscription["id"] if subscription else None,
        period_start=start if start is not None else at, period_end=end if end is not None else at,
        attempt_count=0, attempted=False, auto_advance=True, collection_method="charge_automatically",
        amount_paid=0, amount_shipping=0, amount_overpaid=0, discounts=[], starting_balance=customer["balance"],
        status_transitions=dict.fromkeys(("finalized_at", "marked_uncollectible_at", "paid_at", "voided_at")),
        test_clock=customer.get("test_clock"),
        automatic_tax=subscription["automatic_tax"] if subscription else {"enabled": False, "status": None},
    )  # fmt: skip
    made.pop("subscription", None)
    made["lines"] = sublist(lines, f"/v1/invoices/{made['id']}/lines")
    for row in lines:
        row["invoice"] = made["id"]
    _total(state, made, customer, subscription, tax_rates or [])
    state.emit("invoice.created", state.put(made), at=at)
    return made


def _total(
    state: State, made: Object, customer: Object, subscription: Object | None, rates: list[Object]
) -> None:
    subtotal = sum(row["amount"] for row in made["lines"]["data"])
    off = _discount(state, subscription, subtotal, made["created"])
    if off and subscription:
        made["discounts"] = list(subscription["discounts"])
        made["total_discount_amounts"] = [{"amount": off, "discount": subscription["discounts"][0]}]
    taxed = subtotal - off
    taxes = [
        {"amount": percent(taxed, rate["percentage"]), "tax_behavior": "exclusive", "taxable_amount": taxed,
         "tax_rate_details": {"tax_rate": rate["id"]}, "type": "tax_rate_details",
         "taxability_reason": "standard_rated"}
        for rate in rates
    ]  # fmt: skip
    total = taxed + sum(tax["amount"] for tax in taxes)
    applied = min(0, max(customer["balance"], -max(total, 0))) if total > 0 else 0
    due = max(0, total + applied)
    made |= {
        "subtotal": subtotal, "subtotal_excluding_tax": subtotal, "total": total, "total_excluding_tax": taxed,
        "total_taxes": taxes, "total_discount_amounts": made["total_discount_amounts"] or [],
        "amount_due": due, "amount_remaining": due, "ending_balance": None,
    }  # fmt: skip


def _discount(state: State, subscription: Object | None, subtotal: int, at: int) -> int:
    if subscription is None or not subscription["discounts"] or subtotal <= 0:
        return 0
    discount = state.get("discount", subscription["discounts"][0])
    if discount["end"] is not None and at >= discount["end"]:
        return 0
    coupon = state.get("coupon", discount["source"]["coupon"])
    if coupon["duration"] == "once":
        discount["end"] = at
    if coupon["percent_off"] is not None:
        return percent(subtotal, coupon["percent_off"])
    return min(subtotal, int(coupon["amount_off"] or 0))


def finalise(state: State, made: Object, *, at: int) -> None:
    """This will close a draft: it gets its number, and the customer's credit is used."""
    customer = state.get("customer", made["customer"])
    made["number"] = f"{customer['invoice_prefix']}-{customer['next_invoice_sequence']:04d}"
    customer["next_invoice_sequence"] += 1
    customer["balance"] += (made["amount_due"] - made["total"]) * -1 if made["total"] < 0 else 0
    if made["total"] > 0:
        customer["balance"] += made["total"] - made["amount_due"]
    made |= {
        "status": "open", "ending_balance": customer["balance"], "effective_at": at,
        "hosted_invoice_url": f"{state.base_url}/invoice/{made['id']}",
        "invoice_pdf": f"{state.base_url}/invoice/{made['id']}/pdf",
    }  # fmt: skip
    made["status_transitions"]["finalized_at"] = at
    state.emit("invoice.finalized", made, at=at)
    if made["amount_due"] == 0:
        mark_paid(state, made, at=at)


def mark_paid(state: State, made: Object, *, at: int) -> None:
    """This will count an invoice as paid."""
    made |= {"status": "paid", "amount_paid": made["amount_due"], "amount_remaining": 0, "attempted": True,
             "next_payment_attempt": None}  # fmt: skip
    made["status_transitions"]["paid_at"] = at
    state.emit("invoice.paid", made, at=at)
    if made["amount_due"]:
        state.emit("invoice.payment_succeeded", made, at=at)


def collect(state: State, made: Object, method: Object | None, *, at: int, off_session: bool = True,
            confirmed: bool = False) -> ApiError | None:  # fmt: skip
    """This will try to take an open invoice's money; gives the refusal, if there was one.

    An on-session payment that waits for the bank leaves the invoice open and gives no refusal.
    """
    made["attempted"] = True
    made["attempt_count"] += 1
    intent = _intent_of(state, made)
    try:
        if method is None:
            raise ApiError(
                402, "card_error", "There is no payment method to charge.", code="missing_payment_method"
            )
        charge(state, intent, method, off_session=off_session, confirmed=confirmed)
    except ApiError as refusal:
        tries = made["attempt_count"]
        made["next_payment_attempt"] = (
            at + RETRY_DAYS[tries - 1] * 86400 if tries <= len(RETRY_DAYS) else None
        )
        state.emit("invoice.payment_failed", made, at=at)
        return refusal
    if intent["status"] == "succeeded":
        mark_paid(state, made, at=at)
    else:
        state.emit("invoice.payment_action_required", made, at=at)
    return None


def _intent_of(state: State, made: Object) -> Object:
    known = state.all("invoice_payment", invoice=made["id"])
    if known:
        return state.get("payment_intent", known[0]["payment"]["payment_intent"])
    intent = payment_intent(
        state, amount=made["amount_due"], currency=made["currency"], customer=made["customer"]
    )
    state.put(
        state.new(
            "invoice_payment", invoice=made["id"], currency=made["currency"], is_default=True, status="open",
            amount_requested=made["amount_due"], payment={"type": "payment_intent", "payment_intent": intent["id"]},
        )
    )  # fmt: skip
    return intent


@route("GET", "/v1/invoices/{}")
def invoice_retrieve(state: State, params: Params, key: str) -> Object:
    """One invoice."""
    return state.get("invoice", key)


@route("GET", "/v1/invoices")
def invoice_list(state: State, params: Params) -> Object:
    """Invoices, by customer, subscription or status."""
    rows: list[Any] = [
        row for row in state.all("invoice")
        if (not params.get("customer") or row["customer"] == params["customer"])
        and (not params.get("status") or row["status"] == params["status"])
        and (not params.get("subscription") or subscription_of(row) == params["subscription"])
    ]  # fmt: skip
    return page(state, rows, params, "/v1/invoices")


def subscription_of(made: Object) -> str | None:
    """This will give the id of an invoice's subscription."""
    parent = made["parent"] or {}
    found = (parent.get("subscription_details") or {}).get("subscription")
    return found if isinstance(found, str) else None


@route("POST", "/v1/invoiceitems")
def invoiceitem_create(state: State, params: Params) -> Object:
    """A position for the customer's next invoice."""
    customer = state.get("customer", required(params, "customer"), param="customer")
    at = state.now_of(customer)
    made = state.new(
        "invoiceitem", customer=customer["id"], amount=number(params, "amount", 0), proration=False,
        currency=required(params, "currency").lower(), description=text(params, "description"), date=at,
        period={"start": at, "end": at}, quantity=1, invoice=None, metadata=merged({}, params.get("metadata")),
    )  # fmt: skip
    state.emit("invoiceitem.created", state.put(made))
    return made


def pending_lines(state: State, customer: str, subscription: str | None) -> list[Object]:
    """This will turn a customer's waiting positions into lines of the invoice that takes them."""
    lines = []
    for item in state.all("invoiceitem", customer=customer, invoice=None):
        belongs = (item.get("details") or {}).get("subscription")
        if belongs not in (None, subscription):
            continue
        details = item.get("details") or {}
        price = state.tables["price"].get(str(details.get("price")))
        made = line(
            state, amount=item["amount"], currency=item["currency"], description=item["description"] or "",
            start=item["period"]["start"], end=item["period"]["end"], price=price, quantity=item["quantity"],
            subscription=belongs, item=details.get("item"), proration=item["proration"], invoice_item=item["id"],
        )  # fmt: skip
        item["invoice"] = "taken"
        lines.append(made)
    return lines


@route("POST", "/v1/invoices")
def invoice_create(state: State, params: Params) -> Object:
    """A draft invoice of the customer's waiting positions."""
    customer = state.get("customer", required(params, "customer"), param="customer")
    lines = pending_lines(state, customer["id"], text(params, "subscription"))
    currency = lines[0]["currency"] if lines else (text(params, "currency") or "usd")
    return draft(
        state, customer=customer, currency=currency, lines=lines, reason="manual", at=state.now_of(customer)
    )


@route("POST", "/v1/invoices/{}/finalize")
def invoice_finalize(state: State, params: Params, key: str) -> Object:
    """A draft that is closed."""
    made = state.get("invoice", key)
    if made["status"] != "draft":
        raise invalid("This invoice is not a draft.", code="invoice_not_editable")
    finalise(state, made, at=state.now_of(state.get("customer", made["customer"])))
    return made


@route("POST", "/v1/invoices/{}/void")
def invoice_void(state: State, params: Params, key: str) -> Object:
    """An open invoice that nobody need pay."""
    made = state.get("invoice", key)
    if made["status"] != "open":
        raise invalid("Only open invoices can be voided.", code="invoice_not_editable")
    made |= {"status": "void", "next_payment_attempt": None}
    made["status_transitions"]["voided_at"] = state.now_of(state.get("customer", made["customer"]))
    state.emit("invoice.voided", made)
    return made
