"""Turns the access that models declare into grants and row level security.

Everything here runs as the owner login, is idempotent, and is one statement list per table, so that it can
follow every migration. The predicate derives the group from the current role, without sub-selects.
"""

from collections.abc import Iterator
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.db.models import Model
from psycopg import sql

from tenants.runtime.access import PublicAccess, UnitAccess, models_with_access

RUNTIME_LOGIN = "app_rt"
OWNER_LOGIN = "app_owner"
BASE_ROLES = {
    "accounts": "app_accounts",
    "platform": "app_platform",
    "operator": "app_operator",
    "group": "app_group",
    "unit": "app_unit",
}
PRIVILEGES = {"S": "SELECT", "I": "INSERT", "U": "UPDATE", "D": "DELETE"}

_MAKE_ROLE = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = {name}) THEN CREATE ROLE {role} NOLOGIN INHERIT; END IF;
END $$
"""

_CURRENT_GROUP = """
CREATE OR REPLACE FUNCTION public.current_group() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN pg_catalog.left(CURRENT_USER, 2) IN ('g_', 'u_')
    THEN pg_catalog.substr(CURRENT_USER, 3, 32)::uuid END
$$
"""


def make_role(cursor: CursorWrapper, role: str, *, inside: str | None = None) -> None:
    """This will make a role without login that the runtime may take, inheriting from a base role."""
    cursor.execute(sql.SQL(_MAKE_ROLE).format(name=sql.Literal(role), role=sql.Identifier(role)))
    if inside is not None:
        cursor.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(inside), sql.Identifier(role)))
    cursor.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(role), sql.Identifier(RUNTIME_LOGIN)))


def make_base_roles(cursor: CursorWrapper) -> None:
    """This will make the roles that every installation has, and the function their policies use.

    The runtime login may take the accounts, platform and operator roles; those of groups and units it takes one by
    one, so the two they inherit from are never granted to it.
    """
    for kind, role in BASE_ROLES.items():
        if kind in ("accounts", "platform", "operator"):
            make_role(cursor, role)
        else:
            cursor.execute(sql.SQL(_MAKE_ROLE).format(name=sql.Literal(role), role=sql.Identifier(role)))
        cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(sql.Identifier(role)))
    cursor.execute(_CURRENT_GROUP)


def apply_public_access(cursor: CursorWrapper) -> None:
    """This will bring grants and policies of every table in `public` to what the models declare."""
    for model, access in models_with_access():
        if isinstance(access, PublicAccess):
            for statement in public_statements(model, access):
                cursor.execute(statement)
    cursor.execute(
        sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(
            sql.SQL(", ").join(sql.Identifier(r) for r in BASE_ROLES.values())
        )
    )


def public_statements(model: type[Model], access: PublicAccess) -> Iterator[sql.Composed]:
    """This will yield the statements for one table in `public`, to be run in one transaction.

    A table whose policies change is locked before its rights are touched: the server's own vacuum holds a table while
    it waits for changed rights, and would be waited for in turn.
    """
    table = sql.Identifier("public", model._meta.db_table)
    if access.group_column is not None:
        yield sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(table)
    roles = sql.SQL(", ").join(sql.Identifier(r) for r in BASE_ROLES.values())
    yield sql.SQL("REVOKE ALL ON {} FROM PUBLIC, {}").format(table, roles)
    for kind, role in BASE_ROLES.items():
        letters = getattr(access, kind)
        if letters:
            yield sql.SQL("GRANT {} ON {} TO {}").format(_privileges(letters), table, sql.Identifier(role))
    if access.group_column is not None:
        yield from _policies(model, access, table)


def _policies(model: type[Model], access: PublicAccess, table: sql.Identifier) -> Iterator[sql.Composed]:
    field: Any = model._meta.get_field(access.group_column or "")
    column = sql.Identifier(field.column)
    own_group = sql.SQL("{} = public.current_group()").format(column)
    own_unit = sql.SQL("{} AND unit_role = CURRENT_USER").format(own_group)
    everything = sql.SQL("true")
    predicates = {
        OWNER_LOGIN: everything,
        BASE_ROLES["accounts"]: everything,
        BASE_ROLES["platform"]: everything,
        BASE_ROLES["group"]: own_group,
        BASE_ROLES["unit"]: own_unit if access.unit_rows == "own_unit" else own_group,
    }
    if access.operator:
        predicates[BASE_ROLES["operator"]] = everything
    yield sql.SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(table)
    yield sql.SQL("ALTER TABLE {} FORCE ROW LEVEL SECURITY").format(table)
    for role in BASE_ROLES.values():
        stale = sql.Identifier(f"rows_of_{role}")
        yield sql.SQL("DROP POLICY IF EXISTS {} ON {}").format(stale, table)
    yield sql.SQL("DROP POLICY IF EXISTS {} ON {}").format(sql.Identifier(f"rows_of_{OWNER_LOGIN}"), table)
    for role, predicate in predicates.items():
        name = sql.Identifier(f"rows_of_{role}")
        yield sql.SQL("CREATE POLICY {} ON {} TO {} USING ({}) WITH CHECK ({})").format(
            name, table, sql.Identifier(role), predicate, predicate
        )


_GRANT_VIEWS = """
DO $$ DECLARE view regclass; BEGIN
  FOR view IN SELECT oid FROM pg_class
    WHERE relname >= 'inv_' AND relname < 'inv`' AND relnamespace = {schema}::regnamespace AND relkind = 'v'
  LOOP EXECUTE format('GRANT SELECT ON %s TO {role}', view); END LOOP;
END $$
"""


def unit_statements(*, schema_name: str, role: str) -> Iterator[sql.Composed]:
    """This will yield the grants of a unit's role on its own schema: one statement for each set of rights.

    Views of invariants may be read; functions of triggers need no right, nor do sequences of identity columns. Tables
    and views are found by name: whatever looks for all of a schema reads the catalogue of every unit.
    """
    schema, grantee = sql.Identifier(schema_name), sql.Identifier(role)
    yield sql.SQL("REVOKE ALL ON SCHEMA {} FROM PUBLIC").format(schema)
    yield sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, grantee)
    rights = sorted(_tables_by_rights(schema_name).items())
    known = [table for _, tables in rights for table in tables]
    yield sql.SQL("REVOKE ALL ON {} FROM {}").format(sql.SQL(", ").join(known), grantee)
    for letters, tables in rights:
        yield sql.SQL("GRANT {} ON {} TO {}").format(
            _privileges(letters), sql.SQL(", ").join(tables), grantee
        )
    yield sql.SQL(_GRANT_VIEWS).format(schema=sql.Literal(f'"{schema_name}"'), role=grantee)


def _tables_by_rights(schema_name: str) -> dict[str, list[sql.Identifier]]:
    tables: dict[str, list[sql.Identifier]] = {}
    for model, access in models_with_access():
        if isinstance(access, UnitAccess):
            tables.setdefault(access.unit, []).append(sql.Identifier(schema_name, model._meta.db_table))
    return tables


def _privileges(letters: str) -> sql.Composed:
    return sql.SQL(", ").join(sql.SQL(PRIVILEGES[letter]) for letter in letters)
