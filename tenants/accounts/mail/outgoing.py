"""Puts a mail on its way: rendered now, in the change's own transaction, sent after it."""

from collections.abc import Mapping
from datetime import datetime

from tenants.accounts.mail.render import render
from tenants.accounts.models import OutgoingMail
from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime import outbox
from tenants.runtime.bulk import insert_rows


def mail_request(
    *,
    name: str,
    recipient: str,
    locale: str,
    values: Mapping[str, object],
    at: datetime,
    actor: Actor,
) -> None:
    """This will render a mail and publish that it is to be sent.

    The mail, with whatever secret its link holds, stays in a table that only log-in and the platform can
    read; the event names its id alone.
    """
    rendered = render(name=name, locale=locale, values={"email": recipient, **values})
    mail_id = new_id()
    fields = {
        "id": mail_id,
        "recipient": recipient,
        "subject": rendered.subject,
        "text_body": rendered.text,
        "html_body": rendered.html,
        "created_at": at,
        "attempts": 0,
        "last_error": "",
    }
    insert_rows(OutgoingMail, list(fields), [list(fields.values())])
    outbox.publish(
        event_type="accounts.mail.requested",
        subject_type="outgoing_mail",
        subject_id=mail_id,
        at=at,
        actor=actor,
    )
