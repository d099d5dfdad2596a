"""The Celery exit: a task works in its own unit, whatever ran before it, failed before it, or is named in its message.

Every table holds a row of everybody, so that whatever a task could reach shows (A08).
"""

import re
import uuid
from contextlib import suppress

import psycopg
import pytest
from celery.exceptions import Reject
from django.db import connection, transaction
from django.db.utils import DatabaseError
from psycopg import sql

from infra.config.wiring import register_reactions
from tenants.runtime import clock, events, relay
from tenants.runtime.delivery import deliver, fire_alarm
from tenants.runtime.events import Event, handlers_of
from tenants.runtime.models import Alarm, OutboxEvent
from tenants.runtime.relay import relay_once
from tenants.runtime.scope import PLATFORM, current_scope, unit_of_work
from tenants.runtime.tasks import app, group_task, unit_task
from tenants.runtime.unit.models import NumberSeries
from tests.contexts.runtime import reactions  # noqa: F401 registers the reactions of these tests
from tests.isolation.marks import GROUP_MODELS, UNIT_MODELS, owner_of
from tests.isolation.reach import (
    by_search_path_of,
    foreign_in_public,
    in_schema_of,
    moved_into,
    strangers_seen_by_orm,
)
from tests.support.world import NOW, make_world

REACHED: list[tuple[str, object]] = []
NAMES = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|t_\w{26}")


def reach():
    """What the surrounding scope can reach of others, in every table and by every way."""
    world, scope = make_world(), current_scope()
    place = next(p for p in (*world.units, *world.groups) if owner_of(p).role == scope.role)
    others = [unit for unit in world.units if unit != place]
    other_group = world.b if owner_of(place).group_id == world.a.id else world.a
    found = {
        (model._meta.label, way.__name__): rows
        for model in UNIT_MODELS
        for other in others
        for way in (in_schema_of, by_search_path_of)
        if (rows := way(other, model))
    }
    for model in GROUP_MODELS:
        rows = (
            foreign_in_public(place, model)
            + strangers_seen_by_orm(place, model)
            + moved_into(place, other_group, model)
        )
        if rows:
            found[model._meta.label, "public"] = rows
    REACHED.append((scope.role, found))


@unit_task("test.isolation.reach")
def unit_reach(*, fail: str) -> None:
    reach()
    if fail == "python":
        raise KeyError(fail)
    if fail == "sql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")
    if fail == "killed":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            KILL.append(cursor.fetchone()[0])
        SUPERUSER[0].execute("SELECT pg_terminate_backend(%s, 5000)", [KILL[-1]])
        NumberSeries.objects.count()


@group_task("test.isolation.reach_group")
def group_reach() -> None:
    reach()


KILL: list[int] = []
SUPERUSER: list[psycopg.Connection] = []


@pytest.fixture
def superuser(marked, postgres):
    with psycopg.connect(
        postgres.url_for("superuser", connection.settings_dict["NAME"]), autocommit=True
    ) as opened:
        SUPERUSER[:] = [opened]
        REACHED.clear()
        yield opened


def run(unit, fail=""):
    envelope = unit_reach.seal(group_id=unit.group.id, unit_id=unit.id, epoch=None, args={"fail": fail})
    unit_reach(envelope=envelope, fail=fail)


@pytest.mark.timeout(300)
def test_a_worker_reaches_nothing_of_others_whatever_it_served_and_however_that_ended(marked, superuser):
    """One process and its connection, units in turn, each failure followed by other units."""
    for fail in ("", "python", "sql", "killed"):
        with suppress(KeyError, DatabaseError):
            run(marked.b1, fail)
        connection.close_if_unusable_or_obsolete()
        run(marked.a1)
    group_reach(
        envelope=group_reach.seal(group_id=marked.a.id, unit_id=None, epoch=None, args={}),
    )
    assert [found for _, found in REACHED] == [{}] * 9
    assert {role for role, _ in REACHED} == {
        owner_of(marked.a1).role, owner_of(marked.b1).role, owner_of(marked.a).role,
    }  # fmt: skip
    assert len(KILL) == 1


def test_a_right_too_many_is_seen_by_the_task(marked, superuser):
    schema, role = sql.Identifier(marked.b1.schema_name), sql.Identifier(marked.a1.unit_scope.role)
    superuser.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, role))
    superuser.execute(sql.SQL("GRANT ALL ON ALL TABLES IN SCHEMA {} TO {}").format(schema, role))
    with pytest.raises(KeyError):
        run(marked.a1, "python")
    assert {label for label, _ in REACHED[-1][1]} == {model._meta.label for model in UNIT_MODELS}


def scoped_tasks():
    register_reactions()
    return sorted(name for name, task in app.tasks.items() if getattr(task, "scope_kind", None))


@pytest.mark.parametrize("name", scoped_tasks())
def test_no_task_runs_without_an_envelope_of_its_own(world, name):
    task = app.tasks[name]
    for envelope in (
        None,
        "",
        "forged",
        unit_reach.seal(group_id=None, unit_id=None, epoch=None, args={"x": 1}),
    ):
        with pytest.raises(Reject):
            task(envelope=envelope)
    with pytest.raises(Reject):
        task("positional")


def all_handlers():
    register_reactions()
    return {
        handler.name: (event_type, handler)
        for event_type in sorted(events._HANDLERS)
        for handler in handlers_of(event_type).values()
        if not event_type.startswith("test.")
    }


