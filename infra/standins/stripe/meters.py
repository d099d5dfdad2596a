"""Meters and meter events: usage is summed per customer and period."""

import secrets
from decimal import Decimal, InvalidOperation

from infra.standins.stripe.errors import invalid
from infra.standins.stripe.forms import Params, group, number, required, text
from infra.standins.stripe.routes import route
from infra.standins.stripe.state import Object, State, page

OLDEST = 35 * 86400
FUTURE = 300


@route("POST", "/v1/billing/meters")
def meter_create(state: State, params: Params) -> Object:
    """A meter that sums, counts, or keeps the last value."""
    name = required(params, "event_name")
    if any(m["event_name"] == name and m["status"] == "active" for m in state.all("billing.meter")):
        raise invalid(f"An active meter already has the event name {name}.", param="event_name")
    made = state.new(
        "billing.meter", display_name=required(params, "display_name"), event_name=name, status="active",
        default_aggregation={"formula": group(params, "default_aggregation").get("formula", "sum")},
        customer_mapping={"type": "by_id", "event_payload_key": "stripe_customer_id"},
        value_settings={"event_payload_key": "value"}, updated=state.now(),
        status_transitions={"deactivated_at": None},
    )  # fmt: skip
    return state.put(made)


@route("GET", "/v1/billing/meters")
def meter_list(state: State, params: Params) -> Object:
    """The meters."""
    return page(state, state.all("billing.meter"), params, "/v1/billing/meters")


@route("GET", "/v1/billing/meters/{}")
def meter_retrieve(state: State, params: Params, key: str) -> Object:
    """One meter."""
    return state.get("billing.meter", key)


@route("POST", "/v1/billing/meter_events")
def meter_event_create(state: State, params: Params) -> Object:
    """One measurement; its identifier counts once."""
    name, payload = required(params, "event_name"), group(params, "payload")
    if not any(m["event_name"] == name for m in state.all("billing.meter")):
        raise invalid(f"No meter has the event name {name}.", param="event_name")
    customer = state.get("customer", payload.get("stripe_customer_id"), param="payload[stripe_customer_id]")
    value = _whole(payload.get("value"))
    now = state.now_of(customer)
    at = number(params, "timestamp", now)
    assert at is not None
    if not now - OLDEST <= at <= now + FUTURE:
        raise invalid(
            "The timestamp must be within the past 35 days and not in the future.", param="timestamp"
        )
    identifier = text(params, "identifier")
    if identifier and state.all("billing.meter_event", identifier=identifier):
        raise invalid(f"An event already exists with identifier {identifier}.", param="identifier")
    made = state.new(
        "billing.meter_event", event_name=name, timestamp=at,
        payload={**payload, "value": str(value), "stripe_customer_id": customer["id"]},
    )  # fmt: skip
    made["identifier"] = identifier or f"mevt_{secrets.token_hex(12)}"
    state.tables["billing.meter_event"][made["identifier"]] = made
    return made


def _whole(value: object) -> int:
    try:
        exact = Decimal(str(value))
    except InvalidOperation:
        raise invalid("The value must be a number.", param="payload[value]") from None
    if exact != exact.to_integral_value():
        raise invalid("The value must be a whole number.", param="payload[value]")
    return int(exact)


def usage(state: State, *, meter: Object, customer: str, start: int, end: int) -> int:
    """This will sum a customer's usage of a meter from `start` until before `end`."""
    return sum(
        int(event["payload"]["value"])
        for event in state.all("billing.meter_event", event_name=meter["event_name"])
        if event["payload"]["stripe_customer_id"] == customer and start <= event["timestamp"] < end
    )


@route("GET", "/v1/billing/meters/{}/event_summaries")
def meter_summaries(state: State, params: Params, key: str) -> Object:
    """The sum over a span of time."""
    meter = state.get("billing.meter", key)
    start, end = int(required(params, "start_time")), int(required(params, "end_time"))
    total = usage(state, meter=meter, customer=required(params, "customer"), start=start, end=end)
    row = state.new(
        "billing.meter_event_summary", aggregated_value=total, start_time=start, end_time=end, meter=key
    )
    return page(state, [row], params, f"/v1/billing/meters/{key}/event_summaries")
