"""Applying a coupon to a paid subscription, by the code that people type."""

import uuid
from datetime import datetime

from billing.errors import NotSubscribed
from billing.services.asking import ask
from billing.services.checkout_start import LONGEST_CODE
from billing.services.preview import is_paid, own_subscription
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid
from tenants.runtime.guard import require


def coupon_apply(*, actor: Actor, at: datetime, code: str) -> uuid.UUID:
    """This will ask that a coupon counts from the next invoice on, in place of an earlier one.

    Gives the operation's id; it is refused when nobody gave the code out, or it is over. Raises Forbidden, NotFound,
    NotSubscribed, Invalid, OperationRunning.
    """
    require(actor, "billing.subscription.edit")
    subscription = own_subscription(actor)
    if not is_paid(subscription):
        raise NotSubscribed
    words = code.strip()
    if not 1 <= len(words) <= LONGEST_CODE:
        raise Invalid(field="code", reason_en="Enter the code.", reason_zh="请输入优惠码。")
    return ask(
        subscription, "coupon", actor=actor, at=at, asked={"code": words}, action="billing.coupon.apply"
    )
