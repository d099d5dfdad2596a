"""Events reach their reactions once, in the right scope, and nothing is lost on the way."""

import threading
import uuid
from datetime import timedelta

import pytest
from celery.exceptions import Reject
from django.core.management import call_command
from django.db import connection
from kombu.exceptions import OperationalError

from tenants.directory.models import BusinessUnit
from tenants.runtime import clock, outbox
from tenants.runtime.delivery import deliver, fire_alarm
from tenants.runtime.events import handlers_of
from tenants.runtime.models import Alarm, OutboxEvent
from tenants.runtime.outside import Away
from tenants.runtime.relay import relay_forever, relay_once
from tenants.runtime.scope import PLATFORM, unit_of_work
from tenants.runtime.tasks import BrokerUnavailable, TaskRefused, UndeclaredTask, app
from tenants.runtime.unit.models import NumberSeries
from tests.contexts.runtime import reactions
from tests.support.world import NOW, fixed_id


@pytest.fixture
def sent(monkeypatch):
    """What the relay puts on the broker, kept as messages instead; each can be consumed any number of times."""
    messages = []
    monkeypatch.setattr(
        "tenants.runtime.tasks.ScopedTask.apply_async",
        lambda self, kwargs, queue: messages.append((self, kwargs)),
    )
    return messages


def consume(messages):
    for task, kwargs in messages:
        task(**kwargs)


def relay():
    return relay_once(publish_live=lambda events: None)


def emit(unit, event_type="test.counted", subject=1, at=NOW):
    with unit.scope():
        return outbox.publish(event_type=event_type, subject_type="thing", subject_id=fixed_id(subject), at=at,
                              actor=unit.actor())  # fmt: skip


def counted(unit, kind):
    with unit.scope():
        row = NumberSeries.objects.filter(kind=kind).first()
        return row.last if row else 0


def event(event_id):
    with unit_of_work(PLATFORM):
        return OutboxEvent.objects.get(id=event_id)


def make_due():
    with unit_of_work(PLATFORM):
        OutboxEvent.objects.filter(next_attempt_at__isnull=False).update(next_attempt_at=NOW)
        Alarm.objects.update(due_at=NOW)


def test_both_reactions_run_in_the_events_unit_and_the_event_is_closed(live_world, sent):
    event_id = emit(live_world.a1)
    assert relay() == 1
    consume(sent)
    assert (counted(live_world.a1, "COUNT"), counted(live_world.a1, "AGAIN")) == (1, 1)
    assert (counted(live_world.a2, "COUNT"), counted(live_world.b1, "COUNT")) == (0, 0)
    assert event(event_id).closed_at is not None
    assert relay() == 0


def test_an_event_that_commits_after_a_later_one_is_not_skipped(live_world, sent):
    """The first takes its position and is kept from committing; a reader behind a cursor would never see it."""
    written, may_commit, ids = threading.Event(), threading.Event(), []

    def slow():
        with live_world.a1.scope():
            ids.append(outbox.publish(event_type="test.counted", subject_type="thing", subject_id=fixed_id(1),
                                      at=NOW, actor=live_world.a1.actor()))  # fmt: skip
            written.set()
            assert may_commit.wait(30)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    assert written.wait(30)
    later = emit(live_world.a1, subject=2)
    assert relay() == 1
    cursor = event(later).position
    may_commit.set()
    thread.join()
    assert event(ids[0]).position < cursor
    assert relay() == 1
    consume(sent)
    assert counted(live_world.a1, "COUNT") == 2
    assert event(ids[0]).closed_at is not None


def test_alarms_are_due_by_the_databases_clock(live_world, sent, monkeypatch):
    """A process whose clock is 400 seconds ahead rings nothing early, one as far behind nothing late."""
    now, skew = clock.now, timedelta(seconds=400)
    with live_world.a1.scope():
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(1), due_at=now() + skew / 2)
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(2), due_at=now() - skew / 2)
    for off in (skew, -skew):
        monkeypatch.setattr(clock, "now", lambda off=off: now() + off)
        relay()
    assert [task.name for task, _ in sent].count(fire_alarm.name) == 1


def test_a_message_delivered_twice_has_one_effect(live_world, sent):
    """While the event is still open for the other reaction, and after it was closed."""
    emit(live_world.a1)
    relay()
    consume(sent[:1] + sent + sent)
    assert counted(live_world.a1, "COUNT") == 1


def test_an_event_lost_by_the_broker_comes_due_again(live_world, sent):
    event_id = emit(live_world.a1)
    relay()
    sent.clear()
    assert relay() == 0
    make_due()
    assert relay() == 1
    consume(sent)
    assert counted(live_world.a1, "COUNT") == 1
    assert event(event_id).closed_at is not None


def test_one_reaction_missing_keeps_the_event_open(live_world, sent):
    event_id = emit(live_world.a1)
    relay()
    consume(sent[:1])
    assert event(event_id).closed_at is None
    make_due()
    relay()
    consume(sent)
    assert (counted(live_world.a1, "COUNT"), counted(live_world.a1, "AGAIN")) == (1, 1)
    assert event(event_id).closed_at is not None


