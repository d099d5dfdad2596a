"""Audit rows, events, numbers and idempotency keys are part of the change they belong to."""

import pytest
from django.db import connection

from tenants.runtime import audit, outbox
from tenants.runtime.idempotency import IdempotencyMismatch, answer_once
from tenants.runtime.locks import LockSpace, advisory_key, lock_exclusive, lock_shared
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.numbering import next_number, next_numbers
from tenants.runtime.unit.models import UnitAuditEntry
from tests.support.world import NOW, fixed_id


def test_an_audit_row_of_a_unit_stays_in_its_schema(world):
    actor = world.a1.actor()
    with world.a1.scope():
        audit.record(
            actor=actor, action="x.y.z", subject_type="thing", subject_id=fixed_id(1), at=NOW,
            old={"n": 1}, new={"n": 2},
        )  # fmt: skip
        entry = UnitAuditEntry.objects.get()
        assert (entry.actor_key, entry.old, entry.new) == (actor.key, {"n": 1}, {"n": 2})
    with world.a2.scope():
        assert UnitAuditEntry.objects.count() == 0
    with world.a.scope():
        assert GroupAuditEntry.objects.count() == 0


def test_an_event_carries_its_writers_unit_and_is_invisible_to_others(world):
    with world.a1.scope():
        outbox.publish(
            event_type="x.y.done",
            subject_type="thing",
            subject_id=fixed_id(1),
            at=NOW,
            actor=world.a1.actor(),
        )
        event = OutboxEvent.objects.get()
        assert (event.group_id, event.unit_id, event.unit_role) == (
            world.a.id, world.a1.id, world.a1.unit_scope.role,
        )  # fmt: skip
    for other in (world.a2, world.b1):
        with other.scope():
            assert OutboxEvent.objects.count() == 0


def test_numbers_are_consecutive_per_kind_year_and_unit(world):
    with world.a1.scope():
        assert next_number(kind="PR", at=NOW) == "PR-2026-000001"
        assert next_numbers(kind="PR", at=NOW, count=3) == [
            "PR-2026-000002",
            "PR-2026-000003",
            "PR-2026-000004",
        ]
        assert next_number(kind="PO", at=NOW) == "PO-2026-000001"
    with world.a2.scope():
        assert next_number(kind="PR", at=NOW) == "PR-2026-000001"


def test_a_key_answers_once_and_refuses_another_body(world):
    calls = []

    def act():
        calls.append(1)
        return {"id": "1"}

    with world.a1.scope():
        once = dict(actor=world.a1.actor(), operation="op", key="k", act=act)
        assert answer_once(body={"n": 1}, **once) == ({"id": "1"}, False)
        assert answer_once(body={"n": 1}, **once) == ({"id": "1"}, True)
        with pytest.raises(IdempotencyMismatch):
            answer_once(body={"n": 2}, **once)
    assert calls == [1]
    with world.a2.scope():
        assert answer_once(actor=world.a2.actor(), operation="op", key="k", act=act, body={"n": 2}) == (
            {"id": "1"},
            False,
        )


def test_the_same_logical_lock_key_differs_between_groups(world):
    assert advisory_key(LockSpace.SUPPLIER, world.a.id, "s") != advisory_key(
        LockSpace.SUPPLIER, world.b.id, "s"
    )


def test_advisory_locks_are_held_until_the_end_of_the_transaction(world):
    with world.a1.scope(), connection.cursor() as cursor:
        lock_shared(LockSpace.SUPPLIER, world.a.id, ["s1", "s2"])
        lock_exclusive(LockSpace.IMPORT, world.a.id, ["i"])
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone() == (3,)
