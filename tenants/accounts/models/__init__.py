"""Tables of people and their places."""

from tenants.accounts.models.api_key import ApiKey
from tenants.accounts.models.invitation import Invitation
from tenants.accounts.models.membership import CustomRole, Membership
from tenants.accounts.models.person import Person

__all__ = ["ApiKey", "CustomRole", "Invitation", "Membership", "Person"]
