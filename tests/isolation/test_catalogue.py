"""What the database itself says: owners, grants, policies, indexes, keys. Read from the catalogue, not from us."""

import pytest
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError, ProgrammingError
from psycopg import sql

from tenants.runtime.access import APPEND_ONLY, PublicAccess, UnitAccess, access_of
from tenants.runtime.unit.models import NumberSeries
from tests.isolation.marks import GROUP_MODELS, PUBLIC_MODELS, UNIT_MODELS

PLATFORM_INDEXES = {
    "outbox_event_due": "the relay claims due events of all groups, as the platform role",
    "probe_by_minute": "months are closed and old probes removed for all groups, as the platform role",
    "usage_by_day": "old counters of all groups are removed, as the platform role",
    "alarm_due": "the clock claims due alarms of all groups, as the platform role",
    "provisioning_open": "the worker finds open jobs of all groups, as the platform role",
    "webhook_delivery_due": "the relay claims due deliveries of all groups, as the platform role",
    "membership_of_person": "a log-in finds the person's places in all groups, as the accounts role",
}
"""Indexes not led by the group, with the reason: the groups' own roles have no use for them."""


@pytest.fixture
def owner(live_world):
    with connections["owner"].cursor() as cursor:
        yield cursor


def column(cursor, query, parameters=None):
    cursor.execute(query, parameters)
    return [row[0] for row in cursor.fetchall()]


def test_the_runtime_login_owns_nothing_inherits_nothing_and_is_nobody_special(owner):
    owner.execute(
        "SELECT rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication "
        "FROM pg_roles WHERE rolname = 'app_rt'"
    )
    assert owner.fetchone() == (False,) * 6
    owned = "SELECT classid::regclass::text || objid FROM pg_shdepend WHERE deptype = 'o' AND refobjid = %s::regrole"
    assert column(owner, owned, ["app_rt"]) == []


def test_no_role_of_a_group_or_unit_logs_in_owns_or_is_special(owner):
    special = (
        "SELECT rolname FROM pg_roles WHERE rolname ~ '^(g|u)_|^app_(group|unit|accounts|platform)$' "
        "AND (rolsuper OR rolcanlogin OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication)"
    )
    assert column(owner, special) == []
    owned = (
        "SELECT r.rolname FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid "
        "WHERE d.deptype = 'o' AND r.rolname ~ '^(g|u)_|^app_(group|unit|accounts|platform)$'"
    )
    assert column(owner, owned) == []


def test_a_units_role_is_in_the_base_role_of_units_and_in_nothing_else(owner, live_world):
    for place, base in (
        (live_world.a1.unit_scope.role, "app_unit"),
        ("g_" + live_world.a.id.hex, "app_group"),
    ):
        inside = (
            "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid "
            "JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = %s"
        )
        assert column(owner, inside, [place]) == [base]


def test_the_login_may_not_take_the_roles_that_groups_and_units_inherit_from(owner):
    inside = (
        "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid "
        "JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = 'app_rt' AND g.rolname LIKE 'app\\_%%'"
    )
    assert sorted(column(owner, inside, [])) == ["app_accounts", "app_operator", "app_platform"]


def test_every_table_in_public_with_rows_of_groups_forces_row_security(owner):
    forced = set(
        column(
            owner,
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
            "AND relrowsecurity AND relforcerowsecurity",
        )
    )
    assert forced == {model._meta.db_table for model in GROUP_MODELS}


def test_every_table_in_public_with_a_group_column_declares_it(owner):
    with_column = set(
        column(
            owner,
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'group_id' "
            "AND c.relname <> 'auth_group_permissions'",
        )
    )
    assert with_column <= {model._meta.db_table for model in GROUP_MODELS}


def test_policies_stand_for_all_five_roles_and_have_no_sub_selects(owner):
    owner.execute(
        "SELECT c.relname, array_agg(p.polroles[1]::regrole::text ORDER BY 1), "
        "string_agg(pg_get_expr(p.polqual, p.polrelid), ' ') "
        "FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid GROUP BY 1"
    )
    operated = {model._meta.db_table: access_of(model).operator for model in GROUP_MODELS}
    for table, roles, predicates in owner.fetchall():
        assert sorted(set(roles) - {"app_operator"}) == [
            "app_accounts",
            "app_group",
            "app_owner",
            "app_platform",
            "app_unit",
        ], table
        assert ("app_operator" in roles) == bool(operated.get(table)), table
        assert "SELECT" not in predicates.upper(), table


def test_indexes_of_shared_tables_are_led_by_the_group_or_find_one_row(owner):
    owner.execute(
        "SELECT c.relname, i.relname, x.indisunique, pg_get_indexdef(x.indexrelid, 1, true) FROM pg_index x "
        "JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity"
    )
    led = {
        model._meta.db_table: model._meta.get_field(access_of(model).group_column).column
        for model in GROUP_MODELS
    }
    foreign_keys = {
        (model._meta.db_table, field.column)
        for model in GROUP_MODELS
        for field in model._meta.concrete_fields
        if field.is_relation or field.name.endswith(("_id", "_gid"))
    }
    others = {
        index
        for table, index, unique, first in owner.fetchall()
        if not unique
        and first != led[table]
        and (table, first) not in foreign_keys
        and not index.endswith("_like")
    }
    assert others - set(PLATFORM_INDEXES) == set()


