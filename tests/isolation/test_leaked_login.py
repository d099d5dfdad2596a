"""Somebody holds the runtime login's password and a psql (A11).

By design the login may take the role of any one unit or group at a time, as the application does; the setting for
higher assurance is a login per group (docs/decisions). Everything beyond that is refused: no second role inside a
statement, no files, no programs, no objects of its own, no looking at or ending of others' work.
"""

import psycopg
import pytest
from psycopg import errors

from tenants.runtime.access import access_of
from tenants.runtime.locks import LockSpace, advisory_key
from tests.isolation.marks import GROUP_MODELS
from tests.support.world import make_world


@pytest.fixture
def marked():
    """The places whose rows stand in the database."""
    return make_world()


@pytest.fixture
def leaked(marked_shared, postgres):
    """A plain connection of the runtime login, without any of our code."""
    with psycopg.connect(postgres.url_for("runtime", marked_shared), autocommit=True) as opened:
        yield opened


@pytest.fixture
def in_unit(marked, leaked):
    """The same, having taken unit a1's role."""
    leaked.execute(f'SET ROLE "{marked.a1.unit_scope.role}"')
    return leaked


def refused(connection, statement):
    with pytest.raises((errors.InsufficientPrivilege, errors.FeatureNotSupported, errors.UndefinedFunction)):
        connection.execute(statement)


def test_the_bare_login_sees_no_table_at_all(marked, leaked):
    for table in ("accounts_person", "directory_business_unit", "runtime_outbox_event", "django_migrations"):
        refused(leaked, f"SELECT 1 FROM public.{table}")
    for unit in marked.units:
        refused(leaked, f'SELECT 1 FROM "{unit.schema_name}".runtime_number_series')


def test_one_role_is_one_unit_and_its_groups_rows(marked, in_unit):
    refused(in_unit, f'SELECT 1 FROM "{marked.b1.schema_name}".runtime_number_series')
    refused(in_unit, f'SELECT 1 FROM "{marked.a2.schema_name}".runtime_number_series')
    groups = in_unit.execute("SELECT DISTINCT group_id FROM public.directory_business_unit").fetchall()
    assert groups == [(marked.a.id,)]


@pytest.mark.parametrize("role", ["app_owner", "postgres", "pg_read_all_data", "pg_monitor"])
def test_roles_beyond_its_own_are_refused(leaked, role):
    refused(leaked, f"SET ROLE {role}")
    refused(leaked, f"SET SESSION AUTHORIZATION {role}")


@pytest.mark.parametrize("role", ["app_group", "app_unit"])
def test_the_roles_that_groups_and_units_inherit_from_stand_for_no_group_and_see_no_row(leaked, role):
    """Membership is handed down, so the login may take them; their name holds no group."""
    leaked.execute(f"SET ROLE {role}")
    for model in GROUP_MODELS:
        if "S" in getattr(access_of(model), role.removeprefix("app_")):
            rows = leaked.execute(f"SELECT count(*) FROM public.{model._meta.db_table}").fetchone()
            assert rows == (0,), model._meta.label


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT set_config('role', 'app_platform', false)",
        "SELECT query_to_xml('SELECT 1', true, true, '')",
        "SELECT database_to_xml(true, true, '')",
        "SELECT schema_to_xml('public', true, true, '')",
        "SELECT table_to_xml('public.accounts_person', true, true, '')",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_read_binary_file('postgresql.conf')",
        "SELECT pg_ls_dir('.')",
        "SELECT pg_stat_file('postgresql.conf')",
        "COPY (SELECT 1) TO PROGRAM 'id'",
        "COPY (SELECT 1) TO '/tmp/leak'",
        "COPY public.directory_group FROM '/etc/passwd'",
        "SELECT lo_import('/etc/passwd')",
        "SELECT lo_creat(-1)",
        "SELECT lo_from_bytea(0, 'x')",
        "CREATE TABLE public.mine (n int)",
        "CREATE TEMP TABLE mine (n int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE EXTENSION dblink",
        "CREATE ROLE mine",
        "CREATE DATABASE mine",
        "ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT SELECT ON TABLES TO PUBLIC",
        "ALTER ROLE app_rt SUPERUSER",
        "ALTER ROLE app_rt INHERIT",
        "GRANT app_owner TO app_rt",
        "GRANT app_unit TO app_rt",
        "ALTER SYSTEM SET log_statement TO 'all'",
        "SELECT pg_reload_conf()",
        "SELECT pg_rotate_logfile()",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_lock(1)",
        "SELECT pg_advisory_lock_shared(1, 1)",
        "SELECT pg_terminate_backend(pg_backend_pid())",
        "SELECT pg_cancel_backend(pg_backend_pid())",
        "DO $$ BEGIN PERFORM 1; END $$",
        "SELECT * FROM pg_authid",
        "SELECT * FROM pg_shadow",
        "SELECT * FROM pg_user_mappings, pg_statistic",
        "SET session_replication_role TO replica",
        "SELECT directory_make_group_role(gen_random_uuid())",
    ],
)
def test_what_would_lead_out_is_refused_to_the_login_and_to_its_roles(marked, leaked, statement):
    refused(leaked, statement)
    leaked.execute(f'SET ROLE "{marked.a1.unit_scope.role}"')
    refused(leaked, statement)


def test_statistics_show_no_foreign_values(marked, in_unit):
    shown = in_unit.execute(
        "SELECT schemaname, tablename FROM pg_stats WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
    ).fetchall()
    assert {schema for schema, _ in shown} <= {"public", marked.a1.schema_name}
    assert "accounts_person" not in {table for _, table in shown}


def test_other_sessions_statements_are_hidden(marked_shared, in_unit, postgres):
    with psycopg.connect(postgres.url_for("runtime", marked_shared)) as other:
        other.execute("SELECT 'a secret in a statement'")
        pid = other.info.backend_pid
        (query,) = in_unit.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [pid]).fetchone()
    assert "secret" not in query


def test_locks_of_the_same_logical_key_are_other_numbers_in_other_groups(marked, in_unit):
    keys = {advisory_key(LockSpace.SUPPLIER, group.id, "s-1") for group in marked.groups}
    assert len(keys) == 2
    first, second = keys
    with in_unit.transaction():
        in_unit.execute("SELECT pg_advisory_xact_lock(%s)", [first])
        assert in_unit.execute("SELECT pg_try_advisory_xact_lock(%s)", [second]).fetchone() == (True,)


def test_by_design_the_login_may_take_another_units_role(marked, leaked):
    """The known limit of one login for all; a login per group takes it away."""
    leaked.execute(f'SET ROLE "{marked.a1.unit_scope.role}"')
    leaked.execute(f'SET ROLE "{marked.b1.unit_scope.role}"')
    assert leaked.execute("SELECT current_user::text").fetchone() == (marked.b1.unit_scope.role,)
