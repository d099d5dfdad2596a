"""Reactions of the accounts context."""

import uuid
from datetime import datetime

from tenants.accounts.services.alert_handling import WAKE, alert_return
from tenants.accounts.services.alert_mail import mail_alerts, mail_assigned_alert
from tenants.accounts.services.mail_send import mail_send
from tenants.accounts.services.support_mail import mail_support_start
from tenants.kernel.actor import system_actor
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import URGENT, Event, on_event
from tenants.runtime.scope import Scope


@on_event("accounts.mail.requested", resumable=True, queue=URGENT)
def send_requested_mail(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will send the mail an event names."""
    mail_send(mail_id=event.subject_id, at=at)


@on_event("accounts.alert.raised")
def mail_raised_alerts(*, event: Event, at: datetime) -> None:
    """This will mail alerts that were raised to those they are for."""
    keys, count = event.payload["alert_ids"], event.payload["count"]
    assert isinstance(keys, list) and isinstance(count, int)
    actor = system_actor(group_id=event.group_id, unit_id=event.unit_id, name="post")
    mail_alerts(alert_ids=[uuid.UUID(key) for key in keys], count=count, actor=actor, at=at)


@on_event("accounts.alert.assigned")
def mail_alert_to_assignee(*, event: Event, at: datetime) -> None:
    """This will tell somebody by mail that an alert was given to them."""
    if event.payload["person_id"]:
        actor = system_actor(group_id=event.group_id, unit_id=event.unit_id, name="post")
        person_id = uuid.UUID(str(event.payload["person_id"]))
        mail_assigned_alert(alert_id=event.subject_id, person_id=person_id, actor=actor, at=at)


@on_alarm(WAKE)
def bring_alert_back(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will bring an alert back that was put off until now."""
    alert_return(alert_id=subject_id, at=at)


@on_event("accounts.support.started")
def mail_started_support(*, event: Event, at: datetime) -> None:
    """This will tell a group's administrators that support begins to act there."""
    mail_support_start(session_id=event.subject_id, at=at)
