"""What a line's schedules become under promises: exact, and nothing lost."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.procurement.promises import Part, Promise, TooMuchPromised, accepted, promised, resized
from tenants.kernel.ids import new_id

D1, D2, D3 = date(2026, 12, 1), date(2026, 12, 15), date(2027, 1, 20)


def part(quantity: int, **fields: object) -> Part:
    return Part(new_id(), Decimal(quantity), requested_date=D1, **fields)


def words(parts: list[Part]) -> list[tuple]:
    return [(int(p.quantity), p.promised_date, p.confirmation) for p in parts]


def test_a_partial_promise_leaves_the_earlier_promise_of_the_open_balance():
    whole = accepted([part(100)])
    after = promised(whole, [Promise(Decimal(40), D2)])
    assert words(after) == [(60, D1, "accepted"), (40, D2, "changed")]
    assert after[0].id == whole[0].id


def test_what_is_not_promised_yet_is_promised_first():
    first = promised([part(100)], [Promise(Decimal(40), D2)])
    assert words(first) == [(40, D2, "changed"), (60, None, "none")]
    assert words(promised(first, [Promise(Decimal(60), D3)])) == [(40, D2, "changed"), (60, D3, "changed")]


def test_what_was_delivered_stays():
    after = promised(
        [part(100, delivered_quantity=Decimal(30), promised_date=D1, confirmation="accepted")],
        [Promise(Decimal(50), D2)],
    )
    assert [(int(p.quantity), int(p.delivered_quantity), p.promised_date) for p in after] == [
        (50, 30, D1),
        (50, 0, D2),
    ]


def test_a_split_and_a_back_order_without_a_day():
    after = promised([part(10)], [Promise(Decimal(4), D1), Promise(Decimal(6), None, is_back_order=True)])
    assert words(after) == [(4, D1, "accepted"), (6, None, "back_order")]


def test_more_than_is_open_is_refused():
    with pytest.raises(TooMuchPromised):
        promised([part(10, delivered_quantity=Decimal(3))], [Promise(Decimal(8), D1)])


def test_a_smaller_or_larger_quantity():
    assert words(resized([part(6), part(4)], Decimal(7))) == [(6, None, "none"), (1, None, "none")]
    assert words(resized(accepted([part(6)]), Decimal(8))) == [(6, D1, "accepted"), (2, None, "none")]


@given(
    st.lists(st.tuples(st.integers(1, 50), st.integers(0, 50), st.booleans()), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(1, 60), st.sampled_from([D1, D2, D3])), max_size=4),
)
def test_nothing_is_lost_and_no_promise_beyond_what_is_answered_changes(rows, given_promises):
    parts = [
        part(
            q,
            delivered_quantity=Decimal(min(q, d)),
            **({"promised_date": D2, "confirmation": "changed"} if p else {}),
        )
        for q, d, p in rows
    ]
    promises = [Promise(Decimal(q), day) for q, day in given_promises]
    opened = sum(p.open_quantity for p in parts)
    wanted = sum(p.quantity for p in promises)
    if wanted > opened:
        with pytest.raises(TooMuchPromised):
            promised(parts, promises)
        return
    after = promised(parts, promises)
    assert sum(p.quantity for p in after) == sum(p.quantity for p in parts)
    assert sum(p.delivered_quantity for p in after) == sum(p.delivered_quantity for p in parts)
    assert all(p.delivered_quantity <= p.quantity for p in after)
    kept = {p.id for p in parts if p.delivered_quantity}
    assert kept <= {p.id for p in after}
    before_promised = sum(p.open_quantity for p in parts if p.promised_date)
    never = opened - before_promised
    lost = max(Decimal(0), wanted - never)
    assert sum(p.open_quantity for p in after if p.promised_date) == before_promised - lost + wanted
