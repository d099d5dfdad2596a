"""The relay hands committed events over: to handlers by Celery, to open pages by the live channel.

It claims due rows with SKIP LOCKED, so several relays may run. Claiming moves the row's next attempt into
the future; nothing is closed here except events nobody reacts to. What is lost on the way (broker wiped,
worker killed) comes due again; while the broker cannot be reached, claims are given back and count for nothing. Order
is kept per document: an event waits for the earlier ones of its subject. After MAX_ATTEMPTS an event is parked for an
operator: `manage outbox`.
"""

import select
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import psycopg
import structlog
from django.db import DatabaseError, connection

from tenants.runtime import switched_off
from tenants.runtime.delivery import deliver, fire_alarm
from tenants.runtime.events import Handler, handlers_of
from tenants.runtime.outbox import CHANNEL, MAX_ATTEMPTS
from tenants.runtime.scope import PLATFORM, unit_of_work
from tenants.runtime.tasks import BrokerUnavailable

log = structlog.get_logger("hanse.relay")

BATCH = 200
POLL_SECONDS = 0.5

_WRITTEN_THERE = """
    AND CASE WHEN {row}.unit_id IS NULL THEN NOT starts_with({row}.unit_role, 'u_')
      ELSE {row}.unit_role = 'u_' || replace({row}.group_id::text, '-', '') || '_' || substr(u.schema_name, 3) END
"""
"""Whoever wrote the row is whom it is for: the database notes the writer's role, so SQL that was slipped into one
unit's statement cannot have a reaction run in another unit, or in the group. Such rows stay where they are."""


def _guarded(statement: str) -> str:
    """This will put the condition in where a statement names it for a row."""
    for row in ("a", "b", "e"):
        statement = statement.replace(f"[{row} was written there]", _WRITTEN_THERE.format(row=row))
    return statement


_CLAIM = _guarded("""
WITH due AS (
  SELECT e.id FROM runtime_outbox_event e
  LEFT JOIN directory_business_unit u ON u.id = e.unit_id
  WHERE e.closed_at IS NULL AND e.next_attempt_at <= clock_timestamp()
    AND (e.unit_id IS NULL OR u.status = 'active')
    [e was written there]
    AND NOT EXISTS (
      SELECT 1 FROM runtime_outbox_event b
      WHERE b.subject_id = e.subject_id AND b.position < e.position
        AND b.closed_at IS NULL AND b.next_attempt_at IS NOT NULL
        AND b.group_id IS NOT DISTINCT FROM e.group_id AND b.unit_id IS NOT DISTINCT FROM e.unit_id
        [b was written there])
  ORDER BY e.position LIMIT %s
  FOR UPDATE OF e SKIP LOCKED
)
UPDATE runtime_outbox_event e SET
  attempts = e.attempts + 1,
  next_attempt_at = CASE WHEN e.attempts + 1 >= %s THEN NULL
    ELSE clock_timestamp() + make_interval(secs => LEAST(300, 5 * power(2, e.attempts))) END
FROM due WHERE e.id = due.id
RETURNING e.id, e.event_type, e.subject_id, e.subject_version, e.group_id, e.unit_id, e.attempts, e.position,
  e.payload->>'audience'
""")

_CLAIM_ALARMS = _guarded("""
WITH due AS (
  SELECT a.id FROM runtime_alarm a
  LEFT JOIN directory_business_unit u ON u.id = a.unit_id
  WHERE a.due_at <= clock_timestamp() AND a.attempts < %s AND (a.unit_id IS NULL OR u.status = 'active')
    [a was written there]
  ORDER BY a.due_at LIMIT %s FOR UPDATE OF a SKIP LOCKED
)
UPDATE runtime_alarm a SET attempts = a.attempts + 1,
  due_at = clock_timestamp() + make_interval(secs => LEAST(300, 5 * power(2, a.attempts)))
FROM due WHERE a.id = due.id
RETURNING a.id
""")

