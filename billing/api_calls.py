"""Calls of API keys: counted in the process and in Valkey, written down every hour, limited by the plan.

A request costs an addition in memory. Every twenty calls, or five seconds, what was counted goes to Valkey and comes
back as the group's sum; every five seconds the limit is read. So a limit may be passed by twenty calls a process. What
a process counted and lost with its life was free. Where Valkey lost the sum, counting goes on from what was written
down.

The developer page's count (`tenants/accounts/key_usage.py`) is another one on purpose: it is by key and day, knows
how a call ended and so is taken after it, and writes a row for each key. This one is a group's, decides before the
call, and has to cost next to nothing.
"""

import threading
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime

from billing.models import ApiUse
from tenants.directory.queries import group_limit
from tenants.kernel.errors import DomainError
from tenants.runtime import cache

AT_ONCE = 20
SECONDS = 5.0
KEPT = 70 * 24 * 3600
MOST_KNOWN = 20_000
SPACE = "api-calls"


class ApiCallsUsedUp(DomainError):
    """The group's API keys made as many calls this month as the plan allows."""

    code = "API_CALLS_USED_UP"
    en = (
        "The plan allows {limit} API calls a month and they are used up. They begin anew on {day}; a larger plan under "
        "Plan and usage allows more at once. Screens are not limited."
    )
    zh = (
        "当前方案每月允许 {limit} 次 API 调用，本月已用完。将于 {day} 重新计数；"
        "在“方案与用量”中选择更大的方案可立即提升。页面操作不受限制。"
    )


@dataclass(slots=True)
class _Counter:
    month: date
    pending: int
    total: int
    limit: int | None
    flush_at: float


_counters: dict[uuid.UUID, _Counter] = {}
_lock = threading.Lock()


def api_call_count(*, group_id: uuid.UUID, at: datetime) -> None:
    """This will count a call of one of a group's API keys, in the accounts scope; raises ApiCallsUsedUp."""
    month, now = month_of(at), time.monotonic()
    with _lock:
        counter = _counters.get(group_id)
        if counter is not None and counter.month == month:
            counter.pending += 1
            due = counter.pending >= AT_ONCE or now >= counter.flush_at
        else:
            if len(_counters) >= MOST_KNOWN:
                _counters.clear()
            counter, due = _Counter(month, 1, 0, None, now), True
            _counters[group_id] = counter
        taken = counter.pending if due else 0
        counter.pending -= taken
    if taken:
        _flush(group_id, counter, taken, now)
    if counter.limit is not None and counter.total + counter.pending > counter.limit:
        raise ApiCallsUsedUp(limit=f"{counter.limit:,}", day=next_month(month).isoformat())


def _flush(group_id: uuid.UUID, counter: _Counter, taken: int, now: float) -> None:
    total = _add(group_id, counter.month, taken)
    if total == taken:
        kept = written_calls(group_id, counter.month)
        total = _add(group_id, counter.month, kept) if kept else total
    counter.total = total if total is not None else counter.total + taken
    if now >= counter.flush_at:
        counter.limit = group_limit(group_id=group_id, name="api_calls")
        counter.flush_at = now + SECONDS


def _add(group_id: uuid.UUID, month: date, amount: int) -> int | None:
    return cache.add(tenant=group_id.hex, space=SPACE, key=f"{month:%Y-%m}", amount=amount, seconds=KEPT)


def written_calls(group_id: uuid.UUID, month: date) -> int:
    """This will give what was written down of a month."""
    rows = ApiUse.objects.filter(group_id=group_id, month_date=month)
    return rows.values_list("calls", flat=True).first() or 0


def calls_of(group_id: uuid.UUID, month: date) -> int:
    """This will give how many calls were made in a month, as far as they were told."""
    live = cache.counted(tenant=group_id.hex, space=SPACE, key=f"{month:%Y-%m}")
    return max(live, written_calls(group_id, month))


def api_calls_write(*, group_id: uuid.UUID, month: date) -> None:
    """This will write a month's calls down, in the group's scope."""
    calls = calls_of(group_id, month)
    rows = ApiUse.objects.filter(group_id=group_id, month_date=month)
    if calls and not rows.update(calls=calls):
        ApiUse.objects.bulk_create(
            [ApiUse(group_id=group_id, month_date=month, calls=calls)], ignore_conflicts=True
        )


def month_of(at: datetime) -> date:
    """This will give the month of an instant, in UTC, by its first day."""
    return at.astimezone(UTC).date().replace(day=1)


def next_month(month: date) -> date:
    """This will give the first day of the month after."""
    return month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)


def forget() -> None:
    """This will forget what this process counted."""
    with _lock:
        _counters.clear()
