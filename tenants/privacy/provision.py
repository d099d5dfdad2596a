"""What legal holds forbid when units end."""

from tenants.privacy.services.legal_holds import keep_units_under_hold

__all__ = ["keep_units_under_hold"]