_GIVE_BACK_EVENTS = """
UPDATE runtime_outbox_event SET attempts = attempts - 1, next_attempt_at = clock_timestamp()
WHERE id = ANY(%s) AND closed_at IS NULL AND attempts > 0
"""
_GIVE_BACK_ALARMS = """
UPDATE runtime_alarm SET attempts = attempts - 1, due_at = clock_timestamp() WHERE id = ANY(%s) AND attempts > 0
"""
_ACTIVE_UNITS = "SELECT id FROM directory_business_unit WHERE group_id = %s AND status = 'active' ORDER BY id"
_EXPECT = "UPDATE runtime_outbox_event SET deliveries_expected = %s WHERE id = %s"
_CLOSE = "UPDATE runtime_outbox_event SET closed_at = clock_timestamp(), deliveries_expected = 0 WHERE id = ANY(%s)"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claimed event, as much of it as may leave the database."""

    id: Any
    event_type: str
    subject_id: Any
    subject_version: int | None
    group_id: Any
    unit_id: Any
    attempts: int
    position: int
    audience: str | None = None


Deliveries = list[tuple[Handler, str | None]]
Publish = Callable[[Iterable[Claimed]], None]
Sends = list[Callable[[], None]]
Claim = Callable[[list[Claimed]], tuple[Sends, Callable[[], None]]]
_claims: list[Claim] = []


def also_claim(claim: Claim) -> None:
    """This will have the relay run `claim(events)` in the transaction of its own claim, from an app's `ready`.

    It may write rows beside the claim and gives what is to be sent after the commit, and what gives its own claims
    back when that was not possible. Both under the platform role.
    """
    if claim not in _claims:
        _claims.append(claim)


def relay_once(*, publish_live: Publish) -> int:
    """This will claim what is due and hand it over; gives the number of events and alarms.

    Raises BrokerUnavailable, with everything it claimed given back.
    """
    with unit_of_work(PLATFORM), connection.cursor() as cursor:
        cursor.execute(_CLAIM, [BATCH, MAX_ATTEMPTS])
        events = [Claimed(*row) for row in cursor.fetchall()]
        plan = [(event, _deliveries(event, cursor)) for event in sorted(events, key=lambda e: e.position)]
        for event, deliveries in plan:
            if deliveries:
                cursor.execute(_EXPECT, [len(deliveries), event.id])
        cursor.execute(_CLOSE, [[event.id for event, deliveries in plan if not deliveries]])
        for group_id in {event.group_id for event in events if event.event_type == switched_off.ENABLED}:
            switched_off.wake(group_id)
        cursor.execute(_CLAIM_ALARMS, [MAX_ATTEMPTS, BATCH])
        alarms = [row[0] for row in cursor.fetchall()]
        further = [claim(events) for claim in _claims]
    more = [send for sends, _ in further for send in sends]
    publish_live([event for event in events if event.attempts == 1])
    try:
        _send(plan, alarms, more)
    except BrokerUnavailable:
        with unit_of_work(PLATFORM), connection.cursor() as cursor:
            cursor.execute(_GIVE_BACK_EVENTS, [[event.id for event in events]])
            cursor.execute(_GIVE_BACK_ALARMS, [alarms])
            for _, give_back in further:
                give_back()
        raise
    return len(events) + len(alarms) + len(more)


def _send(plan: list[tuple[Claimed, Deliveries]], alarms: list[Any], more: Sends) -> None:
    for event, deliveries in plan:
        for handler, unit_id in deliveries:
            deliver.send(event_id=str(event.id), handler=handler.name, in_unit=unit_id, queue=handler.queue)
    for alarm_id in alarms:
        fire_alarm.send(alarm_id=str(alarm_id))
    for send in more:
        send()


def _deliveries(event: Claimed, cursor: Any) -> Deliveries:
    deliveries: Deliveries = []
    for handler in handlers_of(event.event_type).values():
        if handler.every_unit and event.unit_id is None:
            cursor.execute(_ACTIVE_UNITS, [event.group_id])
            deliveries += [(handler, str(unit_id)) for (unit_id,) in cursor.fetchall()]
        else:
            deliveries.append((handler, None))
    return deliveries


def relay_forever(*, stop: threading.Event, publish_live: Publish) -> None:
    """This will relay until told to stop: woken by NOTIFY, with a poll as the safety net."""
    listener = _listen()
    while not stop.is_set():
        try:
            if relay_once(publish_live=publish_live) == 0:
                _wait(listener)
        except BrokerUnavailable as error:
            log.warning("relay.broker_unavailable", error=str(error))
            stop.wait(POLL_SECONDS)
        except DatabaseError as error:
            log.warning("relay.database_unavailable", error=str(error).splitlines()[0])
            connection.close()
            stop.wait(POLL_SECONDS)
            listener = _listen_again(listener, stop)
    if listener is not None:
        listener.close()


def _listen() -> Any:
    """This will open a connection of its own that hears the channel (LISTEN ends with a transaction's role)."""
    known = {default.keyword.decode() for default in psycopg.pq.Conninfo.get_defaults()}
    parameters = {k: v for k, v in connection.get_connection_params().items() if k in known}
    listener = psycopg.connect(**parameters, autocommit=True)
    listener.execute(f"LISTEN {CHANNEL}")
    return listener


def _listen_again(listener: Any, stop: threading.Event) -> Any:
    if listener is not None and not listener.closed:
        listener.close()
    while not stop.is_set():
        try:
            return _listen()
        except OSError:
            stop.wait(POLL_SECONDS)
        except Exception as error:
            log.warning("relay.cannot_listen", error=str(error).splitlines()[0])
            stop.wait(POLL_SECONDS)
    return None


def _wait(listener: Any) -> None:
    """This will return when something was notified, or after the poll interval."""
    try:
        ready, _, _ = select.select([listener.fileno()], [], [], POLL_SECONDS)
        if ready:
            list(listener.notifies(timeout=0))
    except psycopg.OperationalError as error:
        raise DatabaseError(str(error)) from error
