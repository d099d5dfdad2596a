"""Changes of a subscription's items: proration by the second, discounts."""

import copy
from typing import Any

from infra.standins.stripe.errors import ApiError, invalid
from infra.standins.stripe.forms import Params, flag, listed, number, required, text
from infra.standins.stripe.money import priced, share
from infra.standins.stripe.periods import months_later, period_of
from infra.standins.stripe.state import Object, State
from infra.standins.stripe.undo import all_or_nothing


def read_items(state: State, given: list[Any]) -> list[Object]:
    """This will read the items of a new subscription."""
    if not given:
        raise invalid("Missing required param: items.", param="items", code="parameter_missing")
    return [_new_item(state, row) for row in given]


def _new_item(state: State, row: Params) -> Object:
    price = state.get("price", required(row, "price"), param="items[price]")
    if not price["active"]:
        raise invalid("The price specified is inactive.", param="items[price]")
    if price["recurring"] is None:
        raise invalid("The price specified is not recurring.", param="items[price]")
    metered = price["recurring"]["usage_type"] == "metered"
    if metered and "quantity" in row:
        raise invalid("A metered price takes no quantity.", param="items[quantity]")
    made = state.new("subscription_item", price=price, quantity=None if metered else number(row, "quantity", 1),
                     discounts=[], tax_rates=[], plan=None)  # fmt: skip
    if not metered and made["quantity"] < 0:
        raise invalid("The quantity must not be negative.", param="items[quantity]")
    return made


def discount_for(state: State, made: Object, params: Params, at: int) -> list[str]:
    """This will make the discount that a change asks for, by coupon or promotion code."""
    asked = listed(params, "discounts") or ([{"coupon": params["coupon"]}] if params.get("coupon") else [])
    found = []
    for row in asked[:1]:
        code = row.get("promotion_code")
        code = state.get("promotion_code", code, param="discounts") if code else None
        coupon = state.get(
            "coupon", code["promotion"]["coupon"] if code else row.get("coupon"), param="discounts"
        )
        limit = coupon["max_redemptions"]
        if (limit is not None and coupon["times_redeemed"] >= limit) or (
            coupon["redeem_by"] is not None and coupon["redeem_by"] < at
        ):
            raise invalid("This coupon is not valid any more.", param="discounts", code="coupon_expired")
        coupon["times_redeemed"] += 1
        months = coupon["duration_in_months"] if coupon["duration"] == "repeating" else None
        discount = state.new(
            "discount", customer=made["customer"], subscription=made["id"], start=at,
            end=months_later(at, months) if months else None, promotion_code=code["id"] if code else None,
            source={"type": "coupon", "coupon": coupon["id"]},
        )  # fmt: skip
        found.append(state.put(discount)["id"])
    return found


def prorate(state: State, made: Object, params: Params) -> None:
    """This will change items; unused time of the old ones is credited, the rest of the period of the new charged.

    A payment that is refused leaves the subscription as it was, or past due, as the caller asks.
    """
    with all_or_nothing(state, state.get("customer", made["customer"])):
        refusal = _prorate(state, made, params)
        if refusal is not None and text(params, "payment_behavior") == "error_if_incomplete":
            raise refusal
    if refusal is not None:
        made["status"] = "past_due"


def _prorate(state: State, made: Object, params: Params) -> ApiError | None:
    from infra.standins.stripe import subscriptions as whole

    now = state.now_of(whole.customer_of(state, made))
    behaviour = text(params, "proration_behavior", "create_prorations")
    at = number(params, "proration_date", now)
    assert at is not None
    begin, end = whole.span(made)
    if not begin <= at <= end:
        raise invalid("The proration date must lie in the present period.", param="proration_date")
    before = copy.deepcopy(made["items"]["data"])
    after = _changed(state, made, listed(params, "items"))
    same_interval = whole.interval_of(after) == whole.interval_of(before)
    trialing = made["status"] == "trialing"
    if not same_interval and not trialing:
        begin, end = _new_anchor(made, after, whole.interval_of(after), at)
    for item in after:
        item |= {"subscription": made["id"], "current_period_start": begin, "current_period_end": end}
        state.put(item)
    made["items"]["data"] = after
    old_span = whole.span({"items": {"data": before}})
    if behaviour != "none" and not trialing:
        _credit_and_charge(
            state, made, before, after, at=at, old_span=old_span, fresh=not same_interval, end=end
        )
    if (behaviour == "always_invoice" or not same_interval) and not trialing:
        lines = whole.licensed_lines(state, made, begin, end) if not same_interval else []
        invoice = whole.bill(state, made, lines, reason="subscription_update", at=now, start=begin, end=end)
        if invoice["status"] == "open":
            return whole.collect(state, invoice, whole.method_of(state, made), at=now)
    return None


def _new_anchor(made: Object, after: list[Object], interval: tuple[str, int], at: int) -> tuple[int, int]:
    made["billing_cycle_anchor"] = at
    return period_of(at, at, interval=interval[0], count=interval[1])


def _changed(state: State, made: Object, asked: list[Params]) -> list[Object]:
    items = {item["id"]: copy.deepcopy(item) for item in made["items"]["data"]}
    for row in asked:
        key = row.get("id")
        if key is None:
            added = _new_item(state, row)
            items[added["id"]] = added
            continue
        if key not in items:
            raise ApiError(400, "invalid_request_error", f"No such subscription item: '{key}'", param="items")
        if flag(row, "deleted"):
            del items[key]
            continue
        item = items[key]
        if row.get("price"):
            fresh = _new_item(state, {"price": row["price"]})
            item["price"] = fresh["price"]
            item["quantity"] = None if fresh["quantity"] is None else (item["quantity"] or fresh["quantity"])
        if row.get("quantity") not in (None, ""):
            item["quantity"] = number(row, "quantity")
    if not items:
        raise invalid("A subscription needs an item.", param="items")
    return list(items.values())


def _credit_and_charge(state: State, made: Object, before: list[Object], after: list[Object], *, at: int,
                       old_span: tuple[int, int], fresh: bool, end: int) -> None:  # fmt: skip
    start, stop = old_span
    old = {item["id"]: item for item in before}
    new = {item["id"]: item for item in after}
    for key in [*old, *(k for k in new if k not in old)]:
        was, now = old.get(key), new.get(key)
        if (
            was
            and now
            and not fresh
            and (was["price"]["id"], was["quantity"]) == (now["price"]["id"], now["quantity"])
        ):
            continue
        if was and _licensed(was):
            full = priced(was["price"]["unit_amount_decimal"], was["quantity"])
            amount = -share(full, of=stop - at, total=stop - start)
            _position(state, made, was, amount, at, stop, "Unused time on")
        if now and _licensed(now) and not fresh:
            full = priced(now["price"]["unit_amount_decimal"], now["quantity"])
            amount = share(full, of=stop - at, total=stop - start)
            _position(state, made, now, amount, at, end, "Remaining time on")


def _licensed(item: Object) -> bool:
    return bool(item["price"]["recurring"]["usage_type"] == "licensed")


def _position(
    state: State, made: Object, item: Object, amount: int, start: int, end: int, words: str
) -> None:
    name = state.get("product", item["price"]["product"])["name"]
    position = state.new(
        "invoiceitem", customer=made["customer"], amount=amount, currency=made["currency"], proration=True,
        description=f"{words} {item['quantity']} × {name}", date=start, period={"start": start, "end": end},
        quantity=item["quantity"], invoice=None,
        details={"subscription": made["id"], "item": item["id"], "price": item["price"]["id"]},
    )  # fmt: skip
    state.put(position)
