"""Tables of people and their places."""

from tenants.accounts.models.alert import Alert, AlertNote
from tenants.accounts.models.api_key import ApiKey
from tenants.accounts.models.api_key_use import ApiKeyUse
from tenants.accounts.models.consent import Consent
from tenants.accounts.models.invitation import Invitation
from tenants.accounts.models.mail import OutgoingMail
from tenants.accounts.models.membership import CustomRole, Membership
from tenants.accounts.models.operator import Operator
from tenants.accounts.models.person import Person
from tenants.accounts.models.saved_view import SavedView
from tenants.accounts.models.security_event import SecurityEvent
from tenants.accounts.models.session import Session
from tenants.accounts.models.support import SupportGrant, SupportSession

__all__ = [
    "Alert",
    "AlertNote",
    "ApiKey",
    "ApiKeyUse",
    "Consent",
    "CustomRole",
    "Invitation",
    "Membership",
    "Operator",
    "OutgoingMail",
    "Person",
    "SavedView",
    "SecurityEvent",
    "Session",
    "SupportGrant",
    "SupportSession",
]
