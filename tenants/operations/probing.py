"""Probes: once a minute each active unit is asked through its own door, as its people would ask."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import orjson
from django.core import signing

from tenants.directory.queries import UnitFacts, unit_facts
from tenants.kernel.errors import DomainError
from tenants.operations.availability import availability_between, counted, probes_between, windows_between
from tenants.operations.models import AvailabilityMonth, Probe, ServiceDay
from tenants.operations.sla import month_before, month_of
from tenants.runtime import egress
from tenants.runtime.scope import PLATFORM, unit_of_work

KEY_START = "hk_probe_"
SALT = "hanse.probe"
GOOD_FOR = 60  # seconds
AT_ONCE = 8

BODY = orjson.dumps({"query": "{ alive }"})
RIGHT = {"data": {"alive": True}}
OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one look went."""

    answered: bool
    milliseconds: int
    reason: str


def probe_secret(slug: str) -> str:
    """This will make the secret with which a unit is probed within the next minute."""
    return KEY_START + signing.dumps(slug, salt=SALT)


def is_probe_of(secret: str, slug: str) -> bool:
    """This will tell whether a secret was made just now for probing this unit."""
    try:
        found = signing.loads(secret.removeprefix(KEY_START), salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return False
    return bool(found == slug)


def probe_units(*, base: str, at: datetime) -> int:
    """This will look at every active unit below the address `base` and keep what was seen; gives how many.

    Outside any unit of work: it goes over the network.
    """
    with unit_of_work(PLATFORM):
        units = unit_facts(active_only=True)
    with ThreadPoolExecutor(AT_ONCE) as looking:
        verdicts = list(looking.map(lambda unit: look(base, unit.slug), units))
    keep(units, verdicts, at=at)
    return len(units)


def look(base: str, slug: str) -> Verdict:
    """This will ask one unit whether it is alive, through its door."""
    stand_in = base if urlsplit(base).hostname in OWN_MACHINE else ""
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {probe_secret(slug)}"}
    began = time.monotonic()
    reason = ""
    try:
        answer = egress.call(
            "POST", f"{base}/u/{slug}/graphql", system="", headers=headers, body=BODY, stand_in=stand_in
        )
        if answer.status != 200 or orjson.loads(answer.body) != RIGHT:
            reason = f"status {answer.status}"
    except DomainError as error:
        reason = str(error.values.get("reason", error.code))
    except orjson.JSONDecodeError:
        reason = "not JSON"
    return Verdict(not reason, round((time.monotonic() - began) * 1000), reason)


def keep(units: Sequence[UnitFacts], verdicts: Sequence[Verdict], *, at: datetime) -> None:
    """This will keep one row a unit for the minute, and bring the day of the public page up to date."""
    minute = at.replace(second=0, microsecond=0)
    rows = [
        Probe(
            group_id=unit.group_id, unit_id=unit.id, minute_at=minute, answered=verdict.answered,
            milliseconds=verdict.milliseconds, reason=verdict.reason,
        )
        for unit, verdict in zip(units, verdicts, strict=True)
    ]  # fmt: skip
    with unit_of_work(PLATFORM):
        Probe.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
        reckon_day(minute.date())


def reckon_day(day: date) -> None:
    """This will reckon a day of the public page from its raw probes; in the platform's scope."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    end = start + timedelta(days=1)
    sums = probes_between(start, end).aggregate(**counted(windows_between(start, end)))
    ServiceDay.objects.bulk_create(
        [ServiceDay(day_date=day, **sums)], update_conflicts=True, unique_fields=["day_date"],
        update_fields=["observed", "failed", "excluded"],
    )  # fmt: skip


def close_month(*, at: datetime) -> int:
    """This will close the month before from its raw probes, once.

    In the platform's scope; gives how many units' months were closed.
    """
    month = month_before(at.date())
    start, end, _ = month_of(month)
    if AvailabilityMonth.objects.filter(month_date=month).exists():
        return 0
    groups = dict(probes_between(start, end).values_list("unit_id", "group_id"))
    rows = [
        AvailabilityMonth(
            group_id=groups[unit_id], unit_id=unit_id, month_date=month, observed=found.observed,
            failed=found.failed, excluded=found.excluded, closed_at=at,
        )
        for unit_id, found in availability_between(start=start, end=end).items()
    ]  # fmt: skip
    AvailabilityMonth.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)
