"""What the accounts context does by the clock."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower

from tenants.accounts.models import (
    ApiKeyUse,
    Invitation,
    Membership,
    OutgoingMail,
    Person,
    SecurityEvent,
    Session,
)
from tenants.runtime import clock
from tenants.runtime.scope import PLATFORM, Scope, unit_of_work
from tenants.runtime.tasks import accounts_task

KEEP_EVENTS = timedelta(days=200)
"""Log-in records are kept for more than the 180 days that MLPS asks for."""

KEEP_KEY_USE = timedelta(days=400)
KEEP_MAIL = timedelta(days=3)
KEEP_UNVERIFIED = timedelta(days=7)
KEEP_ABANDONED = timedelta(days=30)
FIRST_VISIT = timedelta(days=1)
"""Who founded or joined nothing by then and never came back after it has abandoned the sign-up."""


@accounts_task("accounts.housekeeping", own_work=True)
def accounts_housekeeping(*, scope: Scope) -> None:
    """This will delete sessions that ended, mail nobody could send, old log-in records, and sign-ups that
    were never verified or led nowhere. A person who has a membership or an open invitation, or came back, stays.
    """
    at = clock.now()
    with unit_of_work(scope):
        Session.objects.filter(expire_date__lt=at).delete()
        OutgoingMail.objects.filter(created_at__lt=at - KEEP_MAIL).delete()
        ApiKeyUse.objects.filter(used_date__lt=(at - KEEP_KEY_USE).date()).delete()
        _forget_unverified(at)
        _forget_abandoned(at)
    with unit_of_work(PLATFORM):
        SecurityEvent.objects.filter(at__lt=at - KEEP_EVENTS).delete()


def _forget_unverified(at: datetime) -> None:
    verified = EmailAddress.objects.filter(user_id=OuterRef("id"), verified=True)
    member = Membership.objects.filter(person_id=OuterRef("id"))
    old = Person.objects.filter(last_login=None, created_at__lt=at - KEEP_UNVERIFIED)
    old.filter(~Exists(verified), ~Exists(member)).delete()


def _forget_abandoned(at: datetime) -> None:
    """Those with a verified address who never opened a group, nor joined one, and stayed away since their first day."""
    member = Membership.objects.filter(person_id=OuterRef("id"))
    invited = Invitation.objects.filter(
        email=Lower(OuterRef("email")), accepted_at=None, revoked_at=None, expires_at__gt=at
    )
    old = Person.objects.filter(created_at__lt=at - KEEP_ABANDONED)
    away = old.filter(Q(last_login=None) | Q(last_login__lt=F("created_at") + FIRST_VISIT))
    away.filter(~Exists(member), ~Exists(invited)).delete()
