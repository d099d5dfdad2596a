"""Tiers by rank: the best fifth is strategic, the next three tenths are preferred, the rest is watched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from commerce.suppliers.scoring.dimensions import DIMENSIONS, rounded

TIERS = ("strategic", "preferred", "watch")
CUTS = (20, 50)
"""Percent of the rated suppliers down to which the first and the second tier reach."""

HYSTERESIS = Fraction(1, 100)
"""The band on each side of a cut in which who was above stays above, as a share of the rated suppliers."""

Key = Any


@dataclass(frozen=True, slots=True)
class Rated:
    """A rated supplier; `sources` counts the documents behind the score, `registered` orders by age."""

    key: Key
    total: Decimal
    values: Mapping[str, Decimal | None]
    sources: int
    registered: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Rank from 1 by score, and tier."""

    rank: int
    tier: str


def rank_order(rated: Sequence[Rated]) -> list[Rated]:
    """This will order suppliers best first.

    Ties are broken by the dimensions in their order (no data last), then by more documents, then by the
    earlier registration, which no two share.
    """
    return sorted(rated, key=_sort_key)


def _sort_key(supplier: Rated) -> tuple[object, ...]:
    values = (supplier.values.get(name) for name in DIMENSIONS)
    marks = tuple(Decimal(1) if value is None else -value for value in values)
    return (-supplier.total, marks, -supplier.sources, supplier.registered)


def tier_sizes(count: int) -> tuple[int, int, int]:
    """This will give how many suppliers each tier takes: the cuts rounded half up, so 3,000 give 600/900/1,500."""
    first, second = (int(Fraction(count * cut, 100) + Fraction(1, 2)) for cut in CUTS)
    return first, second - first, count - second


def assign_tiers(rated: Sequence[Rated], *, previous: Mapping[Key, str]) -> dict[Key, Placed]:
    """This will give each supplier its rank and tier; `previous` holds the tiers of the period before.

    Within the hysteresis band around a cut, who was above it keeps the place before who was not; sizes stay
    exact. The same input gives the same answer in any order.
    """
    ordered = rank_order(rated)
    ranks = {supplier.key: rank for rank, supplier in enumerate(ordered, 1)}
    if len(ranks) != len(ordered):
        raise ValueError("a supplier is there twice")
    sizes = tier_sizes(len(ordered))
    cuts = (sizes[0], sizes[0] + sizes[1])
    band = min(max(1, int(HYSTERESIS * len(ordered))), (cuts[1] - cuts[0]) // 2)
    for level, cut in enumerate(cuts):
        ordered = _held_at(ordered, cut=cut, band=band, above=TIERS[: level + 1], previous=previous)
    return {
        supplier.key: Placed(ranks[supplier.key], TIERS[sum(place >= cut for cut in cuts)])
        for place, supplier in enumerate(ordered)
    }


def _held_at(
    ordered: list[Rated], *, cut: int, band: int, above: Sequence[str], previous: Mapping[Key, str]
) -> list[Rated]:
    start, end = max(cut - band, 0), cut + band
    nearby = sorted(ordered[start:end], key=lambda s: previous.get(s.key) not in above)
    return [*ordered[:start], *nearby, *ordered[end:]]


@dataclass(frozen=True, slots=True)
class QualityShare:
    """How many rated suppliers reach the bar; `percent` has two decimals and is None when nobody is rated."""

    reached: int
    rated: int
    percent: Decimal | None


def quality_share(totals: Sequence[Decimal], *, bar: Decimal) -> QualityShare:
    """This will count the scores at or above an absolute bar, which no rank can move."""
    reached = sum(total >= bar for total in totals)
    percent = rounded(Fraction(reached * 100, len(totals)), places=2) if totals else None
    return QualityShare(reached, len(totals), percent)
