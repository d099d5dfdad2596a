"""What is put into a calculation, checked before anything is reckoned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from billing.calculators.benefit import Effects
from billing.calculators.costs import HUNDRED, MONTHS, Costs
from billing.calculators.simulation import DRIVERS, Range
from tenants.kernel.errors import Invalid

MOST = Decimal(10) ** 15
MOST_SEATS = 100_000
MOST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: what a subscription costs beside its licence, what building costs, what is expected, how surely.

    The licence is that of a plan with seats. `spend_year` of the effects is what is ordered in a year; commission is
    reckoned on it.
    """

    plan: str
    seats: int
    currency: str
    rate_percent: Decimal
    subscription: Costs
    self_build: Costs
    effects: Effects
    ranges: Mapping[str, Range] = field(default_factory=dict)
    seed: int = 1


def asked_of(given: Mapping[str, Any]) -> Asked:
    """This will read a question from plain values, names as in the API; raises Invalid with the field's name."""
    effects = _effects(_part(given, "effects"))
    subscription = _costs(_part(given, "subscription"), "subscription", licence=False)
    return Asked(
        plan=str(given.get("plan", "")),
        seats=_whole(given, "seats", 1, MOST_SEATS),
        currency=str(given.get("currency", "")),
        rate_percent=_number(given, "ratePercent", HUNDRED),
        subscription=subscription,
        self_build=_costs(_part(given, "selfBuild"), "selfBuild", licence=True),
        effects=effects,
        ranges=_ranges(given.get("ranges") or [], _likely(effects, subscription)),
        seed=_whole(given, "seed", 0, MOST_SEED, default=1),
    )


def _likely(effects: Effects, costs: Costs) -> dict[str, Decimal]:
    return {
        "spend_year": effects.spend_year,
        "saving_percent": effects.saving_percent,
        "efficiency_percent": effects.efficiency_percent,
        "implementation": costs.implementation,
        "operation_year": costs.operation_year,
    }


def _part(given: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = given.get(name)
    if not isinstance(found, Mapping):
        raise _wrong(name)
    return found


def _costs(given: Mapping[str, Any], path: str, *, licence: bool) -> Costs:
    return Costs(
        licence_year=_number(given, "licenceYear", MOST, path) if licence else Decimal(0),
        implementation=_number(given, "implementation", MOST, path),
        implementation_months=_whole(given, "implementationMonths", 1, MONTHS, path=path),
        operation_year=_number(given, "operationYear", MOST, path),
        growth_percent=_number(given, "growthPercent", HUNDRED, path, default=Decimal(0)),
    )


def _effects(given: Mapping[str, Any]) -> Effects:
    ramp = given.get("rampPercents")
    ramp = [HUNDRED] * 3 if ramp is None else ramp
    if not isinstance(ramp, list | tuple) or len(ramp) != 3:
        raise _wrong("effects.rampPercents")
    shares = [_checked(each, "effects.rampPercents", HUNDRED) for each in ramp]
    return Effects(
        spend_year=_number(given, "spendYear", MOST, "effects"),
        saving_percent=_number(given, "savingPercent", HUNDRED, "effects"),
        people=_number(given, "people", Decimal(10**6), "effects"),
        person_cost_year=_number(given, "personCostYear", MOST, "effects"),
        efficiency_percent=_number(given, "efficiencyPercent", HUNDRED, "effects"),
        ramp=(shares[0], shares[1], shares[2]),
    )


def _ranges(given: Any, likely: Mapping[str, Decimal]) -> dict[str, Range]:
    found: dict[str, Range] = {}
    for each in given if isinstance(given, list | tuple) else [None]:
        row: Mapping[str, Any] = each if isinstance(each, Mapping) else {}
        name = str(row.get("driver"))
        if name not in DRIVERS or name in found:
            raise _wrong("ranges.driver")
        most = HUNDRED if name.endswith("percent") else MOST
        low, high = (_checked(row.get(end), f"ranges.{name}", most) for end in ("low", "high"))
        if not low <= likely[name] <= high:
            raise Invalid(
                field=f"ranges.{name}",
                reason_en="The range must hold the expected value: low ≤ expected ≤ high.",
                reason_zh="区间须包含预期值：下限 ≤ 预期 ≤ 上限。",
            )
        found[name] = Range(low, likely[name], high)
    return found


def _number(
    given: Mapping[str, Any], name: str, most: Decimal, path: str = "", *, default: Decimal | None = None
) -> Decimal:
    where = f"{path}.{name}" if path else name
    value = given.get(name)
    return default if value is None and default is not None else _checked(value, where, most)


def _checked(value: Any, where: str, most: Decimal) -> Decimal:
    if isinstance(value, bool | float) or value is None:
        raise _wrong(where)
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        raise _wrong(where) from None
    if not number.is_finite() or not 0 <= number <= most:
        raise Invalid(
            field=where,
            reason_en=f"Enter a number from 0 to {most:f}.",
            reason_zh=f"请输入 0 至 {most:f} 之间的数值。",
        )
    return number


def _whole(
    given: Mapping[str, Any], name: str, least: int, most: int, *, path: str = "", default: int | None = None
) -> int:
    where = f"{path}.{name}" if path else name
    value = given.get(name, default)
    value = default if value is None else value
    if type(value) is not int or not least <= value <= most:
        raise Invalid(
            field=where,
            reason_en=f"Enter a whole number from {least} to {most}.",
            reason_zh=f"请输入 {least} 至 {most} 之间的整数。",
        )
    return value


def _wrong(where: str) -> Invalid:
    return Invalid(field=where, reason_en="This is missing or not a number.", reason_zh="缺失或不是数值。")
