"""The five dimensions of a score and the weights that make one number of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tenants.kernel.errors import DomainError

DIMENSIONS = ("quality", "on_time", "cost", "innovation", "environment")
"""In the order in which ties are broken."""

MEASURED = ("quality", "on_time", "cost")
"""Dimensions that come from documents; the others are marks given by people."""

DEFAULT_WEIGHTS: Mapping[str, Decimal] = {
    "quality": Decimal(30),
    "on_time": Decimal(25),
    "cost": Decimal(20),
    "innovation": Decimal(15),
    "environment": Decimal(10),
}

HUNDRED = Decimal(100)
_CENT = 100


class WeightsNotWhole(DomainError):
    """The weights of the dimensions do not sum to 100."""

    code = "WEIGHTS_NOT_100"
    en = "The weights sum to {total}, not to 100. Change them by {missing}."
    zh = "权重合计为 {total}，应为 100，请调整 {missing}。"


class WeightInvalid(DomainError):
    """A weight is missing, negative, unknown or too precise."""

    code = "WEIGHT_INVALID"
    en = "The weight of {dimension} is a number from 0 to 100 with at most two decimals."
    zh = "“{dimension}”的权重应为 0 至 100、最多两位小数的数字。"


def check_weights(weights: Mapping[str, Decimal]) -> None:
    """This will pass when there is a weight for each dimension and they sum to 100.

    Raises WeightInvalid, WeightsNotWhole.
    """
    for name in (*DIMENSIONS, *(set(weights) - set(DIMENSIONS))):
        weight = weights.get(name)
        if name not in DIMENSIONS or weight is None or not _is_weight(weight):
            raise WeightInvalid(field="weights", dimension=name)
    total = sum(weights.values(), Decimal(0))
    if total != HUNDRED:
        raise WeightsNotWhole(field="weights", total=f"{total:f}", missing=f"{HUNDRED - total:+f}")


def _is_weight(weight: Decimal) -> bool:
    return weight.is_finite() and 0 <= weight <= HUNDRED and weight * _CENT == (weight * _CENT).to_integral()


@dataclass(frozen=True, slots=True)
class Score:
    """A supplier's score: 0 to 100 with two decimals, and the share of weights behind it in percent."""

    total: Decimal
    coverage: Decimal


def score_of(
    values: Mapping[str, Decimal | None], *, weights: Mapping[str, Decimal], least_coverage: Decimal
) -> Score | None:
    """This will give the weighted mean of the dimensions that have data, rounded half up once; None is unrated.

    Unrated is who has no measured dimension with data, or whose data stand for less than `least_coverage`
    percent of the weights. Values are 0 to 100. Raises WeightInvalid, WeightsNotWhole.
    """
    check_weights(weights)
    known = {name: value for name in DIMENSIONS if (value := values.get(name)) is not None}
    if any(not 0 <= value <= HUNDRED for value in known.values()):
        raise ValueError(f"dimensions are 0 to 100: {known}")
    coverage = sum((weights[name] for name in known), Decimal(0))
    if not coverage or coverage < least_coverage or not any(name in known for name in MEASURED):
        return None
    weighted = sum((Fraction(weights[name]) * Fraction(value) for name, value in known.items()), Fraction(0))
    return Score(total=rounded(weighted / Fraction(coverage), places=2), coverage=coverage)


def rounded(exact: Fraction, *, places: int) -> Decimal:
    """This will round a fraction of zero or more half up to some decimals."""
    scale = 10**places
    return Decimal(int(exact * scale + Fraction(1, 2))).scaleb(-places)
