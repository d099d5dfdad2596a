"""Tiers by rank: shares of the rated suppliers that the group chooses, with a band that holds who was above a cut.

By default the best fifth is strategic, the next three tenths are preferred, the rest is watched.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from commerce.suppliers.scoring.dimensions import DIMENSIONS, HUNDRED, rounded
from tenants.kernel.errors import DomainError

TIERS = ("strategic", "preferred", "watch")
LEAST_SHARE = Decimal(1)
WIDEST_BAND = Decimal(10)

Key = Any


class TiersNotWhole(DomainError):
    """The tiers' shares do not sum to 100."""

    code = "TIERS_NOT_100"
    en = "The shares of the tiers sum to {total}, not to 100. Change them by {missing}."
    zh = "各分级占比合计为 {total}，应为 100，请调整 {missing}。"


class TierShareInvalid(DomainError):
    """A tier's share is too small, or has too many decimals."""

    code = "TIER_SHARE_INVALID"
    en = "A tier's share is a number from 1 to 98 with at most two decimals."
    zh = "分级占比应为 1 至 98、最多两位小数的数字。"


class HysteresisInvalid(DomainError):
    """The band around a cut is negative, too wide, or has too many decimals."""

    code = "HYSTERESIS_INVALID"
    en = "The band around a cut is a number from 0 to 10 with at most two decimals."
    zh = "分界缓冲带应为 0 至 10、最多两位小数的数字。"


@dataclass(frozen=True, slots=True)
class TierRule:
    """Percent of the rated suppliers that each tier takes, and the band on each side of a cut, in percent too.

    Within the band, of one supplier at least, who was above the cut stays above; a band of 0 holds nobody.
    """

    strategic: Decimal = Decimal(20)
    preferred: Decimal = Decimal(30)
    watch: Decimal = Decimal(50)
    hysteresis: Decimal = Decimal(1)

    def stored(self) -> dict[str, str]:
        """This will give the rule as texts of decimals, as it is kept beside what was made by it."""
        return {name: f"{getattr(self, name):f}" for name in (*TIERS, "hysteresis")}

    @classmethod
    def of(cls, stored: Mapping[str, str]) -> "TierRule":
        """This will give back a rule that was stored."""
        return cls(**{name: Decimal(text) for name, text in stored.items()})


DEFAULT_RULE = TierRule()


def check_rule(rule: TierRule) -> None:
    """This will pass when the shares are within bounds and sum to 100, and the band is within its own.

    Raises TierShareInvalid, TiersNotWhole, HysteresisInvalid.
    """
    shares = (rule.strategic, rule.preferred, rule.watch)
    if not all(_is_percent(share, LEAST_SHARE, HUNDRED) for share in shares):
        raise TierShareInvalid(field="tiers")
    total = sum(shares, Decimal(0))
    if total != HUNDRED:
        raise TiersNotWhole(field="tiers", total=f"{total:f}", missing=f"{HUNDRED - total:+f}")
    if not _is_percent(rule.hysteresis, Decimal(0), WIDEST_BAND):
        raise HysteresisInvalid(field="tiers")


def _is_percent(number: Decimal, least: Decimal, most: Decimal) -> bool:
    return number.is_finite() and least <= number <= most and number * 100 == (number * 100).to_integral()


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


def tier_sizes(count: int, rule: TierRule = DEFAULT_RULE) -> tuple[int, int, int]:
    """This will give how many suppliers each tier takes: the cuts rounded half up, so 3,000 give 600/900/1,500."""
    cuts = (rule.strategic, rule.strategic + rule.preferred)
    first, second = (int(count * Fraction(cut) / 100 + Fraction(1, 2)) for cut in cuts)
    return first, second - first, count - second


def assign_tiers(
    rated: Sequence[Rated], *, previous: Mapping[Key, str], rule: TierRule = DEFAULT_RULE
) -> dict[Key, Placed]:
    """This will give each supplier its rank and tier; `previous` holds the tiers of the period before.

    Within the hysteresis band around a cut, who was above it keeps the place before who was not; sizes stay
    exact. The same input gives the same answer in any order.
    """
    ordered = rank_order(rated)
    ranks = {supplier.key: rank for rank, supplier in enumerate(ordered, 1)}
    if len(ranks) != len(ordered):
        raise ValueError("a supplier is there twice")
    sizes = tier_sizes(len(ordered), rule)
    cuts = (sizes[0], sizes[0] + sizes[1])
    wide = max(1, int(Fraction(rule.hysteresis) * len(ordered) / 100)) if rule.hysteresis else 0
    band = min(wide, (cuts[1] - cuts[0]) // 2)
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
