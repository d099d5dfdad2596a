"""Enters the group's exchange rates."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from commerce.masterdata.models import FxRate
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.money import EXPONENTS
from tenants.runtime import audit
from tenants.runtime.guard import require

MAX_DECIMALS = 10


def fx_rate_enter(
    *,
    actor: Actor,
    base: str,
    quote: str,
    rate: Decimal,
    rate_date: date,
    at: datetime,
    source: str = "",
) -> uuid.UUID:
    """This will enter how much of `quote` one `base` costs from a day on, replacing that day's rate.

    Gives the rate's id. Raises Invalid.
    """
    require(actor, "masterdata.fx_rate.edit")
    if actor.group_id is None:
        raise NotFound()
    _check(base, quote, rate)
    known = FxRate.objects.filter(group_id=actor.group_id, base=base, quote=quote, rate_date=rate_date)
    before = known.values_list("rate", flat=True).first()
    row = FxRate(
        group_id=actor.group_id, base=base, quote=quote, rate=rate, rate_date=rate_date, source=source[:200]
    )
    FxRate.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["group_id", "base", "quote", "rate_date"],
        update_fields=["rate", "source"],
    )
    rate_id = known.values_list("id", flat=True).get()
    audit.record(
        actor=actor,
        action="masterdata.fx_rate.edit",
        subject_type="fx_rate",
        subject_id=rate_id,
        subject_label=f"{base}/{quote} {rate_date}",
        at=at,
        old={} if before is None else {"rate": before},
        new={"rate": rate},
    )
    return rate_id


def _check(base: str, quote: str, rate: Decimal) -> None:
    for field, currency in (("base", base), ("quote", quote)):
        if currency not in EXPONENTS:
            raise Invalid(
                field=field,
                reason_en="This currency is not supported. Use a code of ISO 4217, e.g. CNY, EUR, USD.",
                reason_zh="不支持该币种，请使用 ISO 4217 代码，如 CNY、EUR、USD。",
            )
    if base == quote:
        raise Invalid(
            field="quote",
            reason_en="Choose two different currencies.",
            reason_zh="请选择两种不同的币种。",
        )
    exponent = rate.as_tuple().exponent
    if not rate.is_finite() or rate <= 0 or rate >= Decimal("1e12") or -int(exponent) > MAX_DECIMALS:
        raise Invalid(
            field="rate",
            reason_en=f"The rate is a number above zero with at most {MAX_DECIMALS} decimals.",
            reason_zh=f"汇率必须大于零，小数位不超过 {MAX_DECIMALS} 位。",
        )
