"""Sets what a tier brings: payment days and the place in a payment run."""

import uuid
from datetime import datetime

from commerce.suppliers.models import TierTerms
from commerce.suppliers.scoring.tiers import TIERS
from commerce.suppliers.trail import check_reason, leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid
from tenants.runtime.guard import require

LONGEST_DAYS = 365
LAST_PLACE = 99


class TermsThere(DomainError):
    """Terms of the tier begin at the same instant already."""

    code = "TERMS_THERE"
    en = "Terms of this tier begin at that instant already. Choose another one."
    zh = "该分级在此时刻已有条款，请选择其他时间。"


def terms_edit(
    *,
    actor: Actor,
    at: datetime,
    tier: str,
    payment_days: int,
    pay_order: int,
    reason: str,
    from_at: datetime | None = None,
) -> uuid.UUID:
    """This will set the terms of a tier from now, or from a later instant on, and give their id.

    Orders issued before keep what held then. Raises Forbidden, Invalid, TermsThere.
    """
    require(actor, "suppliers.terms.edit")
    reason = check_reason(reason)
    if tier not in TIERS:
        raise Invalid(
            field="tier",
            reason_en="One of: strategic, preferred, watch.",
            reason_zh="可选值：strategic、preferred、watch。",
        )
    if not 0 <= payment_days <= LONGEST_DAYS:
        raise Invalid(field="paymentDays", reason_en="0 to 365 days.", reason_zh="0 至 365 天。")
    if not 1 <= pay_order <= LAST_PLACE:
        raise Invalid(field="payOrder", reason_en="1 to 99.", reason_zh="1 至 99。")
    begin = from_at or at
    if begin < at:
        raise Invalid(field="fromAt", reason_en="Not in the past.", reason_zh="生效时间不能早于现在。")
    if TierTerms.objects.filter(tier=tier, from_at=begin).exists():
        raise TermsThere(field="fromAt")
    row = TierTerms(
        tier=tier,
        payment_days=payment_days,
        pay_order=pay_order,
        reason=reason,
        from_at=begin,
        set_by_name=actor.display_name,
    )
    row.save(force_insert=True)
    leave_trail(
        actor=actor, at=at, action="terms.edit", event="terms.edited", subject_type="terms",
        subject_id=row.id, label=tier,
        new={"payment_days": payment_days, "pay_order": pay_order, "from_at": begin}, reason=reason,
        payload={"tier": tier},
    )  # fmt: skip
    return row.id
