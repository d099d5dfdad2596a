"""Products, prices, coupons, promotion codes, tax rates, test clocks and webhook endpoints."""

import secrets
from decimal import Decimal
from typing import Any

from infra.standins.stripe.errors import invalid
from infra.standins.stripe.forms import Params, decimal, flag, group, listed, number, required, text
from infra.standins.stripe.routes import route
from infra.standins.stripe.state import Object, State, page


def merged(old: dict[str, str], given: Any) -> dict[str, str]:
    """This will set and unset keys of metadata as Stripe does: an empty value takes a key away."""
    if given in (None, ""):
        return {} if given == "" else old
    return {name: value for name, value in {**old, **given}.items() if value != ""}


@route("GET", "/v1/account")
def account(state: State, params: Params) -> Object:
    """The account the key belongs to."""
    return {
        **state.new("account", id="acct_standin", country="DE", default_currency="eur"),
        "livemode": False,
    }


@route("POST", "/v1/products")
def product_create(state: State, params: Params) -> Object:
    """A product."""
    key = {"id": params["id"]} if params.get("id") else {}
    if key and key["id"] in state.tables["product"]:
        raise invalid("Product already exists.", param="id", code="resource_already_exists")
    made = state.new(
        "product", name=required(params, "name"), active=flag(params, "active", True), type="service",
        description=text(params, "description"), metadata=merged({}, params.get("metadata")), images=[],
        marketing_features=[], tax_code=text(params, "tax_code"), updated=state.now(), **key,
    )  # fmt: skip
    state.emit("product.created", state.put(made))
    return made


@route("POST", "/v1/products/{}")
def product_update(state: State, params: Params, key: str) -> Object:
    """A changed product."""
    found = state.get("product", key)
    for name in ("name", "description", "tax_code"):
        if name in params:
            found[name] = text(params, name)
    if "active" in params:
        found["active"] = flag(params, "active")
    found["metadata"] = merged(found["metadata"], params.get("metadata"))
    state.emit("product.updated", found)
    return found


@route("POST", "/v1/prices")
def price_create(state: State, params: Params) -> Object:
    """A price of a product."""
    product = state.get("product", required(params, "product"), param="product")
    amount = number(params, "unit_amount")
    exact = decimal(params, "unit_amount_decimal")
    if (amount is None) == (exact is None):
        raise invalid("Give either unit_amount or unit_amount_decimal.", param="unit_amount")
    recurring = group(params, "recurring")
    if (
        recurring.get("usage_type") == "metered"
        and recurring.get("meter") not in state.tables["billing.meter"]
    ):
        raise invalid("A metered price needs a meter.", param="recurring[meter]")
    lookup = text(params, "lookup_key")
    _free_lookup_key(state, lookup, transfer=flag(params, "transfer_lookup_key"))
    made = state.new(
        "price", product=product["id"], currency=required(params, "currency").lower(), active=True,
        billing_scheme="per_unit", lookup_key=lookup, nickname=text(params, "nickname"),
        metadata=merged({}, params.get("metadata")), type="recurring" if recurring else "one_time",
        unit_amount=amount if exact is None else (int(exact) if exact == int(exact) else None),
        unit_amount_decimal=str(amount if exact is None else exact), recurring=_recurring(recurring),
        tax_behavior=text(params, "tax_behavior", "unspecified"),
    )  # fmt: skip
    state.emit("price.created", state.put(made))
    return made


def _free_lookup_key(state: State, lookup: str | None, *, transfer: bool) -> None:
    for other in state.all("price", lookup_key=lookup) if lookup else []:
        if not transfer:
            raise invalid(f"A price already uses the lookup key {lookup}.", param="lookup_key")
        other["lookup_key"] = None


def _recurring(given: Params) -> Object | None:
    if not given:
        return None
    return {
        "interval": required(given, "interval"),
        "interval_count": number(given, "interval_count", 1),
        "meter": text(given, "meter"),
        "usage_type": text(given, "usage_type", "licensed"),
        "trial_period_days": None,
    }


@route("POST", "/v1/prices/{}")
def price_update(state: State, params: Params, key: str) -> Object:
    """A changed price; amounts never change."""
    found = state.get("price", key)
    if "active" in params:
        found["active"] = flag(params, "active")
    if "lookup_key" in params:
        _free_lookup_key(state, text(params, "lookup_key"), transfer=flag(params, "transfer_lookup_key"))
        found["lookup_key"] = text(params, "lookup_key")
    found["metadata"] = merged(found["metadata"], params.get("metadata"))
    state.emit("price.updated", found)
    return found


