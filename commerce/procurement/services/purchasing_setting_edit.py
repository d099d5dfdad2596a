"""Setting how purchasing works in a unit: what needs a second approval, and how much may differ."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from commerce.procurement.models import ProcurementSetting
from commerce.procurement.receiving_states import MATCH_WAYS
from commerce.procurement.unit import unit_day
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

SETTING_ID = uuid.UUID(int=1)
"""How the trail and events name the one row of a unit."""

PERCENTS = (
    "over_approved_percent",
    "over_delivery_percent",
    "under_delivery_percent",
    "match_price_percent",
    "match_quantity_percent",
    "match_total_percent",
)
AMOUNTS = {"match_price_amount": 6, "match_tax_amount": 4, "match_total_amount": 4}
"""Amounts in the document's currency, with the decimals they are kept with."""

MOST = Decimal(10) ** 12
LONGEST_TERM = 365  # days


def purchasing_setting_edit(
    *,
    actor: Actor,
    at: datetime,
    version: int,
    requisition_covers_order: bool | None = None,
    over_approved_percent: Decimal | None = None,
    over_delivery_percent: Decimal | None = None,
    under_delivery_percent: Decimal | None = None,
    match_way: str | None = None,
    match_price_percent: Decimal | None = None,
    match_price_amount: Decimal | None = None,
    match_quantity_percent: Decimal | None = None,
    match_tax_amount: Decimal | None = None,
    match_total_percent: Decimal | None = None,
    match_total_amount: Decimal | None = None,
    payment_days: int | None = None,
    closed_until_date: date | None = None,
) -> uuid.UUID:
    """This will change the given choices of the unit and leave the others.

    Percentages are from 0 to 100 with two decimals; amounts are in the document's currency. Books are closed up to
    a day that is over, and opened again by an earlier one. Raises Forbidden, Conflict, Invalid.
    """
    given = {name: value for name, value in locals().items() if name not in ("actor", "at", "version")}
    require(actor, "procurement.setting.edit")
    chosen = {name: value for name, value in given.items() if value is not None}
    _check(chosen)
    if closed_until_date is not None and closed_until_date >= unit_day(at):
        raise Invalid(
            field="closedUntilDate",
            reason_en="Only days that are over.",
            reason_zh="只能选择已经结束的日期。",
        )
    row = _locked_or_new(version)
    old, new = audit.changes(
        {name: getattr(row, name) for name in chosen}, {name: chosen[name] for name in chosen}
    )
    if not new:
        return SETTING_ID
    for name, value in new.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    audit.record(
        actor=actor, action="procurement.setting.edit", subject_type="purchasing_setting",
        subject_id=SETTING_ID, subject_label="", at=at, old=old, new=new,
    )  # fmt: skip
    outbox.publish(
        event_type="procurement.setting.edited", subject_type="purchasing_setting", subject_id=SETTING_ID,
        at=at, actor=actor, version=row.version,
    )  # fmt: skip
    return SETTING_ID


def _locked_or_new(version: int) -> ProcurementSetting:
    """The unit's row, made with the defaults when it has chosen nothing yet; raises Conflict."""
    ProcurementSetting.objects.bulk_create([ProcurementSetting()], ignore_conflicts=True)
    (row,) = lock_rows(ProcurementSetting.objects.filter(id=1))
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    return row


def _check(chosen: dict[str, object]) -> None:
    for name, value in chosen.items():
        if name in PERCENTS:
            _check_number(name, value, most=Decimal(100), decimals=2)
        elif name in AMOUNTS:
            _check_number(name, value, most=MOST, decimals=AMOUNTS[name])
    way = chosen.get("match_way")
    if way is not None and way not in MATCH_WAYS:
        raise Invalid(
            field="matchWay",
            reason_en=f"Choose one of {', '.join(MATCH_WAYS)}.",
            reason_zh=f"请选择 {'、'.join(MATCH_WAYS)} 之一。",
        )
    days = chosen.get("payment_days")
    if isinstance(days, int) and not 0 <= days <= LONGEST_TERM:
        raise Invalid(
            field="paymentDays",
            reason_en=f"From 0 to {LONGEST_TERM} days.",
            reason_zh=f"0 至 {LONGEST_TERM} 天。",
        )


def _check_number(name: str, value: object, *, most: Decimal, decimals: int) -> None:
    assert isinstance(value, Decimal)
    in_range = value.is_finite() and 0 <= value <= most
    if not in_range or value != round(value, decimals):
        words = name.split("_")
        raise Invalid(
            field=words[0] + "".join(word.title() for word in words[1:]),
            reason_en=f"From 0 to {most:f}, with at most {decimals} decimals.",
            reason_zh=f"0 至 {most:f}，最多 {decimals} 位小数。",
        )
