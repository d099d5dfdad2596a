"""Tables of privacy."""

from tenants.privacy.models.person_request import PersonRequest
from tenants.privacy.models.retention import LegalHold, RetentionPeriod, RetentionRun
from tenants.privacy.models.transfer import Transfer

__all__ = ["LegalHold", "PersonRequest", "RetentionPeriod", "RetentionRun", "Transfer"]
