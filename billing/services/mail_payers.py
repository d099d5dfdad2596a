"""Mails those who may change a group's subscription: what happened to it, and what is about to."""

import uuid
from datetime import date, datetime

from django.conf import settings

from billing import mail_texts  # noqa: F401  makes the words known
from billing.models import Subscription
from billing.services.dunning import GRACE, GRACE_WARNS, TRIAL_WARNS, warn_before
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.queries.members import locales_of, members_of_group
from tenants.directory.queries import place_of
from tenants.kernel.actor import system_actor

EDIT = "billing.subscription.edit"


def mail_payers(*, name: str, group_id: uuid.UUID, at: datetime, day: date | None = None) -> int:
    """This will mail everybody who may change the group's subscription, in their language; gives their number."""
    place = place_of(group_id=group_id)
    values = {
        "group": place.name if place else "",
        "day": day.isoformat() if day else "",
        "link": f"{settings.PUBLIC_URL}/g/{group_id}/billing",
    }
    people = members_of_group(group_id=group_id, permission=EDIT)
    locales = locales_of(person_ids=people)
    actor = system_actor(group_id=group_id, name="Billing")
    for person_id, locale in locales.items():
        recipient = people[person_id].email
        mail_request(name=name, recipient=recipient, locale=locale, values=values, at=at, actor=actor)
    return len(locales)


def subscription_told(*, subscription_id: uuid.UUID, status: str, was: str, why: str, at: datetime) -> None:
    """This will mail what a change of the subscription's state means; a change that needs no word has none."""
    row = Subscription.objects.get(id=subscription_id)
    if status == was:
        return
    if status == "past_due" and row.past_due_at is not None:
        day = (row.past_due_at + GRACE).date()
        mail_payers(name="billing/payment_failed", group_id=row.group_id, at=at, day=day)
    elif status == "suspended":
        name = "billing/trial_over" if why == "trial" else "billing/read_only"
        mail_payers(name=name, group_id=row.group_id, at=at)
    elif status == "cancelled":
        mail_payers(name="billing/ended", group_id=row.group_id, at=at)
    elif status == "active" and was in ("past_due", "suspended"):
        mail_payers(name="billing/recovered", group_id=row.group_id, at=at)


def trial_warn(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will tell that a trial is about to end, and set the next warning."""
    row = Subscription.objects.filter(id=subject_id, status="trialing", subscription_ref="").first()
    if row is not None and row.trial_ends_at is not None:
        mail_payers(name="billing/trial_ends", group_id=row.group_id, at=at, day=row.trial_ends_at.date())
        warn_before(TRIAL_WARNS, row.id, row.trial_ends_at, at=at)


def grace_warn(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will tell that the grace period is about to end, and set the next warning."""
    row = Subscription.objects.filter(id=subject_id, status="past_due").first()
    if row is not None and row.past_due_at is not None:
        end = row.past_due_at + GRACE
        mail_payers(name="billing/grace_ends", group_id=row.group_id, at=at, day=end.date())
        warn_before(GRACE_WARNS, row.id, end, at=at)
