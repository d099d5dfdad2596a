"""Numbers that people use: PR-2026-000123, unique in a unit."""

from datetime import datetime

from tenants.runtime.rows import fetch_rows

_NEXT = """
INSERT INTO runtime_number_series (kind, year, last) VALUES (%s, %s, %s)
ON CONFLICT (kind, year) DO UPDATE SET last = runtime_number_series.last + EXCLUDED.last
RETURNING last
"""


def next_number(*, kind: str, at: datetime) -> str:
    """This will give the next number of the kind in the year of `at`. Take it late: its row stays locked."""
    return next_numbers(kind=kind, at=at, count=1)[0]


def next_numbers(*, kind: str, at: datetime, count: int) -> list[str]:
    """This will give `count` consecutive numbers in one statement."""
    ((last,),) = fetch_rows(_NEXT, [kind, at.year, count])
    return [f"{kind}-{at.year}-{n:06d}" for n in range(last - count + 1, last + 1)]
