"""Webhooks: each place hears its own events, signed; what is not heard is told again, held, and replayed."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from kombu.exceptions import OperationalError
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import outbox, outside
from tenants.runtime.egress import EgressRefused
from tenants.runtime.guard import ProofRequired
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.relay import relay_once
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tenants.runtime.tasks import BrokerUnavailable
from tenants.webhooks.catalogue import EVENTS
from tenants.webhooks.models import Webhook, WebhookDelivery
from tenants.webhooks.services import delivery_send
from tenants.webhooks.services.deliveries import webhook_delivery_replay, webhook_test
from tenants.webhooks.services.webhooks import webhook_create, webhook_delete, webhook_edit, webhook_rotate
from tests.factories.people import make_member, make_person
from tests.support.receiver import receiving
from tests.support.world import NOW, fixed_id

ALL = (
    *(f"webhooks.webhook.{action}" for action in ("create", "delete", "edit", "read", "rotate", "test")),
    "webhooks.webhook_delivery.replay",
)
ISSUED = "procurement.order.issued"


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr(
        "tenants.runtime.tasks.ScopedTask.apply_async",
        lambda self, kwargs, queue: messages.append((self, kwargs)),
    )
    return messages


def work(sent):
    """The relay and the webhooks' worker, until nothing is due; other reactions stay on the broker."""
    while relay_once(publish_live=lambda events: None):
        tasks, sent[:] = list(sent), []
        for task, kwargs in tasks:
            if task.name == "webhooks.send":
                task(**kwargs)


def actor_of(place, *, person=1, proved_at=NOW):
    return place.actor(*ALL, person=person, proved_at=proved_at)


def add(place, url, *event_types):
    with place.scope():
        return webhook_create(
            actor=actor_of(place), at=NOW, url=url, event_types=list(event_types), country="CN", title="ERP"
        )


def emit(place, event_type=ISSUED, *, subject_id=None, **payload):
    with place.scope():
        return outbox.publish(
            event_type=event_type, subject_type="order", subject_id=subject_id or new_id(), version=3, at=NOW,
            actor=place.actor(), payload=payload,
        )  # fmt: skip


def deliveries(place):
    with place.scope():
        return list(WebhookDelivery.objects.order_by("created_at"))


def edit(place, webhook_id, **fields):
    with place.scope():
        version = Webhook.objects.get(id=webhook_id).version
        return webhook_edit(actor=actor_of(place), at=NOW, webhook_id=webhook_id, version=version, **fields)


def test_each_place_hears_its_own_events_signed(live_world, sent, valkey, settings):
    world = live_world
    with receiving() as receiver:
        one = add(world.a1, receiver.url("/a1"), ISSUED)
        add(world.a2, receiver.url("/a2"), ISSUED)
        add(world.b1, receiver.url("/b1"), ISSUED)
        add(world.a, receiver.url("/a"), "directory.unit.edited", "masterdata.supplier.created")
        emit(
            world.a1, subject_id=fixed_id(0x77), number="PO-1", price="9.99", supplier_org_id=str(fixed_id(5))
        )
        emit(world.a1, "procurement.order.edited", number="PO-1")
        emit(world.a, "directory.unit.edited")
        emit(world.a2, "masterdata.supplier.created")
        emit(world.b, "directory.unit.edited")
        work(sent)
        assert sorted(path for path, _, _ in receiver.came) == ["/a", "/a", "/a1"]
        ((headers, body),) = receiver.at("/a1")
        told = Verifier(one["secret"]).verify(body, headers)
        assert told == {
            "type": ISSUED,
            "version": "2026-11-22",
            "timestamp": NOW.isoformat(),
            "data": {
                "subject": {"type": "PurchaseOrder", "id": f"PurchaseOrder_{fixed_id(0x77)}", "version": 3},
                "unit": "a1",
                "number": "PO-1",
                "supplier_org_id": f"Supplier_{fixed_id(5)}",
            },
        }
        with pytest.raises(WebhookVerificationError):
            Verifier(one["secret"]).verify(body.replace(b"PO-1", b"PO-2"), headers)
        with world.a1.scope():
            assert one["secret"].encode() not in bytes(Webhook.objects.get().secret_sealed)
            now = datetime.now(UTC)
            two = webhook_rotate(
                actor=actor_of(world.a1, proved_at=now), at=now, webhook_id=one["webhook_id"]
            )
            tried = webhook_test(actor=actor_of(world.a1), at=NOW, webhook_id=one["webhook_id"])
        with world.a2.scope(), pytest.raises(NotFound):
            webhook_test(actor=actor_of(world.a2), at=NOW, webhook_id=one["webhook_id"])
        with world.a2.scope(), pytest.raises(NotFound):
            webhook_delete(actor=actor_of(world.a2), at=NOW, webhook_id=one["webhook_id"])
        work(sent)
        headers, body = receiver.at("/a1")[-1]
        for known in (one, two):
            assert Verifier(known["secret"]).verify(body, headers)["type"] == "webhook.test"
        assert {row.id: row.status for row in deliveries(world.a1)}[tried] == "delivered"
        assert [row.status for row in deliveries(world.a2)] == []
        _fails_and_is_replayed(world, sent, receiver, one["webhook_id"])
        settings.REDIS_URL = valkey.url
        outside._client.cache_clear()
        _waits_while_nobody_calls(world, sent, receiver)
        outside._client.cache_clear()


