"""Subscriptions: made, changed with proration, cancelled, renewed."""

from typing import Any

from infra.standins.stripe.catalogue import merged
from infra.standins.stripe.changes import discount_for, prorate, read_items
from infra.standins.stripe.customers import resolve
from infra.standins.stripe.errors import ApiError, invalid
from infra.standins.stripe.forms import Params, flag, group, listed, number, required, text
from infra.standins.stripe.invoices import collect, draft, finalise, line, pending_lines, subscription_of
from infra.standins.stripe.meters import usage
from infra.standins.stripe.money import priced
from infra.standins.stripe.periods import period_of
from infra.standins.stripe.routes import route
from infra.standins.stripe.state import Object, State, page, sublist
from infra.standins.stripe.undo import all_or_nothing

TIMED_OUT = 23 * 3600
"""A first invoice that stays unpaid for so long ends its subscription as incomplete_expired."""


def customer_of(state: State, subscription: Object) -> Object:
    """This will give the customer of a subscription."""
    return state.get("customer", subscription["customer"])


def method_of(state: State, subscription: Object) -> Object | None:
    """This will give the payment method that a subscription charges, if it has one."""
    customer = customer_of(state, subscription)
    key = subscription["default_payment_method"] or customer["invoice_settings"]["default_payment_method"]
    return state.tables["payment_method"].get(str(key))


def interval_of(items: list[Object]) -> tuple[str, int]:
    """This will give the one interval of all items."""
    found = {(i["price"]["recurring"]["interval"], i["price"]["recurring"]["interval_count"]) for i in items}
    if len(found) != 1:
        raise invalid("All prices of a subscription must have the same billing interval.", param="items")
    return found.pop()


def start(state: State, *, customer: Object, items: list[Object], params: Params) -> Object:
    """This will start a subscription: trialing, or charged at once."""
    at = state.now_of(customer)
    interval, count = interval_of(items)
    if len({i["price"]["currency"] for i in items}) != 1:
        raise invalid("All prices of a subscription must have the same currency.", param="items")
    trial = _trial_end(params, at)
    begin, end = (at, trial) if trial else period_of(at, at, interval=interval, count=count)
    made = state.new(
        "subscription", customer=customer["id"], created=at, currency=items[0]["price"]["currency"], start_date=at,
        billing_cycle_anchor=trial or at, collection_method="charge_automatically", status="incomplete",
        cancel_at_period_end=False, default_payment_method=text(params, "default_payment_method"),
        default_tax_rates=[state.get("tax_rate", r) for r in listed(params, "default_tax_rates")],
        automatic_tax={"enabled": flag(group(params, "automatic_tax"), "enabled"), "disabled_reason": None,
                       "liability": {"type": "self"}},
        metadata=merged({}, params.get("metadata")), discounts=[], test_clock=customer.get("test_clock"),
        trial_start=at if trial else None, trial_end=trial, billing_mode={"type": "classic", "flexible": None},
    )  # fmt: skip
    made["discounts"] = discount_for(state, made, params, at)
    for item in items:
        item |= {"subscription": made["id"], "current_period_start": begin, "current_period_end": end}
        state.put(item)
    made["items"] = sublist(items, f"/v1/subscription_items?subscription={made['id']}")
    state.put(made)
    return made


def _trial_end(params: Params, at: int) -> int | None:
    if params.get("trial_end") == "now":
        return None
    trial = number(params, "trial_end")
    days = number(params, "trial_period_days")
    if trial is None and days:
        trial = at + days * 86400
    if trial is not None and trial <= at:
        raise invalid("The trial must end in the future.", param="trial_end")
    return trial


def subscribe(
    state: State,
    *,
    customer: Object,
    items: list[Object],
    params: Params,
    off_session: bool,
    confirmed: bool = False,
) -> Object:
    """This will start a subscription and charge it; a refused payment that must not wait leaves nothing behind."""
    with all_or_nothing(state, customer):
        made = start(state, customer=customer, items=items, params=params)
        refusal = first_charge(state, made, off_session=off_session, confirmed=confirmed)
        if refusal is not None and text(params, "payment_behavior") == "error_if_incomplete":
            raise refusal
    return made


