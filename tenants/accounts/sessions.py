"""The session store: Django's, with whose session it is written beside its data.

An idle session ends after SESSION_IDLE_SECONDS; a busy one after SESSION_COOKIE_AGE. The actor look-up reads
the columns alone (`queries/actor.py`), so no request opens the session's data to know who asks.
"""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from tenants.accounts.models import Session
from tenants.runtime import clock

STARTED_KEY = "_hanse_started_at"
METHODS_KEY = "account_authentication_methods"
"""Where allauth lists by what means the person of this session has proved who they are."""


class SessionStore(DatabaseStore):
    """Sessions in `accounts_session`."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def get_expiry_age(self, **kwargs: Any) -> int:
        """This will give the seconds until the absolute end, which is how long the browser keeps the cookie."""
        started = self.get(STARTED_KEY)
        if started is None:
            return settings.SESSION_COOKIE_AGE
        passed = clock.now().timestamp() - started
        return max(0, int(settings.SESSION_COOKIE_AGE - passed))

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """This will make the row, with person, epoch and second factor read out of the data."""
        now = clock.now()
        person_id = data.get(SESSION_KEY)
        if person_id is not None:
            data.setdefault(STARTED_KEY, now.timestamp())
        started_at = datetime.fromtimestamp(data.get(STARTED_KEY, now.timestamp()), UTC)
        return Session(
            session_key=self._get_or_create_session_key(),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=idle_end(now=now, started_at=started_at),
            person_id=person_id and uuid.UUID(person_id),
            epoch=epoch_of(data.get(HASH_SESSION_KEY)),
            proved_at=_last_proof(data) if person_id is not None else None,
            second_factor=any(m.get("method") == "mfa" for m in data.get(METHODS_KEY, [])),
            started_at=started_at,
            seen_at=now,
        )


def _last_proof(data: dict[str, Any]) -> datetime | None:
    proofs = [m["at"] for m in data.get(METHODS_KEY, []) if "at" in m]
    return datetime.fromtimestamp(max(proofs), UTC) if proofs else None


def idle_end(*, now: datetime, started_at: datetime) -> datetime:
    """This will tell when a session ends that is used now and not again."""
    idle = now + timedelta(seconds=settings.SESSION_IDLE_SECONDS)
    return min(idle, started_at + timedelta(seconds=settings.SESSION_COOKIE_AGE))


def epoch_of(session_hash: str | None) -> int | None:
    """This will read the person's epoch out of a session hash made by `Person.get_session_auth_hash`."""
    epoch, dot, _ = (session_hash or "").partition(".")
    return int(epoch) if dot and epoch.isdigit() else None
