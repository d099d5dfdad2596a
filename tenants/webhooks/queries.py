"""Reads of webhooks and their log, and the two statements by which the relay makes and claims deliveries."""

import uuid
from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import QuerySet

from tenants.kernel.actor import Actor
from tenants.runtime.rows import fetch_rows
from tenants.webhooks.models import Webhook, WebhookDelivery

WAITS = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""Seconds from one attempt to the next: the last comes about three days after the first."""

MOST_ATTEMPTS = len(WAITS) + 1
MOST_A_ROUND = 50
MOST_OF_ONE = 5
"""Deliveries that one round claims of one webhook, so that a slow one does not hold the others up."""


class Due(NamedTuple):
    """A delivery that is to be sent now."""

    id: uuid.UUID
    group_id: uuid.UUID
    unit_id: uuid.UUID | None


_MAKE = """
INSERT INTO webhooks_webhook_delivery (id, group_id, unit_id, unit_role, webhook_id, event_id, event_type,
  subject_type, subject_id, subject_version, payload, actor_key, occurred_at, status, attempts, next_attempt_at,
  last_error, created_at)
SELECT gen_random_uuid(), w.group_id, w.unit_id, w.unit_role, w.id, e.id, e.event_type,
  e.subject_type, e.subject_id, e.subject_version, e.payload,
  CASE WHEN w.with_people THEN e.actor_key ELSE '' END, e.occurred_at,
  CASE WHEN w.status = 'active' THEN 'waiting' ELSE 'held' END, 0,
  CASE WHEN w.status = 'active' THEN clock_timestamp() END, '', clock_timestamp()
FROM runtime_outbox_event e JOIN webhooks_webhook w
  ON w.group_id = e.group_id AND (w.unit_id IS NULL OR w.unit_id = e.unit_id) AND w.event_types ? e.event_type
WHERE e.id = ANY(%s)
ON CONFLICT DO NOTHING
"""

_CLAIM = """
WITH waiting AS (
  SELECT d.id, row_number() OVER (PARTITION BY d.webhook_id ORDER BY d.next_attempt_at) AS place
  FROM webhooks_webhook_delivery d
  JOIN directory_group g ON g.id = d.group_id AND g.status = 'active'
  LEFT JOIN directory_business_unit u ON u.id = d.unit_id
  WHERE d.status = 'waiting' AND d.next_attempt_at <= clock_timestamp()
    AND (d.unit_id IS NULL OR u.status = 'active')
), due AS (
  SELECT d.id FROM webhooks_webhook_delivery d JOIN waiting w ON w.id = d.id
  WHERE w.place <= %s AND d.status = 'waiting' AND d.next_attempt_at <= clock_timestamp()
  ORDER BY d.next_attempt_at LIMIT %s FOR UPDATE OF d SKIP LOCKED
)
UPDATE webhooks_webhook_delivery d SET attempts = d.attempts + 1,
  next_attempt_at = clock_timestamp() + make_interval(secs => (%s::float8[])[LEAST(d.attempts + 1, %s)])
FROM due WHERE d.id = due.id
RETURNING d.id, d.group_id, d.unit_id
"""

_GIVE_BACK = """
UPDATE webhooks_webhook_delivery SET attempts = attempts - 1, next_attempt_at = clock_timestamp()
WHERE id = ANY(%s) AND status = 'waiting' AND attempts > 0
"""


def make_deliveries(event_ids: Sequence[uuid.UUID]) -> None:
    """This will write one delivery of each event for each webhook that wants it; under the platform role.

    Those of a webhook that is paused or disabled are held. A unit's webhook gets that unit's events; a group's may
    choose only such events as are the group's wherever they were caused.
    """
    fetch_rows(_MAKE, [list(event_ids)])


def claim_due() -> list[Due]:
    """This will claim deliveries that are due, a few of each webhook; under the platform role.

    What is lost on the way to the worker comes due again at its next attempt.
    """
    waits = "{" + ",".join(map(str, WAITS)) + "}"
    return [Due(*row) for row in fetch_rows(_CLAIM, [MOST_OF_ONE, MOST_A_ROUND, waits, len(WAITS)])]


def give_back(delivery_ids: Sequence[uuid.UUID]) -> None:
    """This will make claimed deliveries due again with the try unused; under the platform role."""
    fetch_rows(_GIVE_BACK, [list(delivery_ids)])


def webhooks_visible_to(actor: Actor) -> QuerySet[Webhook]:
    """This will give the webhooks of the place the actor is at: the group's own, or the unit's. Partners see none."""
    rows = Webhook.objects.filter(group_id=actor.group_id, unit_id=actor.unit_id)
    return rows.none() if _is_partner(actor) else rows


def webhook_deliveries_visible_to(actor: Actor) -> QuerySet[WebhookDelivery]:
    """This will give the log of the webhooks the actor sees."""
    rows = WebhookDelivery.objects.filter(group_id=actor.group_id, unit_id=actor.unit_id)
    return rows.none() if _is_partner(actor) else rows


def _is_partner(actor: Actor) -> bool:
    return actor.supplier_org_id is not None or actor.distributor_id is not None
