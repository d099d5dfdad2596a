"""Models of billing."""

from billing.models.api_use import ApiUse
from billing.models.inbox import Finding, StripeEvent
from billing.models.invoice import InvoiceRef
from billing.models.operation import Operation
from billing.models.plan import CommissionRule, Plan, PlanPrice
from billing.models.revenue import RevenueMonth
from billing.models.subscription import Subscription
from billing.models.usage import CommissionCharge, UsageEvent

__all__ = [
    "ApiUse",
    "CommissionCharge",
    "CommissionRule",
    "Finding",
    "InvoiceRef",
    "Operation",
    "Plan",
    "PlanPrice",
    "RevenueMonth",
    "StripeEvent",
    "Subscription",
    "UsageEvent",
]