def test_a_failed_reaction_leaves_nothing_and_is_parked_at_last(live_world, sent):
    event_id = emit(live_world.a1, "test.failed")
    for _ in range(12):
        make_due()
        relay()
    for task, kwargs in sent:
        with pytest.raises(RuntimeError):
            task(**kwargs)
    assert counted(live_world.a1, "FAIL") == 0
    make_due()
    assert relay() == 0
    parked = event(event_id)
    assert (parked.attempts, parked.next_attempt_at, parked.closed_at) == (12, None, None)


@pytest.mark.parametrize(("age", "parked"), [(timedelta(0), False), (timedelta(days=4), True)])
def test_tries_that_met_nobody_count_once_the_event_is_old(live_world, sent, capsys, age, parked):
    event_id = emit(live_world.a1, "test.met_nobody", at=clock.now() - age)
    for _ in range(12):
        make_due()
        relay()
        with pytest.raises(Away):
            consume(sent)
        sent.clear()
    assert (event(event_id).next_attempt_at is None) is parked
    call_command("outbox")
    assert (str(event_id) in capsys.readouterr().out) is parked
    call_command("outbox", "--again", str(event_id))
    assert relay() == int(parked)


def test_events_of_one_subject_keep_their_order(live_world, sent):
    first, second = emit(live_world.a1), emit(live_world.a1)
    other = emit(live_world.a1, subject=2)
    assert relay() == 2
    consume(sent)
    assert event(first).closed_at and event(other).closed_at and not event(second).closed_at
    assert relay() == 1
    consume(sent)
    assert event(second).closed_at


def test_a_group_event_for_every_unit_reaches_each_active_unit_of_the_group(live_world, sent):
    with live_world.a.scope():
        outbox.publish(
            event_type="test.announced", subject_type="group", subject_id=live_world.a.id, at=NOW,
            actor=live_world.a.actor(),
        )  # fmt: skip
    relay()
    consume(sent + sent)
    assert [counted(u, "HEARD") for u in live_world.units] == [1, 1, 0]


def test_a_resumable_reaction_runs_until_its_key_is_written(live_world, sent):
    event_id = emit(live_world.a1, "test.worked")
    relay()
    consume(sent + sent)
    assert counted(live_world.a1, "WORK") == 1
    assert event(event_id).closed_at is not None


def test_a_due_alarm_rings_once_in_its_unit(live_world, sent):
    with live_world.a1.scope():
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(1), due_at=NOW)
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(2), due_at=clock.now() + timedelta(days=1))
    assert relay() == 1
    consume(sent + sent)
    assert counted(live_world.a1, "RING") == 1
    with live_world.a1.scope():
        assert list(Alarm.objects.values_list("subject_id", flat=True)) == [fixed_id(2)]


def test_an_alarm_moved_or_cleared_does_not_ring(live_world, sent):
    with live_world.a1.scope():
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(1), due_at=NOW)
    relay()
    with live_world.a1.scope():
        clock.clear_alarm(kind="test.rang", subject_id=fixed_id(1))
    consume(sent)
    assert counted(live_world.a1, "RING") == 0


def test_an_alarm_moved_after_it_was_handed_over_rings_at_its_new_time(live_world, sent):
    later = clock.now() + timedelta(days=1)
    with live_world.a1.scope():
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(1), due_at=NOW)
    relay()
    with live_world.a1.scope():
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(1), due_at=later)
    consume(sent)
    assert counted(live_world.a1, "RING") == 0
    with live_world.a1.scope():
        assert clock.alarm_of(kind="test.rang", subject_id=fixed_id(1)) == later
    make_due()
    relay()
    consume(sent)
    assert counted(live_world.a1, "RING") == 1


@pytest.fixture
def broker_down(monkeypatch):
    """Nothing can be put on the broker until the fixture's list is emptied."""
    down, taken = [True], []

    def apply_async(self, kwargs, queue):
        if down:
            raise OperationalError("the broker is away")
        taken.append((self, kwargs))

    monkeypatch.setattr("tenants.runtime.tasks.ScopedTask.apply_async", apply_async)
    return down, taken


def test_however_long_the_broker_is_away_nothing_is_parked(live_world, broker_down):
    down, taken = broker_down
    event_id = emit(live_world.a1)
    with live_world.a1.scope():
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(1), due_at=NOW)
    for _ in range(13):
        with pytest.raises(BrokerUnavailable):
            relay()
    assert event(event_id).attempts == 0
    down.clear()
    relay()
    consume(taken)
    assert (counted(live_world.a1, "COUNT"), counted(live_world.a1, "RING")) == (1, 1)


