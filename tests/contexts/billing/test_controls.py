"""Negative controls: without its guard, the test that watches a guard of billing fails."""

import pytest

from billing.gateway.signature import signed_event
from billing.proration import rounded_share
from billing.services.subscription_refresh import subscription_refresh
from tests.contexts.billing.test_proration import (
    test_random_histories_of_seats_cost_what_an_independent_computation_says as random_histories,
)
from tests.contexts.billing.test_webhooks import (
    test_a_late_reading_does_not_undo_a_newer_one as late_reading,
)
from tests.contexts.billing.test_webhooks import (
    test_what_is_not_signed_for_us_now_is_refused_and_leaves_nothing as not_signed,
)
from tests.support.mutants import must_fail, mutated


def one_history():
    """Four seats more after a thousand seconds of a month: 998.61 of the three are credited."""
    random_histories.hypothesis.inner_test((30, 0, 333, 3, [(1_000, 7)]))


def test_a_cent_lost_by_rounding_is_noticed(request):
    one_history()
    with mutated(rounded_share, "2 * amount * part + whole", "2 * amount * part"):
        must_fail(one_history, request)


@pytest.mark.parametrize(
    ("function", "guard", "watched", "given"),
    [
        (subscription_refresh, "if row.applied_count >= number:", late_reading, {}),
        (signed_event, "if not any(", not_signed, {"case": "forged"}),
        (signed_event, "abs(at.timestamp() - stamp) > TOLERANCE", not_signed, {"case": "stale"}),
    ],
)
def test_what_guards_a_reading_and_a_webhook_is_watched(payer, request, function, guard, watched, given):
    with mutated(function, guard, "if False and any(" if guard.endswith("(") else _never(guard)):
        must_fail(watched, request, **given)


def _never(guard):
    return "if False:" if guard.startswith("if ") else "False"
