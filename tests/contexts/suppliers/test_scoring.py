"""Scores, tiers and the quality share: exact numbers, published ties, and rules that hold for any input."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.suppliers.scoring.dimensions import (
    DEFAULT_WEIGHTS,
    DIMENSIONS,
    Score,
    WeightInvalid,
    WeightsNotWhole,
    check_weights,
    score_of,
)
from commerce.suppliers.scoring.measures import PricedLine, compare_prices, cost_value, share
from commerce.suppliers.scoring.tiers import (
    DEFAULT_RULE,
    HysteresisInvalid,
    QualityShare,
    Rated,
    TierRule,
    TierShareInvalid,
    TiersNotWhole,
    assign_tiers,
    check_rule,
    quality_share,
    rank_order,
    tier_sizes,
)

LEAST = Decimal(45)


def score(*values, weights=DEFAULT_WEIGHTS, least=LEAST):
    named = {d: None if v is None else Decimal(v) for d, v in zip(DIMENSIONS, values, strict=True)}
    return score_of(named, weights=weights, least_coverage=least)


def weights(*numbers):
    return dict(zip(DIMENSIONS, map(Decimal, numbers), strict=True))


def rated(key, total, quality=None, on_time=None, sources=1):
    values = {"quality": quality, "on_time": on_time}
    return Rated(key, Decimal(total), values, sources, registered=f"{key:06}")


def test_the_weighted_sum_is_exact():
    assert score("90", "80", "70", "60", "50") == Score(Decimal("75.00"), Decimal(100))
    assert score("100", "100", "100", "100", "100").total == Decimal("100.00")
    assert score("0", "0", "0", "0", "0").total == Decimal("0.00")
    assert score("33.3333", "66.6667", "12.3456", "0", "100").total == Decimal("39.14")  # 39.135795
    half = score("0.05", "0", "0", "0", "0", weights=weights(10, 20, 20, 25, 25))
    assert half.total == Decimal("0.01")  # 0.005 half up


def test_dimensions_without_data_are_left_out_and_coverage_says_so():
    assert score(None, "80", "60", None, None) == Score(Decimal("71.11"), Decimal(45))  # 3200 / 45
    assert score("80", "80", None, "80", None) == Score(Decimal("80.00"), Decimal(70))


@pytest.mark.parametrize(
    "values",
    [
        (None, None, None, None, None),
        (None, None, None, "100", "100"),
        (None, "100", None, None, None),
    ],
)
def test_without_transactions_or_enough_of_them_a_supplier_is_unrated_never_100(values):
    assert score(*values) is None


@pytest.mark.parametrize(
    ("given", "total"), [((30, 25, 20, 15, 9), "99"), ((30, 25, 20, 15, "10.01"), "100.01"), ((0,) * 5, "0")]
)
def test_weights_that_do_not_sum_to_100_are_refused(given, total):
    with pytest.raises(WeightsNotWhole) as refusal:
        score("90", "80", "70", "60", "50", weights=weights(*given))
    assert refusal.value.values["total"] == total


@pytest.mark.parametrize("bad", ["-5", "NaN", "0.001", "101", "Infinity"])
def test_a_weight_that_is_no_percentage_is_refused(bad):
    with pytest.raises(WeightInvalid):
        check_weights({**DEFAULT_WEIGHTS, "quality": Decimal(bad)})
    with pytest.raises(WeightInvalid):
        check_weights({**DEFAULT_WEIGHTS, "charm": Decimal(0)})
    with pytest.raises(WeightInvalid):
        check_weights({d: w for d, w in DEFAULT_WEIGHTS.items() if d != "cost"})


values_of = st.none() | st.decimals(0, 100, places=4)
parts = st.lists(st.integers(0, 10_000), min_size=4, max_size=4).map(sorted)


@given(st.lists(values_of, min_size=5, max_size=5), parts)
def test_any_score_equals_the_brute_force_fraction(values, cuts):
    shares = [b - a for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True)]
    weighting = weights(*(Decimal(part) / 100 for part in shares))
    found = score(*values, weights=weighting, least=Decimal(0))
    known = [(Fraction(v), part) for v, part in zip(values, shares, strict=True) if v is not None]
    total = sum(part for _, part in known)
    if not total or all(v is None for v in values[:3]):
        assert found is None
        return
    exact = sum(v * part for v, part in known) / total
    assert found.total == Decimal(int(exact * 100 + Fraction(1, 2))) / 100
    assert min(v for v, _ in known) - 1 <= found.total <= max(v for v, _ in known) + 1


def test_3000_suppliers_give_600_900_1500_and_a_second_run_is_identical():
    suppliers = [rated(n, Decimal(n * 7919 % 10_001) / 100) for n in range(3_000)]
    first = assign_tiers(suppliers, previous={})
    counts = {t: sum(p.tier == t for p in first.values()) for t in ("strategic", "preferred", "watch")}
    assert counts == {"strategic": 600, "preferred": 900, "watch": 1_500}
    assert assign_tiers(suppliers[::-1], previous={}) == first
    before = {key: placed.tier for key, placed in first.items()}
    assert assign_tiers(suppliers, previous=before) == first


def test_3000_equal_scores_still_give_exact_tiers_by_the_published_order():
    placed = assign_tiers([rated(n, "80") for n in range(3_000)], previous={})
    assert [placed[n].tier for n in (0, 599, 600, 1_499, 1_500, 2_999)] == [
        "strategic", "strategic", "preferred", "preferred", "watch", "watch",
    ]  # fmt: skip


def test_ties_are_broken_by_quality_then_on_time_then_documents_then_age():
    order = [
        rated(5, "80", quality=Decimal(90), on_time=Decimal(70)),
        rated(4, "80", quality=Decimal(90), on_time=Decimal(60), sources=9),
        rated(6, "80", quality=Decimal(90), on_time=Decimal(60), sources=8),
        rated(7, "80", quality=Decimal(90), on_time=Decimal(60), sources=8),
        rated(1, "80", quality=Decimal(0)),
        rated(2, "80", quality=None, on_time=Decimal(100)),
        rated(3, "79.99", quality=Decimal(100)),
    ]
    assert [s.key for s in rank_order(order[::-1])] == [5, 4, 6, 7, 1, 2, 3]


def test_who_swaps_ranks_across_a_cut_each_period_keeps_the_tier():
    def period(first, second):
        totals = {n: Decimal(1_000 - n) / 10 for n in range(100)}
        totals[19], totals[20] = first, second
        return [rated(n, total) for n, total in totals.items()]

    even, odd = period(Decimal("98.1"), Decimal("98.0")), period(Decimal("98.0"), Decimal("98.1"))
    tiers = {key: placed.tier for key, placed in assign_tiers(even, previous={}).items()}
    assert (tiers[19], tiers[20]) == ("strategic", "preferred")
    for suppliers in (odd, even, odd, even):
        now = assign_tiers(suppliers, previous=tiers)
        assert {key: placed.tier for key, placed in now.items()} == tiers
    assert assign_tiers(odd, previous=tiers)[20].rank == 20  # the rank tells the truth, the tier waits
    assert assign_tiers(odd, previous={})[20].tier == "strategic"
    clear = period(Decimal("98.0"), Decimal("98.3"))  # two ranks up: past the band of one
    assert assign_tiers(clear, previous=tiers)[20].tier == "strategic"


def rule_of(*numbers):
    return TierRule(*map(Decimal, numbers))


def test_the_group_chooses_the_shares_and_the_band():
    suppliers = [rated(n, Decimal(1_000 - n) / 10) for n in range(1_000)]
    own = rule_of("12.5", "37.55", "49.95", "0")
    tiers = [placed.tier for placed in assign_tiers(suppliers, previous={}, rule=own).values()]
    assert [tiers.count(t) for t in ("strategic", "preferred", "watch")] == [125, 376, 499]  # 500.5 half up
    assert TierRule.of(own.stored()) == own
    assert DEFAULT_RULE.stored() == {"strategic": "20", "preferred": "30", "watch": "50", "hysteresis": "1"}
    held = dict.fromkeys(range(220, 240), "strategic")
    for band, stay in (("0", 0), ("1", 0), ("2.5", 5), ("4", 20)):
        rule = rule_of(20, 30, 50, band)
        now = assign_tiers(suppliers, previous=held, rule=rule)
        assert sum(now[key].tier == "strategic" for key in held) == stay
        assert sum(placed.tier == "strategic" for placed in now.values()) == 200


@pytest.mark.parametrize(
    ("numbers", "refusal"),
    [
        ((20, 30, 51, 1), TiersNotWhole),
        (("20.01", 30, 50, 1), TiersNotWhole),
        ((0, 50, 50, 1), TierShareInvalid),
        ((-20, 70, 50, 1), TierShareInvalid),
        (("33.333", "33.333", "33.334", 1), TierShareInvalid),
        (("NaN", 30, 50, 1), TierShareInvalid),
        ((20, 30, 50, -1), HysteresisInvalid),
        ((20, 30, 50, "10.01"), HysteresisInvalid),
        ((20, 30, 50, "0.001"), HysteresisInvalid),
        ((20, 30, 50, "Infinity"), HysteresisInvalid),
    ],
)
def test_shares_and_bands_that_cannot_be_are_refused(numbers, refusal):
    with pytest.raises(refusal) as refused:
        check_rule(rule_of(*numbers))
    assert refused.value.field == "tiers"
    check_rule(rule_of(1, 1, 98, 10))


@given(
    st.lists(st.decimals(0, 100, places=2), max_size=120),
    st.dictionaries(st.integers(0, 119), st.sampled_from(["strategic", "preferred", "watch"])),
)
@settings(max_examples=200, deadline=None)
def test_sizes_are_exact_and_order_of_input_never_matters(totals, previous):
    suppliers = [rated(n, total) for n, total in enumerate(totals)]
    placed = assign_tiers(suppliers, previous=previous)
    sizes = tuple(sum(p.tier == t for p in placed.values()) for t in ("strategic", "preferred", "watch"))
    assert sizes == tier_sizes(len(totals))
    assert assign_tiers(suppliers[::-1], previous=previous) == placed
    assert sorted(p.rank for p in placed.values()) == list(range(1, len(totals) + 1))
    order, band = ("strategic", "preferred", "watch"), max(1, len(totals) // 100)
    plain = assign_tiers(suppliers, previous={})
    for key, p in placed.items():
        if p.tier != plain[key].tier:  # only within a band, only for who held the place or who waits for it
            cuts = [sizes[0], sizes[0] + sizes[1]]
            assert any(cut - band < p.rank <= cut + band for cut in cuts)
            assert abs(order.index(p.tier) - order.index(plain[key].tier)) == 1


def test_the_quality_share_is_absolute():
    totals = [Decimal(t) for t in ("80", "79.99", "95", "12")]
    assert quality_share(totals, bar=Decimal(80)) == QualityShare(2, 4, Decimal("50.00"))
    assert quality_share([Decimal(90)] * 3, bar=Decimal(80)).percent == Decimal("100.00")
    assert quality_share([], bar=Decimal(80)) == QualityShare(0, 0, None)
    assert quality_share([Decimal(90), Decimal(1), Decimal(1)], bar=Decimal(80)).percent == Decimal("33.33")


def test_a_share_of_nothing_is_no_data():
    assert share(Decimal(0), Decimal(0)) is None
    assert share(Decimal(2), Decimal(3)) == Decimal("66.6667")
    with pytest.raises(ValueError, match="no part"):
        share(Decimal(4), Decimal(3))


def test_prices_are_compared_with_the_mean_of_all_suppliers():
    lines = [
        PricedLine("a1", "A", "bolt", Decimal(100), Decimal("0.90")),
        PricedLine("b1", "B", "bolt", Decimal(100), Decimal("1.10")),
        PricedLine("a2", "A", "gear", Decimal(1), Decimal("500")),  # sold by A alone
    ]
    found = {line.line_id: line for line in compare_prices(lines)}
    assert set(found) == {"a1", "b1"}
    assert (found["a1"].paid, found["a1"].at_mean) == (90, 100)
    assert cost_value(paid=found["a1"].paid, at_mean=found["a1"].at_mean) == Decimal("75.0000")
    assert cost_value(paid=found["b1"].paid, at_mean=found["b1"].at_mean) == Decimal("25.0000")
    assert cost_value(paid=Fraction(100), at_mean=Fraction(100)) == 50
    assert cost_value(paid=Fraction(70), at_mean=Fraction(100)) == 100
    assert cost_value(paid=Fraction(300), at_mean=Fraction(100)) == 0
    assert cost_value(paid=Fraction(0), at_mean=Fraction(0)) is None
