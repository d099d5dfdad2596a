"""Tables of analytics, in `public`."""

from commerce.analytics.models.spend import SpendRollup

__all__ = ["SpendRollup"]
