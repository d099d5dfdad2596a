"""A unit made from the template is the same as one made by all migrations, and is made at once or not at all."""

import uuid

import pytest
from django.db import connections
from django.db.utils import DatabaseError, ProgrammingError

from tenants.directory.fleet.blueprint import SCRATCH, blueprint, compile_blueprint, unit_migrations
from tenants.directory.fleet.fingerprint import fingerprint_lines, structure_of
from tenants.directory.models import UnitSchema
from tenants.directory.schemas import (
    drop_schema,
    make_schema_by_migrations,
    make_schema_from_template,
    new_schema_name,
)
from tenants.runtime.scope import PLATFORM, group_role, unit_of_work, unit_role, unit_scope
from tests.support.schemas import dropped_afterwards


def lines_of(group_id: uuid.UUID, schema_name: str) -> list[str]:
    with connections["owner"].cursor() as cursor:
        role = unit_role(group_id=group_id, schema_name=schema_name)
        return fingerprint_lines(cursor, schema_name=schema_name, role=role)


def test_template_equals_migrations_in_every_object_and_grant(live_world):
    group = live_world.a.id
    with dropped_afterwards(group) as quick, dropped_afterwards(group) as slow:
        make_schema_from_template(group_id=group, schema_name=quick)
        make_schema_by_migrations(group_id=group, schema_name=slow)
        assert lines_of(group, quick) == lines_of(group, slow)
        assert structure_of(quick) == structure_of(slow) == blueprint(connections["owner"]).fingerprint
        kinds = {line.split()[0] for line in lines_of(group, quick)}
        assert {"schema", "relation", "column", "index", "constraint", "sequence"} <= kinds


@pytest.mark.parametrize(
    "change",
    [
        'ALTER TABLE "{s}".runtime_number_series ALTER COLUMN kind DROP NOT NULL',
        "ALTER TABLE \"{s}\".runtime_number_series ALTER COLUMN kind SET DEFAULT 'x'",
        'ALTER TABLE "{s}".runtime_number_series ALTER COLUMN year TYPE integer',
        'ALTER TABLE "{s}".runtime_number_series ADD COLUMN extra text',
        'ALTER TABLE "{s}".runtime_number_series DROP CONSTRAINT number_series_once',
        'ALTER TABLE "{s}".runtime_number_series ALTER COLUMN id SET INCREMENT 2',
        'DROP INDEX "{s}".unit_audit_at',
        'GRANT UPDATE ON "{s}".runtime_unit_audit_entry TO "{role}"',
        'GRANT USAGE ON SCHEMA "{s}" TO PUBLIC',
        'CREATE VIEW "{s}".extra AS SELECT 1 AS one',
    ],
)
def test_the_fingerprint_sees_every_kind_of_difference(live_world, change):
    unit = live_world.a1
    before = lines_of(unit.group.id, unit.schema_name)
    assert before == lines_of(live_world.a2.group.id, live_world.a2.schema_name)
    with connections["owner"].cursor() as cursor:
        cursor.execute(change.format(s=unit.schema_name, role=unit.unit_scope.role))
    assert lines_of(unit.group.id, unit.schema_name) != before


def test_a_made_schema_notes_its_migrations_and_is_made_once(live_world):
    group = live_world.a.id
    with dropped_afterwards(group) as name:
        assert make_schema_from_template(group_id=group, schema_name=name) is True
        assert make_schema_from_template(group_id=group, schema_name=name) is False
        with unit_of_work(PLATFORM):
            noted = UnitSchema.objects.get(schema_name=name)
        assert noted.group_id == group
        assert noted.applied == [f"{m.app_label}.{m.name}" for m in unit_migrations()]


def test_a_failing_template_leaves_nothing_behind(live_world):
    group, name = live_world.a.id, new_schema_name()
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA "{name}"')
        cursor.execute(f'CREATE TABLE "{name}".runtime_number_series (id int)')
        with pytest.raises(ProgrammingError, match="already exists"):
            make_schema_from_template(group_id=group, schema_name=name)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relnamespace = %s::regnamespace", [f'"{name}"'])
        assert cursor.fetchone() == (1,)
        role = unit_role(group_id=group, schema_name=name)
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = %s", [role])
        assert cursor.fetchone() == (0,)
        assert not UnitSchema.objects.using("owner").filter(schema_name=name).exists()


def test_dropping_removes_schema_role_and_note(live_world):
    group, name = live_world.a.id, new_schema_name()
    make_schema_from_template(group_id=group, schema_name=name)
    drop_schema(group_id=group, schema_name=name)
    drop_schema(group_id=group, schema_name=name)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", [name])
        assert cursor.fetchone() == (0,)
        role = unit_role(group_id=group, schema_name=name)
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = %s", [role])
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = %s", [group_role(group)])
        assert cursor.fetchone() == (1,)
        assert not UnitSchema.objects.using("owner").filter(schema_name=name).exists()


def test_a_role_in_use_by_another_database_survives_the_drop(live_world):
    unit = live_world.a1
    drop_schema(group_id=unit.group.id, schema_name=unit.schema_name)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = %s", [unit.unit_scope.role])
        assert cursor.fetchone() == (1,)


def test_the_compiled_file_is_found_again_and_equals_a_new_compilation(live_world):
    connection = connections["owner"]
    known = blueprint(connection)
    assert blueprint(connection) is known
    again = compile_blueprint(connection, digest=known.digest)
    assert again == known
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", [SCRATCH])
        assert cursor.fetchone() == (0,)


def test_the_scratch_name_is_no_unit_of_anybody(live_world):
    scope = unit_scope(group_id=live_world.a.id, unit_id=uuid.uuid4(), schema_name=SCRATCH)
    with pytest.raises(DatabaseError, match="does not exist"), unit_of_work(scope):
        pass
