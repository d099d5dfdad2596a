"""The use of API keys: written by the counter, read by the developer page."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tenants.accounts.models import ApiKeyUse
from tenants.accounts.queries.visible import api_keys_visible_to
from tenants.kernel.actor import Actor
from tenants.runtime.rows import fetch_rows

_ADD = """
INSERT INTO public.accounts_api_key_use
  (id, group_id, unit_id, unit_role, api_key_id, used_date, requests, errors, limited)
SELECT gen_random_uuid(), k.group_id, k.unit_id, k.unit_role, k.id, %s, %s, %s, %s
FROM public.accounts_api_key k WHERE k.id = %s
ON CONFLICT (api_key_id, used_date) DO UPDATE SET
  requests = accounts_api_key_use.requests + excluded.requests,
  errors = accounts_api_key_use.errors + excluded.errors,
  limited = accounts_api_key_use.limited + excluded.limited
"""


@dataclass(frozen=True, slots=True)
class DayOfUse:
    """What one key asked on one day."""

    api_key_id: uuid.UUID
    day: date
    requests: int
    errors: int
    limited: int


def add_use(*, key_id: uuid.UUID, day: date, counted: Sequence[int]) -> None:
    """This will add requests, errors and refusals by the rate limit to a key's day; under the accounts role."""
    fetch_rows(_ADD, [day, *counted, key_id])


def use_of_keys(actor: Actor, *, until: date, days: int) -> list[DayOfUse]:
    """This will give the use of the keys the actor sees over so many days, the newest first."""
    rows = ApiKeyUse.objects.filter(
        api_key_id__in=api_keys_visible_to(actor).values("id"), used_date__gt=until - timedelta(days=days)
    )
    return [
        DayOfUse(row.api_key_id, row.used_date, row.requests, row.errors, row.limited)
        for row in rows.order_by("-used_date", "api_key_id")
    ]
