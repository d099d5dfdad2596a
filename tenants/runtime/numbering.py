"""Numbers that people use: PR-2026-000123, unique in a unit."""

from datetime import datetime

from tenants.runtime.rows import fetch_rows
from tenants.runtime.scope import current_scope

_NEXT = """
INSERT INTO runtime_number_series (kind, year, last)
SELECT %s::text, date_part('year', %s::timestamptz AT TIME ZONE time_zone), %s::int
  FROM public.directory_business_unit WHERE id = %s
ON CONFLICT (kind, year) DO UPDATE SET last = runtime_number_series.last + EXCLUDED.last
RETURNING year, last
"""


def next_number(*, kind: str, at: datetime) -> str:
    """This will give the unit's next number of the kind, in the year of its calendar.

    Take it late: its row stays locked.
    """
    return next_numbers(kind=kind, at=at, count=1)[0]


def next_numbers(*, kind: str, at: datetime, count: int) -> list[str]:
    """This will give `count` consecutive numbers in one statement."""
    ((year, last),) = fetch_rows(_NEXT, [kind, at.isoformat(), count, current_scope().unit_id])
    return [f"{kind}-{year}-{n:06d}" for n in range(last - count + 1, last + 1)]
