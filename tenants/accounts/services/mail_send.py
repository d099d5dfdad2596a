"""Sends one mail: claimed, sent outside any transaction, then forgotten."""

import uuid
from datetime import datetime, timedelta
from smtplib import SMTPConnectError, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F, Q

from tenants.accounts.models import OutgoingMail
from tenants.runtime import outside
from tenants.runtime.scope import ACCOUNTS, unit_of_work

CLAIM_FOR = timedelta(minutes=5)
"""How long a sender may take before another may try: longer than the mail server's time-out."""


class MailNotSent(Exception):
    """The mail server did not take the mail; the event that asked for it comes again."""


class MailServerAway(MailNotSent, outside.Away):
    """There was no mail server to ask: the mail waits as long as it is kept."""


def mail_send(*, mail_id: uuid.UUID, at: datetime) -> None:
    """This will send a waiting mail and delete it; a mail that is gone or being sent is left alone.

    Raises MailNotSent when the server refuses it, and MailServerAway when there is none; both keep the mail.
    """
    mail = _claim(mail_id, at)
    if mail is None:
        return
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text_body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.recipient],
        headers={"Auto-Submitted": "auto-generated", "Message-ID": f"<{mail.id}@{settings.MAIL_DOMAIN}>"},
    )
    message.attach_alternative(mail.html_body, "text/html")
    try:
        _deliver(message)
    except (OSError, outside.OutsideUnavailable) as error:
        _release(mail_id, type(error).__name__)
        raise (MailNotSent if _is_answer(error) else MailServerAway)(str(mail_id)) from error
    with unit_of_work(ACCOUNTS):
        OutgoingMail.objects.filter(id=mail_id).delete()


def _deliver(message: EmailMultiAlternatives) -> None:
    """Sends; a mail that the server will not take is an answer of the server's, not its failure."""
    with outside.calling("mail", at=settings.EMAIL_HOST or "local") as call, get_connection() as connection:
        try:
            connection.send_messages([message])
        except OSError as error:
            if _is_answer(error):
                call.answered()
            raise


def _is_answer(error: Exception) -> bool:
    answers = (SMTPRecipientsRefused, SMTPResponseException)
    return isinstance(error, answers) and not isinstance(error, SMTPConnectError)


def _claim(mail_id: uuid.UUID, at: datetime) -> OutgoingMail | None:
    free = Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_FOR)
    with unit_of_work(ACCOUNTS):
        waiting = OutgoingMail.objects.filter(free, id=mail_id)
        if not waiting.update(claimed_at=at, attempts=F("attempts") + 1):
            return None
        return OutgoingMail.objects.get(id=mail_id)


def _release(mail_id: uuid.UUID, error: str) -> None:
    with unit_of_work(ACCOUNTS):
        OutgoingMail.objects.filter(id=mail_id).update(claimed_at=None, last_error=error)
