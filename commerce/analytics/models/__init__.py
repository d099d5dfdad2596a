"""Tables of analytics, in `public`."""

from commerce.analytics.models.approval import ApprovalRollup
from commerce.analytics.models.cycle import CycleRollup
from commerce.analytics.models.delivery import DeliveryRollup
from commerce.analytics.models.spend import SpendRollup

__all__ = ["ApprovalRollup", "CycleRollup", "DeliveryRollup", "SpendRollup"]
