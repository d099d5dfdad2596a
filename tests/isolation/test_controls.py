"""Negative controls: with one guard taken away, the check that watches it must find the leak.

Each test first sees its check find nothing, then removes the guard in a database of its own, and sees it find
rows. A check that cannot fail proves nothing.
"""

from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import connection, connections
from django.db.utils import DatabaseError, ProgrammingError
from psycopg import sql

from tenants.directory.models import BusinessUnit
from tenants.runtime.backend.base import DatabaseWrapper
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import _current, unit_of_work
from tenants.runtime.unit.models import NumberSeries
from tests.isolation.marks import GROUP_MODELS, UNIT_MODELS
from tests.isolation.reach import (
    by_search_path_of,
    foreign_in_public,
    in_schema_of,
    moved_into,
    strangers_seen_by_orm,
)

PUBLIC_WITH_ROWS = [m for m in GROUP_MODELS if m._meta.label not in ("directory.Group",)]


@pytest.fixture
def superuser(marked: Any, postgres: Any):
    """The superuser's connection to the marked database, to take guards away."""
    name = connection.settings_dict["NAME"]
    with psycopg.connect(postgres.url_for("superuser", name), autocommit=True) as opened:
        yield opened


def test_rights_on_the_schema_are_what_keeps_other_units_out(marked, superuser):
    def reached(way):
        with marked.a1.scope():
            found = {model._meta.label for model in UNIT_MODELS if way(marked.a2, model)}
            connection.set_rollback(True)
        return found

    assert reached(by_search_path_of) == reached(in_schema_of) == set()
    role, schema = sql.Identifier(marked.a1.unit_scope.role), sql.Identifier(marked.a2.schema_name)
    superuser.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, role))
    superuser.execute(sql.SQL("GRANT ALL ON ALL TABLES IN SCHEMA {} TO {}").format(schema, role))
    everything = {model._meta.label for model in UNIT_MODELS}
    assert reached(by_search_path_of) == reached(in_schema_of) == everything


def test_row_security_is_what_keeps_groups_apart(marked, superuser):
    def reached():
        with marked.a.scope():
            found = {model._meta.label for model in GROUP_MODELS if foreign_in_public(marked.a, model)}
            connection.set_rollback(True)
        return found

    assert reached() == set()
    for model in GROUP_MODELS:
        table = sql.Identifier("public", model._meta.db_table)
        superuser.execute(sql.SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(table))
        superuser.execute(sql.SQL("GRANT ALL ON {} TO app_group").format(table))
    assert reached() == {model._meta.label for model in GROUP_MODELS}


def test_the_orm_check_sees_foreign_rows_when_row_security_is_off(marked, superuser):
    for model in PUBLIC_WITH_ROWS:
        with marked.a.scope():
            assert strangers_seen_by_orm(marked.a, model) == 0
        table = sql.Identifier("public", model._meta.db_table)
        superuser.execute(sql.SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(table))
        superuser.execute(sql.SQL("GRANT SELECT ON {} TO app_group").format(table))
        with marked.a.scope():
            assert strangers_seen_by_orm(marked.a, model) > 0, model._meta.label


def test_the_check_of_writes_sees_rows_given_away_when_policies_let_them(marked, superuser):
    def given():
        with marked.a.scope():
            found = moved_into(marked.a, marked.b, BusinessUnit) + moved_into(marked.a, marked.b, OutboxEvent)
            connection.set_rollback(True)
        return found

    assert given() == 0
    for model in (BusinessUnit, OutboxEvent):
        table = sql.Identifier("public", model._meta.db_table)
        superuser.execute(sql.SQL("ALTER POLICY rows_of_app_group ON {} WITH CHECK (true)").format(table))
        superuser.execute(sql.SQL("GRANT UPDATE ON {} TO app_group").format(table))
    assert given() > 0


def test_a_table_narrowed_to_units_hides_siblings_by_its_policy_alone(marked, superuser):
    def reached():
        with marked.a1.scope():
            return foreign_in_public(marked.a1, OutboxEvent)

    assert reached() == 0
    superuser.execute(
        "ALTER POLICY rows_of_app_unit ON runtime_outbox_event USING (group_id = public.current_group())"
    )
    assert reached() > 0


def test_the_role_is_what_isolates_and_not_the_search_path(marked, superuser, monkeypatch):
    """With the switch of role left out, the login that owns nothing reaches nothing at all."""
    with_role = DatabaseWrapper._set_local

    def path_alone(self, *, role, search_path):
        return with_role(self, role="NONE", search_path=search_path)

    monkeypatch.setattr(DatabaseWrapper, "_set_local", path_alone)
    with pytest.raises(ProgrammingError, match=r"permission denied|does not exist"), marked.a1.scope():
        NumberSeries.objects.count()
    superuser.execute(
        sql.SQL("GRANT USAGE ON SCHEMA {} TO app_rt").format(sql.Identifier(marked.a2.schema_name))
    )
    superuser.execute(
        sql.SQL("GRANT SELECT ON ALL TABLES IN SCHEMA {} TO app_rt").format(
            sql.Identifier(marked.a2.schema_name)
        )
    )
    with marked.a1.scope():
        assert in_schema_of(marked.a2, NumberSeries) > 0