def outcome(place, work):
    """What a reaction does with an id it is given: its refusal without ids, and what it would have changed."""
    with place.scope(), transaction.atomic():
        try:
            with transaction.atomic():
                work()
            told = "done"
        except Exception as error:
            told = f"{type(error).__name__}: {NAMES.sub('…', str(error))}"
        transaction.set_rollback(True)
    return told


ABSENT = uuid.UUID("01950000-0000-7000-8000-0000000fffff")


@pytest.mark.parametrize("name", sorted(n for n, (_, h) in all_handlers().items() if not h.resumable))
def test_a_reaction_to_a_strangers_document_does_what_it_does_to_an_absent_one(marks, name):
    event_type, handler = all_handlers()[name]
    place = marks.a1 if not event_type.startswith(("directory.", "accounts.", "masterdata.")) else marks.a
    for stranger in (marks.b, marks.b1):
        told = {
            outcome(place, lambda key=key: handler.function(event=event_of(place, event_type, key), at=NOW))
            for key in (ABSENT, owner_of(stranger).mark)
        }
        assert len(told) == 1, told


def event_of(place, event_type, key):
    named = {"supplier_org_id": str(key), "supplier_org_ids": [str(key)], "unit_ids": [str(key)],
             "category_ids": None, "document_id": str(key), "run_id": str(key), "actions": ["issue"],
             "open_document_policy": "hold_open", "until_at": None, "status": "in_force"}  # fmt: skip
    return Event(
        id=uuid.uuid4(), event_type=event_type, subject_type="x", subject_id=key, subject_version=1,
        payload=named, actor_key="person:x", occurred_at=NOW, group_id=owner_of(place).group_id,
        unit_id=getattr(place, "id", None) if hasattr(place, "slug") else None,
    )  # fmt: skip


@pytest.mark.parametrize("kind", sorted(k for k in clock._REACTIONS if not k.startswith("test.")))
def test_an_alarm_for_a_strangers_document_does_what_it_does_for_an_absent_one(marks, kind):
    reaction = clock.reaction_to(kind)
    place = marks.a if kind.startswith("masterdata.") else marks.a1
    told = {
        outcome(place, lambda key=key: reaction(subject_id=key, at=NOW))
        for key in (ABSENT, owner_of(marks.b).mark, owner_of(marks.b1).mark)
    }
    assert len(told) == 1, told


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr(
        "tenants.runtime.tasks.ScopedTask.apply_async",
        lambda self, kwargs, queue: messages.append((self, kwargs)),
    )
    return messages


def forge(unit, **fields):
    """What SQL slipped into a unit's statement can write: a row of its own role that names another place."""
    with unit.scope():
        event = OutboxEvent(
            group_id=unit.group.id, event_type="test.counted", subject_type="x", subject_id=ABSENT, occurred_at=NOW,
            attempts=0, **fields,
        )  # fmt: skip
        OutboxEvent.objects.bulk_create([event])
        Alarm.objects.bulk_create(
            [Alarm(kind="test.rang", subject_id=uuid.uuid4(), group_id=unit.group.id, due_at=NOW, **fields)]
        )
    return event


def counts(world):
    found = []
    for unit in world.units:
        with unit.scope():
            found.append(sorted(NumberSeries.objects.values_list("kind", "last")))
    return found


def hand_over(sent):
    relay_once(publish_live=lambda found: None)
    for task, given in sent:
        assert task in (deliver, fire_alarm)
        task(**given)
    sent.clear()


def check_forged(world, sent):
    forge(world.a1, unit_id=world.a2.id)
    forge(world.a1, unit_id=None)
    before = counts(world)
    hand_over(sent)
    assert counts(world) == before


def test_a_unit_cannot_have_a_reaction_run_in_another_unit_or_in_the_group(live_world, sent):
    check_forged(live_world, sent)


def test_without_the_writers_role_in_the_claim_the_forged_event_would_run_there(
    live_world, sent, monkeypatch
):
    for name in ("_CLAIM", "_CLAIM_ALARMS"):
        guarded = getattr(relay, name)
        for row in ("e", "b", "a"):
            guarded = guarded.replace(relay._WRITTEN_THERE.format(row=row), "")
        monkeypatch.setattr(relay, name, guarded)
    with pytest.raises((AssertionError, DatabaseError)):
        check_forged(live_world, sent)


def test_a_forged_event_does_not_keep_back_the_true_ones_of_its_subject(live_world, sent):
    forge(live_world.a1, unit_id=live_world.a2.id)
    forge(live_world.b1, unit_id=live_world.b1.id)
    forge(live_world.a2, unit_id=live_world.a2.id)
    hand_over(sent)
    series = [dict(found) for found in counts(live_world)]
    assert [found.get("COUNT", 0) for found in series] == [0, 1, 1]


def test_an_event_of_one_unit_is_never_handed_to_every_unit(live_world, sent):
    with live_world.a1.scope():
        OutboxEvent.objects.bulk_create(
            [
                OutboxEvent(
                    group_id=live_world.a.id, unit_id=live_world.a1.id, event_type="test.announced", subject_type="x",
                    subject_id=ABSENT, occurred_at=NOW, attempts=0,
                )
            ]
        )  # fmt: skip
    hand_over(sent)
    assert [dict(found).get("HEARD", 0) for found in counts(live_world)] == [1, 0, 0]


def test_the_platform_sees_what_was_forged(live_world):
    event = forge(live_world.a1, unit_id=live_world.a2.id)
    with unit_of_work(PLATFORM):
        assert OutboxEvent.objects.get(id=event.id).unit_role == live_world.a1.unit_scope.role
