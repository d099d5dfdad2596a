"""Checkout sessions and billing portal sessions: made by the API, finished by people on pages."""

from typing import Any

from infra.standins.stripe.catalogue import merged
from infra.standins.stripe.changes import read_items
from infra.standins.stripe.errors import ApiError, invalid
from infra.standins.stripe.forms import Params, flag, group, listed, required, text
from infra.standins.stripe.intents import save_card, setup_intent
from infra.standins.stripe.invoices import collect
from infra.standins.stripe.money import priced
from infra.standins.stripe.routes import route
from infra.standins.stripe.state import Object, State, page
from infra.standins.stripe.subscriptions import recover, subscribe

SESSION = "checkout.session"
LASTS = 24 * 3600


@route("POST", "/v1/checkout/sessions")
def checkout_create(state: State, params: Params) -> Object:
    """A page on which a customer starts a subscription, or saves a card."""
    mode = required(params, "mode")
    if mode not in ("subscription", "setup"):
        raise invalid(f"The stand-in knows the modes subscription and setup, not {mode}.", param="mode")
    customer = state.get("customer", required(params, "customer"), param="customer")
    rows = listed(params, "line_items")
    items = read_items(state, rows) if mode == "subscription" else []
    currency = items[0]["price"]["currency"] if items else text(params, "currency")
    total = sum(priced(i["price"]["unit_amount_decimal"], i["quantity"]) for i in items if i["quantity"])
    made = state.new(
        SESSION, mode=mode, customer=customer["id"], status="open", payment_status="unpaid", currency=currency,
        amount_subtotal=total if items else None, amount_total=total if items else None,
        success_url=required(params, "success_url"), cancel_url=text(params, "cancel_url"),
        client_reference_id=text(params, "client_reference_id"), metadata=merged({}, params.get("metadata")),
        expires_at=state.now() + LASTS, payment_method_types=["card"], locale=text(params, "locale"),
        allow_promotion_codes=flag(params, "allow_promotion_codes"), discounts=listed(params, "discounts"),
        automatic_tax={"enabled": flag(group(params, "automatic_tax"), "enabled"), "status": None},
        ui_mode="hosted_page",
    )  # fmt: skip
    made["url"] = f"{state.base_url}/pay/{made['id']}"
    state.put(made)
    asked = {"items": rows, "data": group(params, "subscription_data"), "automatic_tax": params.get("automatic_tax"),
             "discounts": params.get("discounts"), "setup": group(params, "setup_intent_data"),
             "asks_country": group(params, "customer_update").get("address") == "auto"}  # fmt: skip
    state.tables["asked"][made["id"]] = asked
    return made


@route("GET", "/v1/checkout/sessions/{}")
def checkout_retrieve(state: State, params: Params, key: str) -> Object:
    """One session."""
    return state.get(SESSION, key)


@route("GET", "/v1/checkout/sessions")
def checkout_list(state: State, params: Params) -> Object:
    """Sessions, by customer or status."""
    wanted = {n: params[n] for n in ("customer", "status", "subscription") if params.get(n)}
    return page(state, state.all(SESSION, **wanted), params, "/v1/checkout/sessions")


@route("POST", "/v1/checkout/sessions/{}/expire")
def checkout_expire(state: State, params: Params, key: str) -> Object:
    """A session that can no longer be finished."""
    made = state.get(SESSION, key)
    if made["status"] != "open":
        raise invalid("Only open sessions can be expired.")
    made |= {"status": "expired", "url": None}
    state.emit("checkout.session.expired", made)
    return made


def finish(
    state: State, made: Object, method: Object, *, code: str = "", confirmed: bool = False
) -> Object | None:
    """This will finish a session with a card; gives the intent that waits for the bank, if one does.

    Raises ApiError when the card is declined; the session stays open then, and its intent says why.
    """
    if made["status"] != "open":
        raise invalid("This session is over.")
    asked = state.tables["asked"][made["id"]]
    intent = _intent(state, made, asked)
    save_card(state, intent, method, confirmed=confirmed)
    if intent["status"] == "requires_action":
        return intent
    try:
        if made["mode"] == "subscription":
            _subscribe(state, made, asked, method, code)
    except ApiError as refusal:
        intent |= {"status": "requires_payment_method", "last_setup_error": dict(refusal.error)}
        raise
    made |= {"status": "complete", "url": None}
    made["payment_status"] = "no_payment_required" if made["mode"] == "setup" else "paid"
    state.emit("checkout.session.completed", made)
    return None


def _intent(state: State, made: Object, asked: Object) -> Object:
    if made["setup_intent"]:
        return state.get("setup_intent", made["setup_intent"])
    metadata = merged({}, asked["setup"].get("metadata"))
    intent = setup_intent(state, customer=made["customer"], metadata=metadata)
    made["setup_intent"] = intent["id"]
    return intent


def _subscribe(state: State, made: Object, asked: Object, method: Object, code: str) -> None:
    customer = state.get("customer", made["customer"])
    params: dict[str, Any] = {
        **asked["data"],
        "default_payment_method": method["id"],
        "payment_behavior": "error_if_incomplete",
        "automatic_tax": asked["automatic_tax"] or "",
        "discounts": asked["discounts"] or "",
    }
    if code:
        found = state.all("promotion_code", code=code, active=True)
        if not found:
            raise invalid("This promotion code is not valid.", param="promotion_code")
        params["discounts"] = [{"promotion_code": found[0]["id"]}]
    items = read_items(state, asked["items"])
    subscription = subscribe(
        state, customer=customer, items=items, params=params, off_session=False, confirmed=True
    )
    made |= {"subscription": subscription["id"], "invoice": subscription["latest_invoice"]}


@route("POST", "/v1/billing_portal/configurations")
def portal_configuration_create(state: State, params: Params) -> Object:
    """What the portal offers; the stand-in always offers cards and invoices."""
    made = state.new("billing_portal.configuration", active=True, is_default=False, features=group(params, "features"),
                     business_profile=group(params, "business_profile"), updated=state.now())  # fmt: skip
    return state.put(made)


@route("POST", "/v1/billing_portal/sessions")
def portal_create(state: State, params: Params) -> Object:
    """A page on which a customer sees invoices and replaces the card."""
    customer = state.get("customer", required(params, "customer"), param="customer")
    made = state.new("billing_portal.session", customer=customer["id"], return_url=text(params, "return_url"),
                     configuration=text(params, "configuration"), locale=text(params, "locale"))  # fmt: skip
    made["url"] = f"{state.base_url}/portal/{made['id']}"
    return state.put(made)


def replace_card(state: State, customer: Object, method: Object) -> None:
    """This will save another card, make it the one that is charged, and pay what is open with it."""
    intent = setup_intent(state, customer=customer["id"])
    save_card(state, intent, method, confirmed=True)
    customer["invoice_settings"]["default_payment_method"] = method["id"]
    state.emit("customer.updated", customer)
    at = state.now_of(customer)
    for subscription in state.all("subscription", customer=customer["id"]):
        if subscription["status"] == "canceled":
            continue
        subscription["default_payment_method"] = method["id"]
        state.emit("customer.subscription.updated", subscription)
        for invoice in state.all("invoice", customer=customer["id"], status="open"):
            collect(state, invoice, method, at=at, off_session=False, confirmed=True)
        recover(state, subscription)