def test_the_scope_check_is_what_refuses_statements_outside_a_unit_of_work(marked, monkeypatch):
    """Without it such a statement reaches the server, where the bare login is refused."""
    monkeypatch.setattr(DatabaseWrapper, "_handle_search_path", lambda self, cursor=None: None)
    with pytest.raises(ProgrammingError, match=r"permission denied|does not exist"):
        BusinessUnit.objects.count()


def test_the_scope_check_is_what_catches_a_scope_left_behind(marked, monkeypatch):
    """A context variable that says b1 on a connection in a1's transaction: refused, and answered without the check."""

    @contextmanager
    def confused():
        with marked.a1.scope():
            token = _current.set(marked.b1.unit_scope)
            try:
                yield
            finally:
                _current.reset(token)

    with pytest.raises(DatabaseError, match="outside its unit of work"), confused():
        NumberSeries.objects.count()
    monkeypatch.setattr(DatabaseWrapper, "_handle_search_path", lambda self, cursor=None: None)
    with confused():
        assert NumberSeries.objects.get().kind == "a1"


JUMP = (
    "SELECT kind FROM runtime_number_series WHERE kind = 'none' UNION ALL "
    "SELECT set_config('role', %s, true) UNION ALL SELECT set_config('search_path', %s, true)"
)


def test_set_config_kept_back_is_what_stops_a_change_of_role_inside_a_select(marked, superuser):
    def jumped():
        with marked.a1.scope(), connection.cursor() as cursor:
            try:
                cursor.execute(JUMP, [marked.b1.unit_scope.role, marked.b1.schema_name])
                cursor.fetchall()
                cursor.execute("SELECT kind FROM runtime_number_series")
                return cursor.fetchall()
            except DatabaseError:
                connection.set_rollback(True)
                return []

    assert jumped() == []
    superuser.execute("GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC")
    assert jumped() == [("b1",)]


def test_the_protocol_is_what_stops_stacked_statements(marked):
    stacked = sql.SQL("RESET ROLE; SET LOCAL ROLE {}; SELECT kind FROM {}").format(
        sql.Identifier(marked.b1.unit_scope.role),
        sql.Identifier(marked.b1.schema_name, "runtime_number_series"),
    )
    with pytest.raises(ProgrammingError, match="multiple commands"), marked.a1.scope():
        with connection.cursor() as cursor:
            cursor.execute(stacked)
    with marked.a1.scope(), connection.raw_cursor() as plain:
        plain.execute(stacked)
        while plain.nextset():
            pass
        assert plain.fetchall() == [("b1",)]


def test_without_plpgsqls_usage_there_is_no_do(marked, superuser):
    escape = sql.SQL("DO $$ BEGIN EXECUTE 'SET LOCAL ROLE {}'; END $$").format(
        sql.Identifier(marked.b1.unit_scope.role)
    )

    def role_after():
        with marked.a1.scope(), connection.cursor() as cursor:
            try:
                cursor.execute(escape)
                cursor.execute("SELECT current_user::text")
                return cursor.fetchone()[0]
            except DatabaseError:
                connection.set_rollback(True)
                return "refused"

    assert role_after() == "refused"
    superuser.execute("GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC")
    assert role_after() == marked.b1.unit_scope.role


def test_append_only_is_held_by_rights_alone(marked, superuser):
    def changed():
        with marked.a1.scope(), connection.cursor() as cursor:
            try:
                cursor.execute("UPDATE runtime_unit_audit_entry SET actor_name = 'nobody'")
                return cursor.rowcount
            except DatabaseError:
                connection.set_rollback(True)
                return 0

    assert changed() == 0
    table = sql.Identifier(marked.a1.schema_name, "runtime_unit_audit_entry")
    superuser.execute(
        sql.SQL("GRANT UPDATE ON {} TO {}").format(table, sql.Identifier(marked.a1.unit_scope.role))
    )
    assert changed() > 0


def test_the_owner_does_see_everything_so_the_rows_are_there(marked):
    with connections["owner"].cursor() as cursor:
        for unit in marked.units:
            cursor.execute(
                sql.SQL("SELECT kind FROM {}").format(
                    sql.Identifier(unit.schema_name, "runtime_number_series")
                )
            )
            assert cursor.fetchall() == [(unit.slug,)]


def test_two_units_of_work_of_different_scopes_do_not_mix(marked):
    with pytest.raises(DatabaseError), marked.a1.scope(), unit_of_work(marked.b1.unit_scope):
        pass
