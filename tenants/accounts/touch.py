"""When sessions and API keys were last used: noted at most once a minute, after the request's own work."""

import logging
from datetime import datetime, timedelta

from django.db import DatabaseError
from django.http import HttpRequest

from tenants.accounts.key_usage import ATTRIBUTE as KEY_ID
from tenants.accounts.queries import actor as queries
from tenants.accounts.queries.actor import Facts
from tenants.accounts.sessions import idle_end
from tenants.runtime.scope import ACCOUNTS, unit_of_work

EVERY = timedelta(minutes=1)
_ATTRIBUTE = "hanse_use_to_note"
logger = logging.getLogger(__name__)


def note_use(request: HttpRequest, facts: Facts, now: datetime) -> None:
    """This will remember on the request that its session or key was used, when the last note is old."""
    if facts.key_id is not None:
        setattr(request, KEY_ID, facts.key_id)
    if facts.seen_at is None or now - facts.seen_at > EVERY:
        setattr(request, _ATTRIBUTE, (facts, now))


def write_noted_use(request: HttpRequest) -> None:
    """This will write what the request noted, in a unit of work of its own that waits for nobody.

    A failure is logged and forgotten: the next request notes again.
    """
    noted = getattr(request, _ATTRIBUTE, None)
    if noted is None:
        return
    delattr(request, _ATTRIBUTE)
    facts, now = noted
    try:
        with unit_of_work(ACCOUNTS):
            if facts.key_id is not None:
                queries.touch_key(key_id=facts.key_id, at=now)
            else:
                ends_at = idle_end(now=now, started_at=facts.started_at)
                queries.touch_session(session_key=facts.session_key, at=now, ends_at=ends_at)
    except DatabaseError:
        logger.warning("the use of a session or key was not noted", exc_info=True)
