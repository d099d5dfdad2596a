"""DDL on schemas, as the owner login: `public`, roles of groups and units, a new unit's schema."""

import hashlib
import secrets
import uuid
from collections.abc import Collection
from functools import cache
from typing import Any

from django.db import connection as default_connection
from django.db import transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from tenants.directory.fleet.blueprint import SCRATCH, Blueprint, blueprint, run_migrations, unit_migrations
from tenants.directory.fleet.owner import OWNER_ALIAS, owner_in, placed_apps
from tenants.directory.fleet.spares import take_spare
from tenants.directory.models import UnitSchema
from tenants.runtime.rls import apply_public_access, make_base_roles, make_role, unit_statements
from tenants.runtime.scope import group_role, unit_role

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_schema_name() -> str:
    """This will draw a schema name that tells nothing: `t_` and 26 characters of Crockford base 32."""
    return "t_" + "".join(secrets.choice(_ALPHABET) for _ in range(26))


def migrate_public() -> None:
    """This will migrate `public` and bring its grants and policies to what the models declare."""
    with owner_in("public") as connection:
        with connection.cursor() as cursor:
            make_base_roles(cursor)
        executor = MigrationExecutor(connection)
        labels = placed_apps("public")
        executor.migrate([leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] in labels])
        with transaction.atomic(using=OWNER_ALIAS), connection.cursor() as cursor:
            apply_public_access(cursor)
            cursor.execute(_GROUP_ROLE_MAKER)


_GROUP_ROLE_MAKER = """
CREATE OR REPLACE FUNCTION public.directory_make_group_role(of_group uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path TO pg_catalog AS $$
DECLARE role text := 'g_' || replace(of_group::text, '-', '');
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.directory_group WHERE id = of_group) THEN
    RAISE EXCEPTION 'there is no such group' USING ERRCODE = 'no_data_found';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN
    EXECUTE format('CREATE ROLE %I NOLOGIN INHERIT', role);
    EXECUTE format('GRANT app_group TO %I', role);
    EXECUTE format('GRANT %I TO app_rt', role);
  END IF;
END $$;
REVOKE ALL ON FUNCTION public.directory_make_group_role(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.directory_make_group_role(uuid) TO app_accounts
"""
"""Lets a sign-up make its group's role in its own transaction, without the owner's login: that role alone."""


def ask_for_group_role(group_id: uuid.UUID) -> None:
    """This will make the role of a group that exists; in the accounts scope, on the runtime login."""
    with default_connection.cursor() as cursor:
        cursor.execute("SELECT public.directory_make_group_role(%s)", [group_id])


def make_group_role(group_id: uuid.UUID) -> None:
    """This will make the database role of a group."""
    with owner_in("public") as connection, connection.cursor() as cursor:
        make_role(cursor, group_role(group_id), inside="app_group")


def make_unit_role(*, group_id: uuid.UUID, schema_name: str) -> None:
    """This will make the database role of a unit."""
    with owner_in("public") as connection, connection.cursor() as cursor:
        make_role(cursor, unit_role(group_id=group_id, schema_name=schema_name), inside="app_unit")


def make_empty_schema(*, schema_name: str) -> None:
    """This will make a schema that nobody but the owner enters."""
    with owner_in("public") as connection, connection.cursor() as cursor:
        _make_empty_schema(cursor, schema_name)


def make_schema_from_template(
    *, group_id: uuid.UUID, schema_name: str, only: Collection[str] | None = None
) -> bool:
    """This will make a unit's role and schema with everything in it, in one transaction.

    The answer is False when the schema is already there; an empty one of an earlier step is filled, or gives way
    to a spare. `only` names the migrations to make it by: for an archive of an earlier release.
    """
    with owner_in("public") as connection:
        plan = blueprint(connection)
        with transaction.atomic(using=OWNER_ALIAS), connection.cursor() as cursor:
            if UnitSchema.objects.using(OWNER_ALIAS).filter(schema_name=schema_name).exists():
                return False
            make_role(cursor, unit_role(group_id=group_id, schema_name=schema_name), inside="app_unit")
            if only is not None or not take_spare(cursor, plan, schema_name=schema_name):
                _fill(cursor, plan, schema_name=schema_name, only=only)
            if only is None:
                _grant(cursor, group_id=group_id, schema_name=schema_name)
            _note(plan, group_id=group_id, schema_name=schema_name, only=only)
    return True


