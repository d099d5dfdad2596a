"""Counting who uses which module, without a write a request.

A process remembers whom it has counted in this hour and tells Valkey of new ones alone; a task writes what gathered
there every few minutes. Telling twice changes nothing, so nothing is counted twice, and what a crash loses is told
again within the hour. When Valkey does not answer, nobody waits for it.
"""

import threading
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import redis
import structlog
from django.conf import settings
from django.db.models import F

from tenants.accounts.queries.consents import who_took_back
from tenants.kernel.actor import Actor
from tenants.operations.models import FailureDay, UsageDay
from tenants.runtime.cache import tenant_key

log = structlog.get_logger("hanse.usage")

MOST_REMEMBERED = 100_000
_HOUR = "%Y-%m-%dT%H"

_told: set[tuple[str, ...]] = set()
_told_in = [""]
_lock = threading.Lock()


@cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=0.5, socket_connect_timeout=0.5, decode_responses=True
    )


def _key(name: str) -> str:
    return tenant_key(tenant="platform", space="usage", key=name)


def note_use_of(modules: Iterable[str], *, actor: Actor, at: datetime) -> None:
    """This will count a person's use of some modules in this hour; keys and support are not people at work."""
    if actor.kind != "person" or actor.group_id is None or actor.support is not None:
        return
    hour = at.astimezone(UTC).strftime(_HOUR)
    fresh = [entry for module in modules if (entry := _entry(hour, actor, module)) not in _told]
    if not fresh:
        return
    with _lock:
        if _told_in[0] != hour or len(_told) > MOST_REMEMBERED:
            _told.clear()
            _told_in[0] = hour
        _told.update(fresh)
    _tell(lambda client: client.sadd(_key("hours"), *("|".join(entry) for entry in fresh)))


def _entry(hour: str, actor: Actor, module: str) -> tuple[str, ...]:
    unit = str(actor.unit_id) if actor.unit_id is not None else ""
    return (hour, str(actor.group_id), unit, module, str(actor.person_id))


def note_failure(*, actor: Actor, at: datetime) -> None:
    """This will count a request of a group's that failed by a fault of ours."""
    if actor.group_id is not None:
        day = at.astimezone(UTC).date().isoformat()
        _tell(lambda client: client.sadd(_key("failures"), f"{day}|{actor.group_id}|{uuid.uuid4().hex}"))


def _tell(say: Callable[[redis.Redis], Any]) -> None:
    try:
        say(_client())
    except (redis.RedisError, ValueError) as error:
        log.warning("usage.untold", error=type(error).__name__)


def take_gathered(name: str) -> list[list[str]]:
    """This will set aside what gathered under a name and give it, with what an earlier taker left behind."""
    client, taken = _client(), _key(f"{name}-taken")
    try:
        if not client.exists(taken) and client.exists(_key(name)):
            client.rename(_key(name), taken)
        found: Any = client.smembers(taken)
    except redis.RedisError as error:
        log.warning("usage.untaken", error=type(error).__name__)
        return []
    return [str(text).split("|") for text in sorted(found)]


def drop_taken(name: str) -> None:
    """This will forget what was set aside, after it was committed."""
    _tell(lambda client: client.delete(_key(f"{name}-taken")))


def write_hours(entries: Iterable[list[str]]) -> int:
    """This will add hours to the days they belong to; the same hour again changes nothing. Platform's scope.

    Whoever took the purpose back is not counted.
    """
    days: dict[tuple[str, ...], tuple[int, datetime]] = {}
    told = list(entries)
    silent = who_took_back(purpose="usage", person_ids=(entry[-1] for entry in told))
    for hour, group, unit, module, person in told:
        if person in silent:
            continue
        used_at = datetime.strptime(hour, _HOUR).replace(tzinfo=UTC)
        place = (group, unit, module, person, used_at.date().isoformat())
        bits, last = days.get(place, (0, used_at))
        days[place] = (bits | 1 << used_at.hour, max(last, used_at))
    for (group, unit, module, person, day), (bits, last) in sorted(days.items()):
        row, made = UsageDay.objects.get_or_create(
            group_id=group, unit_id=unit or None, module=module, person_id=person, day_date=day,
            defaults={"hours": bits, "last_used_at": last},
        )  # fmt: skip
        if not made and row.hours | bits != row.hours:
            UsageDay.objects.filter(id=row.id).update(
                hours=F("hours").bitor(bits), last_used_at=max(row.last_used_at, last)
            )
    return len(days)


def write_failures(entries: Iterable[list[str]]) -> None:
    """This will add failures to their days; in the platform's scope."""
    counts: dict[tuple[str, str], int] = {}
    for day, group, _ in entries:
        counts[day, group] = counts.get((day, group), 0) + 1
    for (day, group), count in sorted(counts.items()):
        row, made = FailureDay.objects.get_or_create(
            group_id=group, day_date=day, defaults={"failures": count}
        )
        if not made:
            FailureDay.objects.filter(id=row.id).update(failures=F("failures") + count)


def forget() -> None:
    """This will forget what this process has told."""
    with _lock:
        _told.clear()
    _client.cache_clear()