def _waits_while_nobody_calls(world, sent, receiver):
    """What is not sent because the receiver is left alone for a while is no failure of its, and no try."""
    with world.a2.scope():
        hook = Webhook.objects.get()
    for _ in range(5):
        with pytest.raises(OSError), outside.calling("webhook", at=f"127.0.0.1:{receiver.port}"):
            raise TimeoutError
    before = len(receiver.came)
    emit(world.a2)
    work(sent)
    (waits,) = deliveries(world.a2)
    assert (waits.status, waits.attempts, len(receiver.came)) == ("waiting", 0, before)
    with world.a2.scope():
        assert Webhook.objects.get().failures == hook.failures == 0


def _fails_and_is_replayed(world, sent, receiver, webhook_id):
    receiver.answers["/a1"] = 500
    person = make_person("dev@example.com", locale="zh-CN")
    make_member(person, world.a1, "unit_admin")
    event_id = emit(world.a1, number="PO-2")
    work(sent)
    (missed,) = [row for row in deliveries(world.a1) if row.event_id == event_id]
    assert (missed.status, missed.attempts, missed.answer_status) == ("waiting", 1, 500)
    with world.a1.scope():
        at_once = webhook_delivery_replay(
            actor=actor_of(world.a1), at=NOW, webhook_id=webhook_id, delivery_id=missed.id
        )
    before = len(receiver.came)
    work(sent)
    assert (at_once["count"], len(receiver.came) - before) == (1, 1)
    for attempt in range(6):
        delivery_send.delivery_send(delivery_id=missed.id, at=NOW + timedelta(hours=attempt))
    with world.a1.scope():
        assert Webhook.objects.get().status == "active"
    delivery_send.delivery_send(delivery_id=missed.id, at=datetime.now(UTC) + timedelta(hours=25))
    with world.a1.scope():
        webhook = Webhook.objects.get()
    assert (webhook.status, webhook.failures) == ("disabled", 9)
    with unit_of_work(ACCOUNTS):
        from tenants.accounts.models import OutgoingMail

        assert [(m.recipient, m.subject) for m in OutgoingMail.objects.all()] == [
            ("dev@example.com", "Webhook 已被停用")
        ]
    emit(world.a1, number="PO-3")
    before = len(receiver.came)
    work(sent)
    assert len(receiver.came) == before
    assert [row.status for row in deliveries(world.a1)][-2:] == ["held", "held"]
    receiver.answers.clear()
    edit(world.a1, webhook_id, active=True)
    with world.a1.scope():
        again = webhook_delivery_replay(
            actor=actor_of(world.a1), at=NOW, webhook_id=webhook_id, since=NOW - timedelta(days=1)
        )
    assert again["count"] == 2
    work(sent)
    bodies = [json.loads(body) for _, body in receiver.at("/a1")[-2:]]
    assert sorted(told["data"]["number"] for told in bodies) == ["PO-2", "PO-3"]
    assert {row.status for row in deliveries(world.a1)} == {"delivered"}
    _off_module_tells_nothing(world, sent, receiver)
    receiver.answers["/a1"] = 410
    with world.a1.scope():
        webhook_test(actor=actor_of(world.a1), at=NOW, webhook_id=webhook_id)
    work(sent)
    with world.a1.scope():
        assert Webhook.objects.get().status == "disabled"
        webhook_delete(actor=actor_of(world.a1), at=NOW, webhook_id=webhook_id)
        assert WebhookDelivery.objects.count() == 0