def first_charge(
    state: State, made: Object, *, off_session: bool, confirmed: bool = False
) -> ApiError | None:
    """This will charge the first period, or begin the trial; then tell that the subscription exists."""
    at = state.now_of(customer_of(state, made))
    if made["trial_end"]:
        made["status"] = "trialing"
        state.emit("customer.subscription.created", made)
        return None
    begin, end = span(made)
    lines = licensed_lines(state, made, begin, end)
    invoice = bill(state, made, lines, reason="subscription_create", at=at, start=begin, end=end)
    refusal = None
    if invoice["status"] == "open":
        refusal = collect(
            state, invoice, method_of(state, made), at=at, off_session=off_session, confirmed=confirmed
        )
    made["status"] = "active" if invoice["status"] == "paid" else "incomplete"
    state.emit("customer.subscription.created", made)
    return refusal


def span(subscription: Object) -> tuple[int, int]:
    """This will give the present period."""
    first = subscription["items"]["data"][0]
    return first["current_period_start"], first["current_period_end"]


def licensed_lines(state: State, made: Object, begin: int, end: int) -> list[Object]:
    """This will make the lines of a period paid in advance."""
    return [
        line(
            state, amount=priced(i["price"]["unit_amount_decimal"], i["quantity"]), currency=made["currency"],
            description=f"{i['quantity']} × {_name(state, i)}", start=begin, end=end, price=i["price"],
            quantity=i["quantity"], subscription=made["id"], item=i["id"], proration=False,
        )
        for i in made["items"]["data"] if i["price"]["recurring"]["usage_type"] == "licensed"
    ]  # fmt: skip


def metered_lines(state: State, made: Object, begin: int, end: int) -> list[Object]:
    """This will make the lines of what was used in a period that is over; never below zero."""
    lines = []
    for item in made["items"]["data"]:
        if item["price"]["recurring"]["usage_type"] != "metered":
            continue
        meter = state.get("billing.meter", item["price"]["recurring"]["meter"])
        used = max(0, usage(state, meter=meter, customer=made["customer"], start=begin, end=end))
        amount = priced(item["price"]["unit_amount_decimal"], used)
        lines.append(
            line(state, amount=amount, currency=made["currency"], description=_name(state, item), start=begin,
                 end=end, price=item["price"], quantity=used, subscription=made["id"], item=item["id"],
                 proration=False)
        )  # fmt: skip
    return lines


def _name(state: State, item: Object) -> str:
    return str(state.get("product", item["price"]["product"])["name"])


def bill(
    state: State, made: Object, lines: list[Object], *, reason: str, at: int, start: int, end: int
) -> Object:
    """This will make and close an invoice of a subscription; the waiting positions are on it too."""
    customer = customer_of(state, made)
    lines = pending_lines(state, customer["id"], made["id"]) + lines
    rates = made["default_tax_rates"]
    if made["automatic_tax"]["enabled"] and not rates:
        country = (customer["address"] or {}).get("country")
        rates = [r for r in state.all("tax_rate", active=True) if r["country"] and r["country"] == country][
            :1
        ]
    invoice = draft(
        state, customer=customer, currency=made["currency"], lines=lines, reason=reason, at=at,
        subscription=made, start=start, end=end, tax_rates=rates,
    )  # fmt: skip
    for item in state.all("invoiceitem", customer=customer["id"], invoice="taken"):
        item["invoice"] = invoice["id"]
    finalise(state, invoice, at=at)
    made["latest_invoice"] = invoice["id"]
    return invoice


@route("POST", "/v1/subscriptions")
def subscription_create(state: State, params: Params) -> Object:
    """A subscription."""
    customer = state.get("customer", required(params, "customer"), param="customer")
    items = read_items(state, listed(params, "items"))
    if params.get("default_payment_method"):
        resolve(state, params["default_payment_method"])
    return subscribe(state, customer=customer, items=items, params=params, off_session=True)


