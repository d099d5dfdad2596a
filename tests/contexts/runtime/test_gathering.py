"""Audit rows and events of one service are written together, and never apart from their change."""

import pytest
from django.db import transaction

from tenants.runtime import audit, outbox
from tenants.runtime.gathering import gathered
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import group_scope, switched_scope
from tenants.runtime.unit.models import UnitAuditEntry
from tests.support.world import NOW, fixed_id


def leave(world, word):
    audit.record(actor=world.a1.actor(), action=word, subject_type="thing", subject_id=fixed_id(1), at=NOW)
    outbox.publish(
        event_type=word, subject_type="thing", subject_id=fixed_id(1), at=NOW, actor=world.a1.actor()
    )


def written():
    return (
        list(UnitAuditEntry.objects.order_by("id").values_list("action", flat=True)),
        list(OutboxEvent.objects.order_by("position").values_list("event_type", flat=True)),
    )


def test_two_trails_are_two_statements_and_one_notification(world, django_assert_num_queries):
    with world.a1.scope():
        with django_assert_num_queries(3), gathered():
            leave(world, "one")
            leave(world, "two")
        assert written() == (["one", "two"], ["one", "two"])


def test_a_block_that_raises_writes_nothing(world):
    with world.a1.scope():
        with pytest.raises(KeyError), gathered():
            leave(world, "one")
            raise KeyError
        assert written() == ([], [])


def test_what_a_savepoint_takes_back_leaves_no_trail(world):
    with world.a1.scope():
        with gathered():
            leave(world, "kept")
            with pytest.raises(KeyError), transaction.atomic():
                leave(world, "taken back")
                raise KeyError
            with transaction.atomic():
                leave(world, "kept too")
        assert [sorted(words) for words in written()] == [["kept", "kept too"]] * 2


def test_another_scope_has_its_rows_in_its_own_trail(world):
    with world.a1.scope():
        with gathered():
            leave(world, "unit")
            with switched_scope(group_scope(world.a.id)):
                audit.record(
                    actor=world.a.actor(),
                    action="group",
                    subject_type="thing",
                    subject_id=fixed_id(1),
                    at=NOW,
                )
                assert GroupAuditEntry.objects.get().action == "group"
        assert written() == (["unit"], ["unit"])
