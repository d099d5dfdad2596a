"""What can be done with the subscription. Each answers with an operation, whose end is read a moment later."""

from graphene import Int, String

from api.billing.types import BillingOperation
from api.mutation import Mutation
from api.reads import read_back
from api.scalars import DateTime
from billing.services.checkout_start import checkout_start
from billing.services.coupon_apply import coupon_apply
from billing.services.portal_open import portal_open
from billing.services.subscription_cancel import subscription_cancel
from billing.services.subscription_change import subscription_change
from billing.services.subscription_resume import subscription_resume
from billing.services.tax_id_set import tax_id_set

EDIT = "billing.subscription.edit"


class CheckoutStart(Mutation):
    """Asks for the page on which the subscription is bought; the card is entered there."""

    permission = EDIT
    service = checkout_start
    creates = True

    class Input:
        plan = String(required=True, description="The plan's code.")
        seats = Int(required=True, description="How many seats.")
        interval = String(description="month or year; month when left out.")
        currency = String(description="CNY, EUR or USD; the subscription's when left out.")
        coupon = String(description="A code that lowers the price; its validity is told by the operation.")

    class Payload:
        operation = read_back(BillingOperation)


class SubscriptionChange(Mutation):
    """Changes plan, seats or interval of a paid subscription at the price that a preview showed."""

    permission = EDIT
    service = subscription_change
    creates = True

    class Input:
        version = Int(required=True, description="The version of the subscription that was read.")
        agreed_at = DateTime(required=True, description="The preview's instant.")
        agreed_due_minor = Int(required=True, description="The preview's amount, in minor units.")
        plan = String(description="The plan's code; the present one when left out.")
        seats = Int(description="How many seats; as many as now when left out.")
        interval = String(description="month or year; the present one when left out.")

    class Payload:
        operation = read_back(BillingOperation)


class SubscriptionCancel(Mutation):
    """Lets the subscription end with its period; afterwards the group reads only."""

    permission = EDIT
    service = subscription_cancel
    creates = True

    class Payload:
        operation = read_back(BillingOperation)


class SubscriptionResume(Mutation):
    """Takes a cancellation back before the period is over."""

    permission = EDIT
    service = subscription_resume
    creates = True

    class Payload:
        operation = read_back(BillingOperation)


class CouponApply(Mutation):
    """Applies a coupon to a paid subscription, from its next invoice on."""

    permission = EDIT
    service = coupon_apply
    creates = True

    class Input:
        code = String(required=True, description="The code.")

    class Payload:
        operation = read_back(BillingOperation)


class TaxIdSet(Mutation):
    """Makes a number the group's only tax number; an empty one leaves none."""

    permission = EDIT
    service = tax_id_set
    creates = True

    class Input:
        kind = String(required=True, description="eu_vat, cn_tin, us_ein, gb_vat or ch_vat.")
        value = String(required=True, description="The number; empty for none.")

    class Payload:
        operation = read_back(BillingOperation)


class PortalOpen(Mutation):
    """Asks for the provider's page with invoices and the card."""

    permission = EDIT
    service = portal_open
    creates = True

    class Payload:
        operation = read_back(BillingOperation)


GROUP = [
    CheckoutStart,
    SubscriptionChange,
    SubscriptionCancel,
    SubscriptionResume,
    CouponApply,
    TaxIdSet,
    PortalOpen,
]
