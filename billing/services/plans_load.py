"""The operator's price list: a file in, plans and prices changed as it says, nothing of what it leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from billing.models import CommissionRule, Plan, PlanPrice
from billing.states import CURRENCIES, INTERVALS
from tenants.kernel.errors import Invalid
from tenants.kernel.money import exponent_of
from tenants.runtime.locks import lock_rows

TEXTS = ("name_en", "name_zh", "about_en", "about_zh")
LIMITS = ("units", "seats", "storage_bytes", "api_calls")
NUMBERS = ("position", *LIMITS, "trial_days", "commission_bps")
NO_LIMIT = 0
"""Limits of 0 in the file are no limit."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many plans and prices were changed."""

    plans: int
    prices: int


def plans_load(*, given: Mapping[str, Any], at: datetime) -> Loaded:
    """This will change plans as a file says, `{code: {fields…, prices: {EUR: {month: {base, seat}, cap}}}}`.

    Amounts are decimals as text. A price with other amounts replaces the present one, which stays for those who pay
    it. For the operator, in the platform's scope. Raises Invalid, naming the plan and field, before anything changes.
    """
    for code, fields in given.items():
        _check(code, fields)
    plans = {plan.code: plan for plan in lock_rows(Plan.objects.filter(code__in=list(given)))}
    missing = sorted(set(given) - set(plans))
    if missing:
        raise _wrong(missing[0], "code", "no such plan", "没有该方案")
    changed = sum(_plan(plans[code], fields) for code, fields in given.items())
    prices = sum(_prices(plans[code], fields.get("prices", {}), at) for code, fields in given.items())
    return Loaded(changed, prices)


def _wrong(code: str, field: str, en: str, zh: str) -> Invalid:
    return Invalid(field=field, reason_en=f"{code}.{field}: {en}.", reason_zh=f"{code}.{field}：{zh}。")


def _check(code: str, fields: Any) -> None:
    known = {*TEXTS, *NUMBERS, "is_sold", "modules", "prices"}
    for name in fields if isinstance(fields, Mapping) else ["?"]:
        if name not in known:
            raise _wrong(code, name, "unknown field", "未知字段")
    for name in NUMBERS:
        if name in fields and (type(fields[name]) is not int or fields[name] < 0):
            raise _wrong(code, name, "not a whole number of zero or more", "须为非负整数")
    for currency, prices in fields.get("prices", {}).items():
        if currency not in CURRENCIES or not set(prices) <= {*INTERVALS, "cap"}:
            raise _wrong(code, f"prices.{currency}", "unknown currency or interval", "未知货币或周期")
        for interval in set(prices) & set(INTERVALS):
            (
                _minor(code, prices[interval].get("base"), currency),
                _minor(code, prices[interval].get("seat"), currency),
            )
        if "cap" in prices:
            _minor(code, prices["cap"], currency)


def _minor(code: str, text: Any, currency: str) -> int:
    try:
        exact = Decimal(text).scaleb(exponent_of(currency)) if isinstance(text, str) else Decimal("NaN")
    except ArithmeticError:
        exact = Decimal("NaN")
    if not exact.is_finite() or exact < 0 or exact != exact.to_integral_value():
        raise _wrong(
            code, f"prices.{currency}", f"{text!r} is not an amount written as text", "金额须写作文本"
        )
    return int(exact)


def _plan(plan: Plan, fields: Mapping[str, Any]) -> int:
    changed = False
    for name in (*TEXTS, *NUMBERS, "is_sold", "modules"):
        if name not in fields:
            continue
        value = None if name in LIMITS and fields[name] == NO_LIMIT else fields[name]
        if getattr(plan, name) != value:
            setattr(plan, name, value)
            changed = True
    if changed:
        plan.version += 1
        plan.save()
    return int(changed)


def _prices(plan: Plan, given: Mapping[str, Any], at: datetime) -> int:
    changed = 0
    for currency, prices in given.items():
        if "cap" in prices:
            cap = _minor(plan.code, prices["cap"], currency)
            CommissionRule.objects.filter(plan=plan, currency=currency).update(monthly_cap_minor=cap)
        for interval in sorted(set(prices) & set(INTERVALS)):
            base, seat = (_minor(plan.code, prices[interval][part], currency) for part in ("base", "seat"))
            changed += _replace(plan, currency, interval, base, seat, at)
    return changed


def _replace(plan: Plan, currency: str, interval: str, base: int, seat: int, at: datetime) -> int:
    present = PlanPrice.objects.filter(plan=plan, currency=currency, interval=interval, replaced_at=None)
    if present.filter(base_minor=base, seat_minor=seat).exists():
        return 0
    present.update(replaced_at=at)
    fresh = PlanPrice(plan=plan, currency=currency, interval=interval, base_minor=base, seat_minor=seat)
    PlanPrice.objects.bulk_create([fresh])
    return 1
