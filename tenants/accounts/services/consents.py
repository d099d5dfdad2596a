"""People agree to purposes and take their agreement back; every answer is kept, and obeyed at once."""

import uuid
from datetime import datetime

from tenants.accounts.models import Consent, Person
from tenants.accounts.purposes import PURPOSES
from tenants.accounts.queries.consents import answers_of
from tenants.accounts.services.scopes import in_accounts
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Forbidden, NotFound, Unauthenticated

SETTINGS, ALERTS = "settings", "alerts"
"""Where an answer was given: among one's own data, or beside the alerts."""


def consent_give(*, actor: Actor, at: datetime, purpose: str) -> uuid.UUID:
    """This will keep that the person agrees to a purpose, in its present words.

    Raises Unauthenticated, Forbidden for API keys, NotFound for a purpose that leaves no choice.
    """
    return _answer(actor, purpose, given=True, at=at)


def consent_withdraw(*, actor: Actor, at: datetime, purpose: str) -> uuid.UUID:
    """This will keep that the person takes a purpose back; from now on nothing is done for it.

    Raises Unauthenticated, Forbidden for API keys, NotFound for a purpose that leaves no choice.
    """
    return _answer(actor, purpose, given=False, at=at)


def note_answer(
    *, person_id: uuid.UUID, purpose: str, given: bool, origin: str, locale: str, at: datetime
) -> None:
    """This will keep an answer when it differs from the newest one or from its words; under the accounts role."""
    now = PURPOSES[purpose]
    last = answers_of(person_id).get(purpose)
    if last is not None and (last.given, last.version) == (given, now.version):
        return
    Consent.objects.bulk_create([
        Consent(person_id=person_id, purpose=purpose, version=now.version, locale=locale, given=given,
                origin=origin, at=at)
    ])  # fmt: skip


def _answer(actor: Actor, purpose: str, *, given: bool, at: datetime) -> uuid.UUID:
    if actor.person_id is None:
        raise Unauthenticated
    if actor.kind != "person":
        raise Forbidden(permission="accounts.consent.give")
    if purpose not in PURPOSES or not PURPOSES[purpose].may_choose:
        raise NotFound(field="purpose")
    with in_accounts():
        person = Person.objects.select_for_update(no_key=True).get(id=actor.person_id)
        note_answer(
            person_id=person.pk, purpose=purpose, given=given, origin=SETTINGS, locale=actor.locale, at=at
        )
        if purpose == "alert_mails" and given != (person.alert_mails != "none"):
            Person.objects.filter(id=person.pk).update(alert_mails="urgent" if given else "none")
    return actor.person_id