def _off_module_tells_nothing(world, sent, receiver):
    from tenants.directory.models import ModuleSwitch

    with world.a.scope():
        ModuleSwitch.objects.create(group_id=world.a.id, unit_id=world.a1.id, module="orders", enabled=False)
    before = len(receiver.came)
    emit(world.a1, number="PO-4")
    work(sent)
    assert len(receiver.came) == before
    last = deliveries(world.a1)[-1]
    assert (last.status, last.attempts, last.last_error) == ("waiting", 0, "module off")
    with world.a.scope():
        ModuleSwitch.objects.all().delete()
    with unit_of_work(PLATFORM):
        WebhookDelivery.objects.filter(id=last.id).update(next_attempt_at=NOW)
    work(sent)
    assert json.loads(receiver.at("/a1")[-1][1])["data"]["number"] == "PO-4"


def test_while_the_broker_is_away_no_try_is_used_up(live_world, monkeypatch, settings):
    def away(self, kwargs, queue):
        raise OperationalError("the broker is away")

    add(live_world.a1, "https://erp.example.com/hook", ISSUED)
    emit(live_world.a1)
    monkeypatch.setattr("tenants.runtime.tasks.ScopedTask.apply_async", away)
    for _ in range(3):
        with pytest.raises(BrokerUnavailable):
            relay_once(publish_live=lambda events: None)
    (waiting,) = deliveries(live_world.a1)
    assert (waiting.status, waiting.attempts) == ("waiting", 0)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/hook", "https://127.0.0.1/", "https://2130706433/", "https://0x7f000001/",
        "https://[::1]/", "https://localhost/", "https://db.internal/", "https://10.0.0.1/", "https://example.com:6379/",
        "https://user:pw@example.com/", "ftp://example.com/", "http://user@127.0.0.1:8000/", "",
    ],
)  # fmt: skip
def test_addresses_inside_are_refused_and_nothing_is_kept(world, url):
    with world.a.scope():
        with pytest.raises((EgressRefused, Invalid)):
            webhook_create(
                actor=actor_of(world.a), at=NOW, url=url, event_types=["directory.unit.edited"], country="CN"
            )
        assert Webhook.objects.count() == 0


def test_only_who_may_and_only_what_the_catalogue_has(world, settings):
    wanted = {"at": NOW, "url": "https://example.com/hook", "country": "CN"}
    with world.a.scope():
        with pytest.raises(Forbidden):
            webhook_create(actor=world.a.actor(), event_types=["directory.unit.edited"], **wanted)
        with pytest.raises(ProofRequired):
            webhook_create(
                actor=actor_of(world.a, proved_at=None), event_types=["directory.unit.edited"], **wanted
            )
        for types in ([], [ISSUED], ["accounts.mail.requested"]):
            with pytest.raises(Invalid):
                webhook_create(actor=actor_of(world.a), event_types=types, **wanted)
        settings.WEBHOOKS_TO_THIS_MACHINE = False
        with pytest.raises(EgressRefused):
            webhook_create(
                actor=actor_of(world.a), event_types=["directory.unit.edited"],
                **{**wanted, "url": "http://127.0.0.1:8000/"},
            )  # fmt: skip
        assert (Webhook.objects.count(), GroupAuditEntry.objects.count()) == (0, 0)


def test_the_catalogue_tells_no_more_than_ids_states_and_numbers():
    names = {name for event in EVENTS.values() for name in event.fields}
    assert names <= {
        "actions", "decision", "document_id", "document_type", "invoice_ids", "kind", "number",
        "open_document_policy", "order_id", "state", "status", "supplier_org_id", "supplier_org_ids", "until_at",
    }  # fmt: skip
