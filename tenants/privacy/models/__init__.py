"""Tables of privacy."""

from tenants.privacy.models.person_request import PersonRequest

__all__ = ["PersonRequest"]
