"""The database's clock, as each process goes on reckoning it from its last new connection.

All processes so judge by one clock, that of the alarms and row defaults, however wrong their machines' own are. Of its
own machine a process only uses how long something took, which no correction of the time of day changes.
"""

import time
from datetime import UTC, datetime, timedelta

ASK = b"SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
"""Gives the database's instant in microseconds since 1970."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_reading: tuple[datetime, int] | None = None


def follow(answer: bytes) -> None:
    """This will take over what the database just answered to ASK."""
    global _reading
    _reading = _EPOCH + timedelta(microseconds=int(answer)), _elapsed()


def now() -> datetime:
    """This will give the present instant; by the machine's own clock as long as no connection was ever made."""
    reading = _reading
    if reading is None:
        return datetime.now(UTC)
    told, then = reading
    return told + timedelta(microseconds=(_elapsed() - then) // 1000)


def _elapsed() -> int:
    """Nanoseconds since the machine started; time asleep counts."""
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