def test_no_key_leads_from_a_unit_to_public_nor_between_units(owner):
    crossing = (
        "SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint k "
        "JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid "
        "WHERE k.contype = 'f' AND a.relnamespace <> b.relnamespace"
    )
    assert column(owner, crossing) == []


def test_no_table_of_a_unit_has_the_name_of_one_in_public(owner, live_world):
    """A12: what is missing in a unit must be missing, and not be found one schema further."""
    names = (
        "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relkind IN ('r', 'v', 'S')"
    )
    public = set(column(owner, names, ["public"]))
    for unit in live_world.units:
        assert public & set(column(owner, names, [f'"{unit.schema_name}"'])) == set()


def test_a_table_missing_in_one_unit_fails_there_and_nowhere_falls_through(owner, live_world):
    owner.execute(
        sql.SQL("DROP TABLE {}").format(sql.Identifier(live_world.a1.schema_name, "runtime_number_series"))
    )
    with pytest.raises(ProgrammingError, match="does not exist"), live_world.a1.scope():
        NumberSeries.objects.count()
    with live_world.a2.scope():
        assert NumberSeries.objects.count() == 0


def test_every_model_declares_its_access_and_the_database_grants_just_that(owner, live_world):
    letters = {"SELECT": "S", "INSERT": "I", "UPDATE": "U", "DELETE": "D"}

    def granted(schema, table, role):
        rights = column(
            owner,
            "SELECT privilege_type FROM aclexplode((SELECT relacl FROM pg_class WHERE oid = %s::regclass)) a "
            "JOIN pg_roles r ON r.oid = a.grantee WHERE r.rolname = %s",
            [f'"{schema}"."{table}"', role],
        )
        return {letters.get(right, right) for right in rights}

    for model in PUBLIC_MODELS:
        access = access_of(model)
        assert isinstance(access, PublicAccess)
        for kind in ("accounts", "platform", "group", "unit"):
            assert granted("public", model._meta.db_table, f"app_{kind}") == set(getattr(access, kind)), (
                model,
                kind,
            )
    for model in UNIT_MODELS:
        access = access_of(model)
        assert isinstance(access, UnitAccess)
        unit = live_world.a1
        assert granted(unit.schema_name, model._meta.db_table, unit.unit_scope.role) == set(access.unit), (
            model
        )


def test_nothing_is_granted_to_everybody(owner):
    open_tables = (
        "SELECT c.oid::regclass::text FROM pg_class c, aclexplode(c.relacl) a WHERE a.grantee = 0 "
        "AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"
    )
    assert column(owner, open_tables) == []
    open_schemas = (
        "SELECT nspname || ' ' || privilege_type FROM pg_namespace n, aclexplode(n.nspacl) a WHERE a.grantee = 0 "
        "AND nspname NOT IN ('pg_catalog', 'information_schema')"
    )
    assert set(column(owner, open_schemas)) <= {"public USAGE"}


def test_every_table_stands_for_a_model(owner, live_world):
    """A table nobody declares would have neither grants nor policies that a test could see."""
    tables = "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relkind IN ('r', 'p')"
    assert set(column(owner, tables, ["public"])) == {m._meta.db_table for m in PUBLIC_MODELS} | {
        "django_migrations"
    }
    assert set(column(owner, tables, [f'"{live_world.a1.schema_name}"'])) == {
        m._meta.db_table for m in UNIT_MODELS
    }


def test_functions_of_the_owner_are_few_and_cannot_be_led_astray(owner):
    """Functions that run with the owner's rights fix their search_path."""
    owner.execute(
        "SELECT p.oid::regprocedure::text, p.proconfig FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
    )
    powerful = dict(owner.fetchall())
    assert set(powerful) <= POWERFUL
    assert all(config and any(s.startswith("search_path=") for s in config) for config in powerful.values())


POWERFUL = {"directory_make_group_role(uuid)", "directory_keep_module_choices()"}


@pytest.mark.parametrize(
    "verb", ["UPDATE {t} SET {c} = {c}", "DELETE FROM {t}", "TRUNCATE {t}", "TRUNCATE {t} CASCADE"]
)
def test_append_only_tables_refuse_everything_but_adding(marks, verb):
    append_only = [m for m in UNIT_MODELS if access_of(m) == APPEND_ONLY]
    assert append_only
    with marks.a1.scope():
        for model in append_only:
            statement = verb.format(t=model._meta.db_table, c=model._meta.pk.column)
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                with connection.cursor() as cursor:
                    cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE runtime_unit_audit_entry DISABLE TRIGGER ALL",
        "ALTER TABLE runtime_unit_audit_entry DISABLE ROW LEVEL SECURITY",
        "DROP TABLE runtime_unit_audit_entry",
        "CREATE TABLE mine (n int)",
        "CREATE TABLE public.mine (n int)",
        "CREATE TEMP TABLE mine (n int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE RULE mine AS ON UPDATE TO runtime_unit_audit_entry DO INSTEAD NOTHING",
        "CREATE ROLE mine",
        "SET session_replication_role TO replica",
        "SET row_security TO off; SELECT 1",
        "SET SESSION AUTHORIZATION app_owner",
    ],
)
def test_a_unit_has_no_way_around_its_rights(marks, statement):
    with marks.a1.scope(), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
