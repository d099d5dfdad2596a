"""Root fields of billing."""

from api.billing.calculation import calculation_field
from api.billing.plain import plans_field, preview_field, subscription_field
from api.billing.types import BillingInvoice, BillingOperation, CommissionCharge, UsageEvent
from api.reads import connection, one


class GroupQuery:
    """What HQ reads of plan, usage and invoices; the price list and the calculators are open."""

    plans = plans_field()
    calculation = calculation_field()
    subscription = subscription_field()
    subscription_preview = preview_field()
    billing_operation = one(BillingOperation)
    billing_invoices = connection(BillingInvoice)
    commission_charges = connection(CommissionCharge)
    usage_events = connection(UsageEvent)