@route("GET", "/v1/prices")
def price_list(state: State, params: Params) -> Object:
    """Prices, by product, activity or lookup key."""
    keys = listed(params, "lookup_keys")
    rows = [
        p for p in state.all("price")
        if (not keys or p["lookup_key"] in keys)
        and (not params.get("product") or p["product"] == params["product"])
        and ("active" not in params or p["active"] == flag(params, "active"))
    ]  # fmt: skip
    return page(state, rows, params, "/v1/prices")


@route("POST", "/v1/coupons")
def coupon_create(state: State, params: Params) -> Object:
    """A coupon: a percentage or an amount, once, for some months, or for ever."""
    percent, amount = decimal(params, "percent_off"), number(params, "amount_off")
    if (percent is None) == (amount is None):
        raise invalid("Give either percent_off or amount_off.", param="percent_off")
    if percent is not None and not Decimal(0) < percent <= 100:
        raise invalid("percent_off must be above 0 and at most 100.", param="percent_off")
    key = {"id": params["id"]} if params.get("id") else {}
    made = state.new(
        "coupon", percent_off=float(percent) if percent is not None else None, amount_off=amount,
        currency=(text(params, "currency") or "").lower() or None, name=text(params, "name"),
        duration=text(params, "duration", "once"), duration_in_months=number(params, "duration_in_months"),
        max_redemptions=number(params, "max_redemptions"), redeem_by=number(params, "redeem_by"),
        times_redeemed=0, valid=True, metadata=merged({}, params.get("metadata")), **key,
    )  # fmt: skip
    state.emit("coupon.created", state.put(made))
    return made


@route("POST", "/v1/promotion_codes")
def promotion_code_create(state: State, params: Params) -> Object:
    """A code that people type for a coupon."""
    promotion = group(params, "promotion")
    coupon = state.get("coupon", promotion.get("coupon") or params.get("coupon"), param="coupon")
    made = state.new(
        "promotion_code", code=text(params, "code") or secrets.token_hex(4).upper(), active=True,
        promotion={"type": "coupon", "coupon": coupon["id"]}, times_redeemed=0,
    )  # fmt: skip
    return state.put(made)


@route("POST", "/v1/tax_rates")
def tax_rate_create(state: State, params: Params) -> Object:
    """A rate of tax."""
    made = state.new(
        "tax_rate", display_name=required(params, "display_name"), percentage=float(required(params, "percentage")),
        inclusive=flag(params, "inclusive"), active=True, country=text(params, "country"),
        jurisdiction=text(params, "jurisdiction"),
    )  # fmt: skip
    return state.put(made)


@route("POST", "/v1/webhook_endpoints")
def webhook_endpoint_create(state: State, params: Params) -> Object:
    """An address that events are sent to; the secret is told once."""
    made = state.new(
        "webhook_endpoint", url=required(params, "url"), status="enabled",
        enabled_events=listed(params, "enabled_events") or ["*"], api_version=text(params, "api_version"),
    )  # fmt: skip
    secret = text(params, "secret") or f"whsec_{secrets.token_hex(16)}"
    state.put({**made, "secret": secret})
    return {**made, "secret": secret}


KINDS = {
    "products": "product", "prices": "price", "coupons": "coupon", "promotion_codes": "promotion_code",
    "tax_rates": "tax_rate", "webhook_endpoints": "webhook_endpoint", "events": "event",
    "payment_intents": "payment_intent", "setup_intents": "setup_intent",
}  # fmt: skip


def _read(path: str, kind: str) -> None:
    @route("GET", f"/v1/{path}/{{}}")
    def retrieve(state: State, params: Params, key: str) -> Object:
        return state.get(kind, key)

    if kind != "price":

        @route("GET", f"/v1/{path}")
        def listing(state: State, params: Params) -> Object:
            names = ("active", "customer", "type", "code")
            wanted = {n: (params[n] == "true" if n == "active" else params[n]) for n in names if n in params}
            rows = state.all(kind, **wanted)
            since = group(params, "created").get("gte")
            rows = [r for r in rows if r["created"] >= int(since)] if since else rows
            return page(state, rows, params, f"/v1/{path}")


for _path, _kind in KINDS.items():
    _read(_path, _kind)
