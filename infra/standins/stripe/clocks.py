"""What time does: trials end, periods renew, unpaid invoices are tried again. Test clocks are moved by hand."""

from infra.standins.stripe.errors import invalid
from infra.standins.stripe.forms import Params, number, text
from infra.standins.stripe.invoices import collect, subscription_of
from infra.standins.stripe.periods import period_of
from infra.standins.stripe.routes import route
from infra.standins.stripe.state import Object, State
from infra.standins.stripe.subscriptions import (
    TIMED_OUT,
    bill,
    end_now,
    interval_of,
    licensed_lines,
    metered_lines,
    method_of,
    recover,
    span,
)

CLOCK = "test_helpers.test_clock"


@route("POST", "/v1/test_helpers/test_clocks")
def clock_create(state: State, params: Params) -> Object:
    """A clock of its own for customers."""
    at = number(params, "frozen_time")
    if at is None:
        raise invalid("Missing required param: frozen_time.", param="frozen_time", code="parameter_missing")
    made = state.new(
        CLOCK, frozen_time=at, name=text(params, "name"), status="ready", deletes_after=at + 30 * 86400
    )
    return state.put(made)


@route("GET", "/v1/test_helpers/test_clocks/{}")
def clock_retrieve(state: State, params: Params, key: str) -> Object:
    """One clock."""
    return state.get(CLOCK, key)


@route("POST", "/v1/test_helpers/test_clocks/{}/advance")
def clock_advance(state: State, params: Params, key: str) -> Object:
    """A clock moved forward, with everything that happens meanwhile."""
    clock = state.get(CLOCK, key)
    until = number(params, "frozen_time")
    if until is None or until <= clock["frozen_time"]:
        raise invalid("A test clock is only moved forward.", param="frozen_time")
    live(state, key, until)
    clock["frozen_time"] = until
    state.emit("test_helpers.test_clock.ready", clock, at=until)
    return clock


def live(state: State, clock: str | None, until: int) -> None:
    """This will let everything happen, in order of time, that a clock's customers meet until an instant."""
    while True:
        waiting = [due for made in state.all("subscription") if made.get("test_clock") == clock
                   for due in _due(state, made) if due[0] <= until]  # fmt: skip
        if not waiting:
            return
        at, _, made, what = min(waiting, key=lambda due: (due[0], due[1]))
        if clock is not None:
            state.get(CLOCK, clock)["frozen_time"] = max(at, state.get(CLOCK, clock)["frozen_time"])
        if what is None:
            _expire(state, made, at) if made["status"] == "incomplete" else _renew(state, made, at)
        else:
            _retry(state, made, what, at)


def _due(state: State, made: Object) -> list[tuple[int, int, Object, Object | None]]:
    if made["status"] in ("canceled", "incomplete_expired"):
        return []
    due: list[tuple[int, int, Object, Object | None]] = []
    if made["status"] == "incomplete":
        return [(made["created"] + TIMED_OUT, 0, made, None)]
    due.append((span(made)[1], 1, made, None))
    for invoice in state.all("invoice", status="open"):
        if subscription_of(invoice) == made["id"] and invoice["next_payment_attempt"]:
            due.append((invoice["next_payment_attempt"], 0, made, invoice))
    return due


def _expire(state: State, made: Object, at: int) -> None:
    made |= {"status": "incomplete_expired", "ended_at": at}
    state.emit("customer.subscription.updated", made, at=at)


def _renew(state: State, made: Object, at: int) -> None:
    begin, end = span(made)
    if made["cancel_at_period_end"]:
        end_now(state, made, at=at)
        return
    interval, count = interval_of(made["items"]["data"])
    fresh = period_of(made["billing_cycle_anchor"], end, interval=interval, count=count)
    lines = metered_lines(state, made, begin, end) + licensed_lines(state, made, *fresh)
    for item in made["items"]["data"]:
        item |= {"current_period_start": fresh[0], "current_period_end": fresh[1]}
    invoice = bill(state, made, lines, reason="subscription_cycle", at=at, start=begin, end=end)
    refusal = None
    if invoice["status"] == "open":
        refusal = collect(state, invoice, method_of(state, made), at=at)
    if made["status"] in ("trialing", "active", "past_due"):
        unpaid = any(
            row["status"] == "open" and subscription_of(row) == made["id"] for row in state.all("invoice")
        )
        made["status"] = "past_due" if refusal or unpaid else "active"
    state.emit("customer.subscription.updated", made, at=at)


def _retry(state: State, made: Object, invoice: Object, at: int) -> None:
    refusal = collect(state, invoice, method_of(state, made), at=at)
    if refusal is None:
        recover(state, made)
    elif invoice["next_payment_attempt"] is None and made["status"] == "past_due":
        made["status"] = "unpaid"
        state.emit("customer.subscription.updated", made, at=at)
