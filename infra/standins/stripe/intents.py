"""Setup intents and payment intents: saving and charging a card, with declines and 3-D Secure."""

import secrets
from typing import Any

from infra.standins.stripe.cards import MESSAGES, Card, code_of
from infra.standins.stripe.catalogue import merged
from infra.standins.stripe.customers import attach, card_of, resolve
from infra.standins.stripe.errors import ApiError, declined, invalid
from infra.standins.stripe.forms import Params, flag, number, required, text
from infra.standins.stripe.routes import route
from infra.standins.stripe.state import Object, State


def payment_intent(
    state: State, *, amount: int, currency: str, customer: str | None, **values: Any
) -> Object:
    """This will make a payment intent that waits for a payment method."""
    made = state.new(
        "payment_intent", amount=amount, currency=currency, customer=customer, amount_received=0,
        amount_capturable=0, status="requires_payment_method", capture_method="automatic_async",
        confirmation_method="automatic", payment_method_types=["card"], **values,
    )  # fmt: skip
    made["client_secret"] = f"{made['id']}_secret_{secrets.token_hex(8)}"
    return state.put(made)


def charge(
    state: State, intent: Object, method: Object, *, off_session: bool, confirmed: bool = False
) -> Object:
    """This will charge a payment method; the intent then says how it went. Raises ApiError for a decline."""
    card = card_of(state, method["id"])
    intent["payment_method"] = method["id"]
    if card.three_d_secure and not confirmed:
        if off_session:
            return _failed(state, intent, "authentication_required", "authentication_required",
                           "Your card was declined. This transaction requires authentication.")  # fmt: skip
        intent["status"] = "requires_action"
        intent["next_action"] = _ask_bank(state, intent)
        state.emit("payment_intent.requires_action", intent)
        return intent
    if card.on_charge:
        return _failed(state, intent, code_of(card.on_charge), card.on_charge, MESSAGES[card.on_charge])
    intent |= {"status": "succeeded", "amount_received": intent["amount"], "next_action": None,
               "last_payment_error": None, "latest_charge": f"ch_{secrets.token_hex(12)}"}  # fmt: skip
    state.emit("payment_intent.succeeded", intent)
    return intent


def _failed(state: State, intent: Object, code: str, reason: str, message: str) -> Object:
    refusal = declined(message, decline_code=reason, code=code)
    intent |= {
        "status": "requires_payment_method",
        "next_action": None,
        "last_payment_error": dict(refusal.error),
    }
    state.emit("payment_intent.payment_failed", intent)
    refusal.error["payment_intent"] = dict(intent)
    raise refusal


def _ask_bank(state: State, intent: Object) -> Object:
    return {"type": "redirect_to_url",
            "redirect_to_url": {"url": f"{state.base_url}/3ds/{intent['id']}", "return_url": None}}  # fmt: skip


@route("POST", "/v1/payment_intents")
def payment_intent_create(state: State, params: Params) -> Object:
    """A payment."""
    amount = number(params, "amount")
    if amount is None or amount < 1:
        raise invalid("The amount must be above zero.", param="amount", code="parameter_invalid_integer")
    customer = text(params, "customer")
    if customer:
        state.get("customer", customer, param="customer")
    intent = payment_intent(
        state, amount=amount, currency=required(params, "currency").lower(), customer=customer,
        metadata=merged({}, params.get("metadata")), setup_future_usage=text(params, "setup_future_usage"),
    )  # fmt: skip
    state.emit("payment_intent.created", intent)
    if params.get("payment_method"):
        intent["payment_method"] = resolve(state, params["payment_method"])["id"]
        intent["status"] = "requires_confirmation"
    if flag(params, "confirm"):
        return payment_intent_confirm(state, params, intent["id"])
    return intent


@route("POST", "/v1/payment_intents/{}/confirm")
def payment_intent_confirm(state: State, params: Params, key: str) -> Object:
    """A payment that is tried."""
    intent = state.get("payment_intent", key)
    if intent["status"] not in ("requires_confirmation", "requires_payment_method", "requires_action"):
        raise invalid(f"This PaymentIntent is {intent['status']}.", code="payment_intent_unexpected_state")
    method = params.get("payment_method") or intent["payment_method"]
    if not method:
        raise invalid("A payment method is needed.", param="payment_method", code="parameter_missing")
    return charge(state, intent, resolve(state, method), off_session=flag(params, "off_session"))


@route("POST", "/v1/payment_intents/{}/cancel")
def payment_intent_cancel(state: State, params: Params, key: str) -> Object:
    """A payment that is given up."""
    intent = state.get("payment_intent", key)
    if intent["status"] == "succeeded":
        raise invalid("This PaymentIntent has succeeded.", code="payment_intent_unexpected_state")
    intent |= {"status": "canceled", "canceled_at": state.now()}
    state.emit("payment_intent.canceled", intent)
    return intent


def setup_intent(state: State, *, customer: str, **values: Any) -> Object:
    """This will make a setup intent that waits for a payment method."""
    made = state.new(
        "setup_intent", customer=customer, status="requires_payment_method", usage="off_session",
        payment_method_types=["card"], **values,
    )  # fmt: skip
    made["client_secret"] = f"{made['id']}_secret_{secrets.token_hex(8)}"
    return state.put(made)


def save_card(state: State, intent: Object, method: Object, *, confirmed: bool = False) -> Object:
    """This will save a payment method; raises ApiError for a decline, or asks the bank."""
    card: Card = card_of(state, method["id"])
    intent["payment_method"] = method["id"]
    if card.three_d_secure and not confirmed:
        intent |= {"status": "requires_action", "next_action": _ask_bank(state, intent)}
        state.emit("setup_intent.requires_action", intent)
        return intent
    try:
        attach(state, method, state.get("customer", intent["customer"]))
    except ApiError as refusal:
        intent |= {"status": "requires_payment_method", "last_setup_error": dict(refusal.error)}
        state.emit("setup_intent.setup_failed", intent)
        raise
    intent |= {"status": "succeeded", "next_action": None, "last_setup_error": None}
    state.emit("setup_intent.succeeded", intent)
    return intent


@route("POST", "/v1/setup_intents")
def setup_intent_create(state: State, params: Params) -> Object:
    """The saving of a card for later."""
    customer = state.get("customer", required(params, "customer"), param="customer")
    intent = setup_intent(state, customer=customer["id"], metadata=merged({}, params.get("metadata")))
    state.emit("setup_intent.created", intent)
    if flag(params, "confirm"):
        return save_card(state, intent, resolve(state, required(params, "payment_method")))
    return intent


@route("POST", "/v1/setup_intents/{}/confirm")
def setup_intent_confirm(state: State, params: Params, key: str) -> Object:
    """The saving of a card that is tried."""
    intent = state.get("setup_intent", key)
    if intent["status"] == "succeeded":
        raise invalid("This SetupIntent has succeeded.", code="setup_intent_unexpected_state")
    method = params.get("payment_method") or intent["payment_method"]
    if not method:
        raise invalid("A payment method is needed.", param="payment_method", code="parameter_missing")
    return save_card(state, intent, resolve(state, method))
