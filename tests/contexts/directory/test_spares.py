"""Spare schemas: a unit made from one is like any other, each is given once, and outdated ones to nobody."""

import os
import signal
import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.db.utils import InternalError

from tenants.directory.fleet import spares
from tenants.directory.fleet.blueprint import blueprint
from tenants.directory.fleet.fingerprint import structure_of
from tenants.directory.fleet.spares import FOREIGN_KEPT, SPARES, keep_spares
from tenants.directory.models import SpareSchema, UnitSchema
from tenants.directory.provisioning.job import run_waiting_jobs
from tenants.directory.schemas import make_schema_by_migrations, make_schema_from_template
from tenants.directory.tasks import spare_schemas
from tests.contexts.directory.test_provisioning import hook as hook
from tests.contexts.directory.test_provisioning import state_of
from tests.contexts.directory.test_template import lines_of
from tests.support.database import in_child
from tests.support.schemas import dropped_afterwards

LATER = timedelta(minutes=1)


def known():
    return SpareSchema.objects.using("owner")


def schemas_of_spares():
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT nspname, nspacl FROM pg_namespace WHERE nspname LIKE 'spare\\_%' ORDER BY 1")
        return cursor.fetchall()


@pytest.fixture
def now(live_world):
    """The database's instant; spares left over are dropped in the end."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (at,) = cursor.fetchone()
        yield at
        for name in list(known().values_list("schema_name", flat=True)):
            spares._drop(cursor, name)
        assert schemas_of_spares() == []


def test_a_unit_from_a_spare_equals_a_migrated_one_in_every_object_and_grant(live_world, now):
    group = live_world.a.id
    assert keep_spares(at=now, wanted=1) == 1
    assert len(schemas_of_spares()) == 1
    with dropped_afterwards(group) as quick, dropped_afterwards(group) as slow:
        assert make_schema_from_template(group_id=group, schema_name=quick) is True
        assert schemas_of_spares() == []
        assert not known().exists()
        make_schema_by_migrations(group_id=group, schema_name=slow)
        assert lines_of(group, quick) == lines_of(group, slow)
        assert structure_of(quick) == blueprint(connections["owner"]).fingerprint
        notes = UnitSchema.objects.using("owner").filter(schema_name__in=[quick, slow])
        assert len({(note.group_id, tuple(note.applied), note.grants) for note in notes}) == 1


def test_spares_are_made_up_to_the_wanted_number_and_nobody_enters_them(live_world, now):
    assert keep_spares(at=now, wanted=2) == 2
    assert keep_spares(at=now, wanted=2) == 0
    assert [acl for _, acl in schemas_of_spares()] == [None, None]
    assert sorted(known().values_list("schema_name", flat=True)) == [name for name, _ in schemas_of_spares()]


def test_a_job_killed_on_its_way_to_a_spare_ends_in_the_same_state(live_world, now, order, hook):
    untouched = order("untouched")
    run_waiting_jobs(at=now)
    for step, moment in (
        ("schema", "made"),
        ("template", "begin"),
        ("template", "made"),
        ("template", "end"),
    ):
        job = order(f"killed-{step}-{moment}")
        keep_spares(at=now, wanted=1)

        def kill(at_step, at_moment, wanted=(step, moment)):
            if (at_step, at_moment) == wanted:
                os.kill(os.getpid(), signal.SIGKILL)

        child = in_child(lambda kill=kill: run_waiting_jobs(at=now, observe=kill))
        child.join()
        assert child.exitcode == -signal.SIGKILL
        run_waiting_jobs(at=now)
        assert state_of(job) == state_of(untouched), (step, moment)
        assert schemas_of_spares() == []


def test_a_spare_of_other_migrations_is_given_to_nobody_and_dropped_in_time(live_world, now):
    group = live_world.a.id
    keep_spares(at=now, wanted=1)
    known().update(blueprint="that of another release")
    (outdated,) = schemas_of_spares()
    with dropped_afterwards(group) as name:
        make_schema_from_template(group_id=group, schema_name=name)
        assert structure_of(name) == blueprint(connections["owner"]).fingerprint
    assert schemas_of_spares() == [outdated]
    assert keep_spares(at=now, wanted=1) == 1
    assert outdated in schemas_of_spares()
    assert keep_spares(at=now + FOREIGN_KEPT + LATER, wanted=1) == 0
    assert outdated not in schemas_of_spares()
    assert len(schemas_of_spares()) == known().count() == 1


def test_a_spare_whose_schema_is_gone_is_passed_over(live_world, now):
    group = live_world.a.id
    known().create(schema_name="spare_gone", blueprint=blueprint(connections["owner"]).digest)
    with dropped_afterwards(group) as name:
        assert make_schema_from_template(group_id=group, schema_name=name) is True
        assert structure_of(name) == blueprint(connections["owner"]).fingerprint


def test_a_schema_with_something_in_it_does_not_give_way(live_world, now):
    group = live_world.a.id
    keep_spares(at=now, wanted=1)
    with dropped_afterwards(group) as name, connections["owner"].cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA "{name}"')
        cursor.execute(f'CREATE TABLE "{name}".kept (id int)')
        with pytest.raises(InternalError, match="other objects depend on it"):
            make_schema_from_template(group_id=group, schema_name=name)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relnamespace = %s::regnamespace", [f'"{name}"'])
        assert cursor.fetchone() == (1,)
    assert len(schemas_of_spares()) == known().count() == 1


def test_units_made_at_once_get_a_spare_each(live_world, now):
    group, errors = live_world.a.id, []
    keep_spares(at=now, wanted=2)

    def make(name):
        try:
            make_schema_from_template(group_id=group, schema_name=name)
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    with dropped_afterwards(group) as one, dropped_afterwards(group) as two:
        threads = [threading.Thread(target=make, args=[name]) for name in (one, two)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert errors == []
        assert schemas_of_spares() == []
        assert lines_of(group, one) == lines_of(group, two)


def test_the_periodic_task_keeps_the_wanted_number(live_world, now):
    envelope = spare_schemas.seal(group_id=None, unit_id=None, epoch=None, args={})
    spare_schemas(envelope=envelope)
    spare_schemas(envelope=envelope)
    assert len(schemas_of_spares()) == known().count() == SPARES
