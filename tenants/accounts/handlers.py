"""Reactions of the accounts context."""

from datetime import datetime

from tenants.accounts.services.mail_send import mail_send
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import Scope


@on_event("accounts.mail.requested", resumable=True)
def send_requested_mail(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will send the mail an event names."""
    mail_send(mail_id=event.subject_id, at=at)