@route("GET", "/v1/subscriptions/{}")
def subscription_retrieve(state: State, params: Params, key: str) -> Object:
    """One subscription."""
    return state.get("subscription", key)


@route("GET", "/v1/subscriptions")
def subscription_list(state: State, params: Params) -> Object:
    """Subscriptions, by customer or status; cancelled ones only when asked for."""
    status = params.get("status")
    rows: list[Any] = [
        row for row in state.all("subscription")
        if (not params.get("customer") or row["customer"] == params["customer"])
        and (status == "all" or (row["status"] == status if status else row["status"] != "canceled"))
    ]  # fmt: skip
    return page(state, rows, params, "/v1/subscriptions")


@route("POST", "/v1/subscriptions/{}")
def subscription_update(state: State, params: Params, key: str) -> Object:
    """A changed subscription; changed items are prorated by the second."""
    made = state.get("subscription", key)
    if made["status"] in ("canceled", "incomplete_expired"):
        raise invalid("A canceled subscription can only update its cancellation_details and metadata.")
    if params.get("default_payment_method"):
        made["default_payment_method"] = resolve(state, params["default_payment_method"])["id"]
    if "cancel_at_period_end" in params:
        made["cancel_at_period_end"] = flag(params, "cancel_at_period_end")
        made["cancel_at"] = span(made)[1] if made["cancel_at_period_end"] else None
    if "discounts" in params or "coupon" in params:
        made["discounts"] = discount_for(state, made, params, state.now_of(customer_of(state, made)))
    made["metadata"] = merged(made["metadata"], params.get("metadata"))
    if params.get("items"):
        prorate(state, made, params)
    state.emit("customer.subscription.updated", made)
    return made


@route("DELETE", "/v1/subscriptions/{}")
def subscription_cancel(state: State, params: Params, key: str) -> Object:
    """A subscription that ends now."""
    made = state.get("subscription", key)
    if made["status"] == "canceled":
        raise invalid("This subscription is cancelled already.")
    end_now(state, made, at=state.now_of(customer_of(state, made)))
    return made


def end_now(state: State, made: Object, *, at: int) -> None:
    """This will end a subscription; what was used is billed once more."""
    begin, _ = span(made)
    lines = [row for row in metered_lines(state, made, begin, at) if row["amount"]]
    if lines:
        invoice = bill(state, made, lines, reason="subscription_cycle", at=at, start=begin, end=at)
        if invoice["status"] == "open":
            collect(state, invoice, method_of(state, made), at=at)
    made |= {"status": "canceled", "canceled_at": made["canceled_at"] or at, "ended_at": at}
    state.emit("customer.subscription.deleted", made, at=at)


@route("POST", "/v1/invoices/{}/pay")
def invoice_pay(state: State, params: Params, key: str) -> Object:
    """An open invoice that is paid now, with the given or the default payment method."""
    invoice = state.get("invoice", key)
    if invoice["status"] != "open":
        raise invalid(f"This invoice is {invoice['status']}.", code="invoice_not_editable")
    at = state.now_of(state.get("customer", invoice["customer"]))
    made = state.tables["subscription"].get(str(subscription_of(invoice)))
    method = resolve(state, params["payment_method"]) if params.get("payment_method") else None
    if method is None and made is not None:
        method = method_of(state, made)
    refusal = collect(state, invoice, method, at=at, off_session=flag(params, "off_session", True))
    if refusal is not None:
        raise refusal
    recover(state, made)
    return invoice


def recover(state: State, made: Object | None) -> None:
    """This will make a subscription active again whose invoices are all paid."""
    if made is None or made["status"] not in ("past_due", "unpaid", "incomplete"):
        return
    if any(row["status"] == "open" and subscription_of(row) == made["id"] for row in state.all("invoice")):
        return
    made["status"] = "active"
    state.emit("customer.subscription.updated", made)
