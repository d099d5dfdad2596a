"""Customers, their payment methods, and test clocks."""

from typing import Any

from infra.standins.stripe.cards import BY_METHOD, BY_NUMBER, MESSAGES, Card, code_of
from infra.standins.stripe.catalogue import merged
from infra.standins.stripe.errors import declined, invalid
from infra.standins.stripe.forms import Params, group, listed, number, required, text
from infra.standins.stripe.routes import route
from infra.standins.stripe.state import Object, State, page


@route("POST", "/v1/customers")
def customer_create(state: State, params: Params) -> Object:
    """A customer."""
    clock = text(params, "test_clock")
    if clock:
        state.get("test_helpers.test_clock", clock, param="test_clock")
    made = state.new(
        "customer", email=text(params, "email"), name=text(params, "name"), description=text(params, "description"),
        metadata=merged({}, params.get("metadata")), address=group(params, "address") or None, balance=0,
        created=state.now(clock), test_clock=clock, delinquent=False, tax_exempt="none", discount=None,
        preferred_locales=listed(params, "preferred_locales"), invoice_prefix=f"H{len(state.tables['customer']):06d}",
        next_invoice_sequence=1,
        invoice_settings={"custom_fields": None, "default_payment_method": None, "footer": None,
                          "rendering_options": None},
    )  # fmt: skip
    state.emit("customer.created", state.put(made))
    if params.get("payment_method"):
        attach(state, state.get("payment_method", params["payment_method"]), made)
    return made


@route("GET", "/v1/customers/{}")
def customer_retrieve(state: State, params: Params, key: str) -> Object:
    """One customer."""
    return state.get("customer", key)


@route("GET", "/v1/customers")
def customer_list(state: State, params: Params) -> Object:
    """Customers, by e-mail address."""
    wanted = {"email": params["email"]} if params.get("email") else {}
    return page(state, state.all("customer", **wanted), params, "/v1/customers")


@route("POST", "/v1/customers/{}")
def customer_update(state: State, params: Params, key: str) -> Object:
    """A changed customer."""
    found = state.get("customer", key)
    for name in ("email", "name", "description"):
        if name in params:
            found[name] = text(params, name)
    if "address" in params:
        found["address"] = group(params, "address") or None
    if "balance" in params:
        found["balance"] = number(params, "balance", 0)
    default = group(params, "invoice_settings").get("default_payment_method")
    if default:
        method = state.get("payment_method", default, param="invoice_settings[default_payment_method]")
        if method["customer"] != key:
            raise invalid("The payment method belongs to no or another customer.")
        found["invoice_settings"]["default_payment_method"] = default
    found["metadata"] = merged(found["metadata"], params.get("metadata"))
    state.emit("customer.updated", found)
    return found


@route("POST", "/v1/customers/{}/tax_ids")
def tax_id_create(state: State, params: Params, key: str) -> Object:
    """A customer's tax number; it is not verified."""
    customer = state.get("customer", key)
    value = required(params, "value")
    made = state.new(
        "tax_id", type=required(params, "type"), value=value, customer=key, country=value[:2].upper(),
        owner={"type": "customer", "customer": key, "customer_account": None},
        verification={"status": "pending", "verified_address": None, "verified_name": None},
    )  # fmt: skip
    state.emit("customer.tax_id.created", state.put(made))
    state.emit("customer.updated", customer)
    return made


@route("GET", "/v1/customers/{}/tax_ids")
def tax_id_list(state: State, params: Params, key: str) -> Object:
    """A customer's tax numbers."""
    state.get("customer", key)
    return page(state, state.all("tax_id", customer=key), params, f"/v1/customers/{key}/tax_ids")


@route("DELETE", "/v1/customers/{}/tax_ids/{}")
def tax_id_delete(state: State, params: Params, key: str, number: str) -> Object:
    """A tax number that is gone."""
    found = state.get("tax_id", number)
    del state.tables["tax_id"][number]
    state.emit("customer.tax_id.deleted", found)
    return {"id": number, "object": "tax_id", "deleted": True}


@route("DELETE", "/v1/customers/{}")
def customer_delete(state: State, params: Params, key: str) -> Object:
    """A customer that is gone."""
    found = state.get("customer", key)
    del state.tables["customer"][key]
    state.emit("customer.deleted", found)
    return {"id": key, "object": "customer", "deleted": True}


def make_method(state: State, card: Card) -> Object:
    """This will make a payment method of a test card; the number itself is kept nowhere in the object."""
    made = state.new(
        "payment_method", type="card", customer=None, billing_details={"name": None, "email": None},
        card={"brand": card.brand, "last4": card.number[-4:], "exp_month": 12, "exp_year": 2034,
              "country": "US", "funding": "credit", "fingerprint": f"fp{card.number[-6:]}"},
    )  # fmt: skip
    state.cards[made["id"]] = card
    return state.put(made)


def card_of(state: State, method: str) -> Card:
    """This will give the test card behind a payment method."""
    known: Any = state.cards.get(method)
    if not isinstance(known, Card):
        raise invalid("No such payment method.", param="payment_method")
    return known


def resolve(state: State, key: str) -> Object:
    """This will find a payment method; a test card's name makes a new one."""
    if key in BY_METHOD:
        return make_method(state, BY_METHOD[key])
    return state.get("payment_method", key, param="payment_method")


@route("POST", "/v1/payment_methods")
def method_create(state: State, params: Params) -> Object:
    """A payment method, of a test card's number or token."""
    card = group(params, "card")
    known = BY_NUMBER.get(str(card.get("number", "")))
    known = known or BY_METHOD.get(str(card.get("token", "")).replace("tok_", "pm_card_"))
    if known is None:
        raise declined(
            "Your card number is incorrect.", decline_code="incorrect_number", code="incorrect_number"
        )
    return make_method(state, known)


@route("GET", "/v1/payment_methods/{}")
def method_retrieve(state: State, params: Params, key: str) -> Object:
    """One payment method."""
    return resolve(state, key)


@route("GET", "/v1/customers/{}/payment_methods")
def methods_of(state: State, params: Params, key: str) -> Object:
    """A customer's payment methods."""
    rows = state.all("payment_method", customer=key)
    return page(state, rows, params, f"/v1/customers/{key}/payment_methods")


@route("GET", "/v1/payment_methods")
def method_list(state: State, params: Params) -> Object:
    """Payment methods of a customer."""
    rows = state.all("payment_method", customer=required(params, "customer"))
    return page(state, rows, params, "/v1/payment_methods")


@route("POST", "/v1/payment_methods/{}/attach")
def method_attach(state: State, params: Params, key: str) -> Object:
    """A payment method that is saved for a customer; some test cards are declined here."""
    customer = state.get("customer", required(params, "customer"), param="customer")
    return attach(state, resolve(state, key), customer)


def attach(state: State, method: Object, customer: Object) -> Object:
    """This will save a payment method for a customer; raises ApiError 402 for cards declined at saving."""
    card = card_of(state, method["id"])
    if card.on_save:
        raise declined(MESSAGES[card.on_save], decline_code=card.on_save, code=code_of(card.on_save))
    if method["customer"] not in (None, customer["id"]):
        raise invalid("The payment method belongs to another customer.")
    method["customer"] = customer["id"]
    state.emit("payment_method.attached", method)
    return method


@route("POST", "/v1/payment_methods/{}/detach")
def method_detach(state: State, params: Params, key: str) -> Object:
    """A payment method that is no longer saved."""
    method = state.get("payment_method", key)
    method["customer"] = None
    state.emit("payment_method.detached", method)
    return method