def _fill(cursor: Any, plan: Blueprint, *, schema_name: str, only: Collection[str] | None) -> None:
    _make_empty_schema(cursor, schema_name)
    cursor.execute(sql.SQL("SET LOCAL search_path TO {}, public").format(sql.Identifier(schema_name)))
    cursor.execute(plan.template(schema_name, only=only))
    cursor.execute("SET LOCAL search_path TO public")


def make_schema_by_migrations(*, group_id: uuid.UUID, schema_name: str) -> None:
    """This will make a unit's schema the slow way, by every migration: what the template is proved against."""
    make_unit_role(group_id=group_id, schema_name=schema_name)
    with owner_in("public") as connection:
        plan = blueprint(connection)
        with connection.cursor() as cursor:
            _make_empty_schema(cursor, schema_name)
            with owner_in(schema_name):
                for _ in run_migrations(connection, unit_migrations()):
                    pass
        with transaction.atomic(using=OWNER_ALIAS), connection.cursor() as cursor:
            _grant(cursor, group_id=group_id, schema_name=schema_name)
            _note(plan, group_id=group_id, schema_name=schema_name)


def drop_schema(*, group_id: uuid.UUID, schema_name: str) -> None:
    """This will drop a unit's schema with all its data, and its role, as far as they are there.

    A role that another database of the same server still uses is left to that one.
    """
    role = unit_role(group_id=group_id, schema_name=schema_name)
    with owner_in("public") as connection, transaction.atomic(using=OWNER_ALIAS):
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema_name)))
            UnitSchema.objects.using(OWNER_ALIAS).filter(schema_name=schema_name).delete()
            if not _is_used_elsewhere(cursor, role):
                cursor.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))


_USED_ELSEWHERE = """
SELECT EXISTS (SELECT 1 FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
  WHERE d.refclassid = 'pg_authid'::regclass AND r.rolname = %s AND d.dbid NOT IN (0,
    (SELECT oid FROM pg_database WHERE datname = current_database())))
"""


def _is_used_elsewhere(cursor: Any, role: str) -> bool:
    cursor.execute(_USED_ELSEWHERE, [role])
    return bool(cursor.fetchone()[0])


def grant_unit(*, group_id: uuid.UUID, schema_name: str) -> None:
    """This will bring the grants of a unit's role to what the models declare."""
    with (
        owner_in("public") as connection,
        transaction.atomic(using=OWNER_ALIAS),
        connection.cursor() as cursor,
    ):
        _grant(cursor, group_id=group_id, schema_name=schema_name)
        UnitSchema.objects.using(OWNER_ALIAS).filter(schema_name=schema_name).update(grants=grants_digest())


def grants_text(*, schema_name: str, role: str) -> str:
    """This will write the grants of a unit's role as one text of statements."""
    return _grants_of_scratch().replace(SCRATCH, schema_name).replace(ROLE_MARK, role)


ROLE_MARK = "role_of_the_scratch_schema"
"""Stands for the unit's role in the text of grants."""


@cache
def _grants_of_scratch() -> str:
    statements = unit_statements(schema_name=SCRATCH, role=ROLE_MARK)
    return ";\n".join(statement.as_string().strip() for statement in statements)


@cache
def grants_digest() -> str:
    """This will give a digest of the grants that every unit ought to have."""
    return hashlib.sha256(_grants_of_scratch().encode()).hexdigest()[:20]


def _make_empty_schema(cursor: Any, schema_name: str) -> None:
    cursor.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema_name)))


def _grant(cursor: Any, *, group_id: uuid.UUID, schema_name: str) -> None:
    role = unit_role(group_id=group_id, schema_name=schema_name)
    cursor.execute(grants_text(schema_name=schema_name, role=role))


def _note(
    plan: Blueprint, *, group_id: uuid.UUID, schema_name: str, only: Collection[str] | None = None
) -> None:
    grants = grants_digest() if only is None else ""
    applied = [key for key in plan.keys if only is None or key in only]
    UnitSchema.objects.using(OWNER_ALIAS).update_or_create(
        schema_name=schema_name,
        defaults={"group_id": group_id, "applied": applied, "grants": grants},
    )
