"""What the accounts context does by the clock."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef

from tenants.accounts.models import ApiKeyUse, Membership, OutgoingMail, Person, SecurityEvent, Session
from tenants.runtime import clock
from tenants.runtime.scope import PLATFORM, Scope, unit_of_work
from tenants.runtime.tasks import accounts_task

KEEP_EVENTS = timedelta(days=200)
"""Log-in records are kept for more than the 180 days that MLPS asks for."""

KEEP_KEY_USE = timedelta(days=400)
KEEP_MAIL = timedelta(days=3)
KEEP_UNVERIFIED = timedelta(days=7)


@accounts_task("accounts.housekeeping", own_work=True)
def accounts_housekeeping(*, scope: Scope) -> None:
    """This will delete sessions that ended, mail nobody could send, old log-in records, and sign-ups that
    were never verified. A person who has a membership or has ever logged in stays.
    """
    at = clock.now()
    with unit_of_work(scope):
        Session.objects.filter(expire_date__lt=at).delete()
        OutgoingMail.objects.filter(created_at__lt=at - KEEP_MAIL).delete()
        ApiKeyUse.objects.filter(used_date__lt=(at - KEEP_KEY_USE).date()).delete()
        _forget_unverified(at)
    with unit_of_work(PLATFORM):
        SecurityEvent.objects.filter(at__lt=at - KEEP_EVENTS).delete()


def _forget_unverified(at: datetime) -> None:
    verified = EmailAddress.objects.filter(user_id=OuterRef("id"), verified=True)
    member = Membership.objects.filter(person_id=OuterRef("id"))
    old = Person.objects.filter(last_login=None, created_at__lt=at - KEEP_UNVERIFIED)
    old.filter(~Exists(verified), ~Exists(member)).delete()
