"""Takes back what a refused payment had begun: Stripe then made nothing of it, and tells of nothing."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager

from infra.standins.stripe.errors import ApiError
from infra.standins.stripe.state import Object, State

KINDS = (
    "subscription",
    "subscription_item",
    "discount",
    "invoice",
    "invoiceitem",
    "invoice_payment",
    "payment_intent",
)
"""What a charge may make or change, beside the customer and the coupon."""


@contextmanager
def all_or_nothing(state: State, customer: Object) -> Iterator[None]:
    """This will leave everything as it was, events included, when the block raises ApiError."""
    touched = [customer, *state.all("subscription", customer=customer["id"]), *state.all("coupon")]
    touched += state.all("invoice", customer=customer["id"])
    before = [(each, copy.deepcopy(each)) for each in touched]
    tables = {kind: dict(state.tables[kind]) for kind in KINDS}
    told = len(state.events)
    try:
        yield
    except ApiError:
        for each, old in before:
            each.clear()
            each.update(old)
        for kind, table in tables.items():
            state.tables[kind] = table
        for event in state.events[told:]:
            state.tables["event"].pop(event["id"], None)
        del state.events[told:]
        raise
