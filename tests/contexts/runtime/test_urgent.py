"""What a person waits for overtakes a backlog: on the relay's way to the broker, and on the worker's way from it."""

import uuid

import pytest
from kombu import Connection, Consumer

from infra.config.celery_app import app
from infra.config.settings.env import broker_url
from tenants.runtime import outbox
from tenants.runtime.events import URGENT, handlers_of
from tenants.runtime.relay import relay_once
from tests.contexts.runtime import reactions  # noqa: F401 registers what is handed over
from tests.support.world import NOW, fixed_id

WAITED_FOR = (
    "accounts.mail.requested",
    "directory.unit.created",
    "billing.operation.requested",
    "billing.stripe_event.received",
)


def test_the_relay_puts_an_event_on_the_queue_of_its_reaction(live_world, monkeypatch):
    queues = []
    monkeypatch.setattr(
        "tenants.runtime.tasks.ScopedTask.apply_async", lambda self, kwargs, queue: queues.append(queue)
    )
    for event_type in ("test.worked", "test.waited_for"):
        with live_world.a1.scope():
            outbox.publish(
                event_type=event_type, subject_type="thing", subject_id=fixed_id(len(event_type)), at=NOW,
                actor=live_world.a1.actor(),
            )  # fmt: skip
    relay_once(publish_live=lambda events: None)
    assert queues == ["default", URGENT]


@pytest.mark.parametrize("event_type", WAITED_FOR)
def test_what_people_wait_for_is_urgent(event_type):
    assert {handler.queue for handler in handlers_of(event_type).values()} == {URGENT}


def test_a_probe_waits_for_no_backlog_and_an_old_one_is_not_made():
    options = app.conf.beat_schedule["operations.probe"]["options"]
    assert options == {"queue": URGENT, "expires": 60.0}


def order_taken(valkey, **options):
    """The order in which four ordinary and then four urgent messages are taken by a consumer of both queues."""
    options = {**app.conf.broker_transport_options, "global_keyprefix": f"{uuid.uuid4().hex}:", **options}
    taken = []
    with Connection(broker_url(valkey.url), transport_options=options) as broker:
        producer = broker.Producer()
        for queue in reversed(app.conf.task_queues):
            for _ in range(4):
                producer.publish(queue.name, routing_key=queue.name, declare=[queue])

        def take(body, message):
            taken.append(body)
            message.ack()

        with Consumer(broker, list(app.conf.task_queues), callbacks=[take], prefetch_count=1):
            while len(taken) < 8:
                broker.drain_events(timeout=30)
    return taken


def test_a_worker_empties_the_urgent_queue_first(valkey):
    assert order_taken(valkey)[:5].count(URGENT) == 4


def test_in_turn_the_backlog_would_come_between(valkey):
    assert order_taken(valkey, queue_order_strategy="round_robin")[:5].count(URGENT) < 4
