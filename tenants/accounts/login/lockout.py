"""What is recorded around a login, and the mail that tells of a lock.

The lock itself is allauth's rate limit `login_failed` (settings), counted in the cache per account and per
address. Here the same work is done for known and unknown addresses, so that time tells nothing.
"""

import uuid
from datetime import timedelta

from django.http import HttpRequest

from tenants.accounts.client_ip import client_ip
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.models import Person, SecurityEvent
from tenants.kernel.actor import system_actor
from tenants.runtime import clock

LOCK_AFTER = 5
LOCK_FOR = timedelta(minutes=15)
NOBODY = uuid.UUID(int=0)


def record_event(request: HttpRequest, *, kind: str, person_id: uuid.UUID | None) -> None:
    """This will write what happened around a person's login."""
    event = SecurityEvent(
        person_id=person_id,
        kind=kind,
        at=clock.now(),
        ip_address=client_ip(request),
        user_agent=request.META.get("HTTP_USER_AGENT", "")[:200],
    )
    SecurityEvent.objects.bulk_create([event])


def note_failed_login(request: HttpRequest, email: str) -> None:
    """This will record a refused log-in and tell the person when it was the one that locks."""
    person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
    person_id = person.pk if person is not None else NOBODY
    record_event(request, kind="login_refused", person_id=person_id)
    now = clock.now()
    refused = SecurityEvent.objects.filter(person_id=person_id, kind="login_refused")
    failed = refused.filter(at__gt=now - LOCK_FOR).count()
    if person is not None and failed == LOCK_AFTER:
        mail_request(
            name="accounts/locked_out",
            recipient=person.email,
            locale=person.locale,
            values={"when": f"{now:%Y-%m-%d %H:%M}", "ip": client_ip(request) or "-"},
            at=now,
            actor=system_actor(name="log-in"),
        )
