"""Counts what API keys ask: gathered in the process, written every few seconds and when it ends.

A process that is killed outright loses the last seconds of its counts; nothing is charged by them.
"""

import atexit
import logging
import threading
import time
import uuid
from datetime import date

from django.db import DatabaseError
from django.http import HttpRequest

from tenants.accounts.queries import key_usage as queries
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, unit_of_work

EVERY_SECONDS = 5.0
ATTRIBUTE = "hanse_api_key_id"
logger = logging.getLogger(__name__)

_lock = threading.Lock()
_counts: dict[tuple[uuid.UUID, date], list[int]] = {}
_written_at = 0.0


def count_request(request: HttpRequest, *, failed: bool, limited: bool) -> None:
    """This will count a request that was made with an API key; after its unit of work."""
    key_id = getattr(request, ATTRIBUTE, None)
    if key_id is None:
        return
    with _lock:
        counted = _counts.setdefault((key_id, clock.now().date()), [0, 0, 0])
        counted[0] += 1
        counted[1] += failed
        counted[2] += limited
    if time.monotonic() - _written_at > EVERY_SECONDS:
        write_counts()


def write_counts() -> None:
    """This will write what was counted; a failure is logged and the counts are kept for the next time."""
    global _written_at
    with _lock:
        taken = dict(_counts)
        _counts.clear()
        _written_at = time.monotonic()
    if not taken:
        return
    try:
        with unit_of_work(ACCOUNTS):
            for (key_id, day), counted in sorted(taken.items(), key=lambda entry: str(entry[0])):
                queries.add_use(key_id=key_id, day=day, counted=counted)
    except DatabaseError:
        logger.warning("the use of API keys was not written")
        with _lock:
            for place, counted in taken.items():
                known = _counts.setdefault(place, [0, 0, 0])
                _counts[place] = [a + b for a, b in zip(known, counted, strict=True)]


atexit.register(write_counts)
