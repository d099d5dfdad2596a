"""Ends people's sessions at once: their epoch is raised, and open live streams are told to close."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db.models import F

from tenants.accounts.models import Person
from tenants.accounts.services.scopes import in_accounts
from tenants.kernel.actor import Actor
from tenants.runtime import outbox
from tenants.runtime.live import SESSIONS_ENDED


def end_sessions_of(person_ids: Iterable[uuid.UUID], *, actor: Actor, at: datetime) -> None:
    """This will raise the epoch of people: with the surrounding commit their sessions are dead.

    The event names each person; the live process closes their streams when it hears of it.
    """
    people = sorted(set(person_ids))
    with in_accounts():
        Person.objects.filter(id__in=people).update(session_epoch=F("session_epoch") + 1)
        for person_id in people:
            outbox.publish(
                event_type=SESSIONS_ENDED, subject_type="person", subject_id=person_id, at=at, actor=actor
            )