def test_the_relay_outlives_its_broker(live_world, broker_down):
    down, taken = broker_down
    emit(live_world.a1)
    stop, lives = threading.Event(), []

    def published(events):
        """Told before each hand-over: the broker is back at the second one, and the third time all is handed over."""
        lives.append(len(taken))
        if len(lives) == 2:
            down.clear()
        if taken:
            stop.set()

    thread = threading.Thread(target=relay_forever, kwargs={"stop": stop, "publish_live": published})
    thread.start()
    thread.join(30)
    assert not thread.is_alive()
    assert len(taken) == 2


def test_events_of_a_suspended_unit_wait(live_world, sent):
    emit(live_world.a1)
    with unit_of_work(PLATFORM):
        BusinessUnit.objects.filter(id=live_world.a1.id).update(status="suspended")
    assert relay() == 0
    with unit_of_work(PLATFORM):
        BusinessUnit.objects.filter(id=live_world.a1.id).update(status="active")
    assert relay() == 1


def test_a_unit_may_not_close_or_delete_its_events(live_world):
    emit(live_world.a1)
    with pytest.raises(Exception, match="permission denied"), live_world.a1.scope():
        OutboxEvent.objects.update(attempts=0)
    with pytest.raises(Exception, match="permission denied"), live_world.a1.scope():
        OutboxEvent.objects.all().delete()


ENVELOPES = {
    "missing": lambda task, unit, other: None,
    "garbage": lambda task, unit, other: "garbage",
    "no unit": lambda task, unit, other: task.seal(
        group_id=None, unit_id=None, epoch=None, args={"kind": "K"}
    ),
    "unit of another group": lambda task, unit, other: task.seal(
        group_id=other.group.id, unit_id=unit.id, epoch=None, args={"kind": "K"}
    ),
    "unknown unit": lambda task, unit, other: task.seal(
        group_id=unit.group.id, unit_id=uuid.uuid4(), epoch=None, args={"kind": "K"}
    ),
    "older epoch": lambda task, unit, other: task.seal(
        group_id=unit.group.id, unit_id=unit.id, epoch=0, args={"kind": "K"}
    ),
    "other arguments": lambda task, unit, other: task.seal(
        group_id=unit.group.id, unit_id=unit.id, epoch=1, args={"kind": "L"}
    ),
    "another task's": lambda task, unit, other: deliver.seal(
        group_id=unit.group.id, unit_id=unit.id, epoch=1, args={"kind": "K"}
    ),
}


@pytest.mark.parametrize("case", ENVELOPES)
def test_a_task_with_a_doubtful_envelope_is_rejected_and_changes_nothing(live_world, case):
    envelope = ENVELOPES[case](reactions.touch, live_world.a1, live_world.b1)
    with pytest.raises(Reject):
        reactions.touch(envelope=envelope, kind="K")
    assert [counted(unit, "K") for unit in live_world.units] == [0, 0, 0]


def test_a_task_with_a_true_envelope_runs_in_its_unit_alone(live_world):
    a1 = live_world.a1
    envelope = reactions.touch.seal(group_id=a1.group.id, unit_id=a1.id, epoch=1, args={"kind": "K"})
    reactions.touch(envelope=envelope, kind="K")
    assert [counted(unit, "K") for unit in live_world.units] == [1, 0, 0]


def test_a_task_of_a_suspended_unit_is_rejected(live_world):
    a1 = live_world.a1
    envelope = reactions.touch.seal(group_id=a1.group.id, unit_id=a1.id, epoch=1, args={"kind": "K"})
    with unit_of_work(PLATFORM):
        BusinessUnit.objects.filter(id=a1.id).update(status="suspended")
    with pytest.raises(Reject):
        reactions.touch(envelope=envelope, kind="K")
    with unit_of_work(PLATFORM):
        BusinessUnit.objects.filter(id=a1.id).update(status="active", epoch=2)
    with pytest.raises(Reject):
        reactions.touch(envelope=envelope, kind="K")
    assert counted(a1, "K") == 0


def test_a_task_without_a_declared_scope_fails_at_import():
    with pytest.raises(UndeclaredTask):

        @app.task(name="test.undeclared", lazy=False, shared=False)
        def undeclared() -> None: ...


def test_a_task_cannot_be_sent_inside_a_unit_of_work(world, sent):
    with world.a1.scope(), pytest.raises(TaskRefused):
        reactions.touch.send(group_id=world.a.id, unit_id=world.a1.id, kind="K")
    assert sent == []


def test_a_worker_that_served_one_unit_cannot_touch_another(live_world):
    a1, a2 = live_world.a1, live_world.a2
    envelope = reactions.touch.seal(group_id=a1.group.id, unit_id=a1.id, epoch=1, args={"kind": "K"})
    reactions.touch(envelope=envelope, kind="K")
    with pytest.raises(Exception, match="permission denied"), a1.scope(), connection.cursor() as cursor:
        cursor.execute(f'SELECT last FROM "{a2.schema_name}".runtime_number_series')
    with a2.scope():
        assert NumberSeries.objects.count() == 0


def test_every_handler_is_known_by_a_unique_name():
    assert set(handlers_of("test.counted")) == {
        "tests.contexts.runtime.reactions.count",
        "tests.contexts.runtime.reactions.count_again",
    }
