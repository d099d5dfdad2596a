"""Roles, extensions and rights of a PostgreSQL cluster and its databases, done once by a superuser.

The embedded server runs this at its first start, tests run it for each further database, and an operator
runs it on a real server: `python -m infra.embedded bootstrap --help`. Everything here can be repeated.
"""

from collections.abc import Mapping

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

OWNER = "app_owner"  # runs DDL, creates the roles of units, owns the database and all tables
RUNTIME = "app_rt"  # what web, worker and relay log in as: inherits nothing, owns nothing
EXTENSIONS = ("pg_trgm", "btree_gist")
DATABASE = "hanse"
OLDEST_VERSION = 150000


class UnsuitableServerError(RuntimeError):
    """The server is too old or the login is not a superuser."""


def connect(url: str, dbname: str | None = None) -> psycopg.Connection:
    """This will open an autocommit connection to the URL, or to another database of the same server."""
    conninfo = make_conninfo(url, dbname=dbname) if dbname else url
    return psycopg.connect(conninfo, autocommit=True)


def bootstrap_cluster(superuser_url: str, passwords: Mapping[str, str]) -> None:
    """This will make both logins, set their passwords, and prepare template1.

    `passwords` maps OWNER and RUNTIME to their passwords. Raises UnsuitableServerError.
    """
    with connect(superuser_url) as connection:
        _check_server(connection)
        _make_login(
            connection, OWNER, passwords[OWNER], "NOSUPERUSER NOBYPASSRLS CREATEDB CREATEROLE INHERIT"
        )
        _make_login(
            connection,
            RUNTIME,
            passwords[RUNTIME],
            "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT",
        )
        for name in ("postgres", "template1"):
            _limit_connections(connection, name, grantees=(OWNER,))
    with connect(superuser_url, "template1") as connection:
        _prepare_contents(connection)


def bootstrap_database(superuser_url: str, dbname: str, *, template: str = "template1") -> None:
    """This will make the database if missing, owned by OWNER, and set every right the product relies on.

    Rights on a database do not travel with `CREATE DATABASE … TEMPLATE`: call this for each one made. What is in
    it does travel, and files are copied as they are: through the log it takes the server ten times the work.
    """
    with connect(superuser_url) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [dbname]).fetchone()
        if known is None:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY").format(
                    sql.Identifier(dbname), sql.Identifier(OWNER), sql.Identifier(template)
                )
            )
        _limit_connections(connection, dbname, grantees=(OWNER, RUNTIME))
        # Django would otherwise ask for its time zone through set_config, which the runtime may not call.
        connection.execute(sql.SQL("ALTER DATABASE {} SET timezone TO 'UTC'").format(sql.Identifier(dbname)))
    if known is not None or template == "template1":
        with connect(superuser_url, dbname) as connection:
            _prepare_contents(connection)


def _check_server(connection: psycopg.Connection) -> None:
    version = connection.info.server_version
    if version < OLDEST_VERSION:
        raise UnsuitableServerError(f"PostgreSQL 15 or newer is needed, this server is {version // 10000}.")
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if row is None or not row[0]:
        raise UnsuitableServerError("Bootstrapping a cluster needs a superuser login.")


def _make_login(connection: psycopg.Connection, name: str, password: str, attributes: str) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    connection.execute(
        sql.SQL("{} ROLE {} LOGIN {} PASSWORD {}").format(
            sql.SQL("ALTER" if known else "CREATE"),
            sql.Identifier(name),
            sql.SQL(attributes),
            sql.Literal(password),
        )
    )


def _limit_connections(connection: psycopg.Connection, dbname: str, *, grantees: tuple[str, ...]) -> None:
    database = sql.Identifier(dbname)
    connection.execute(sql.SQL("REVOKE CONNECT, TEMPORARY ON DATABASE {} FROM PUBLIC").format(database))
    for grantee in grantees:
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(grantee))
        )


# What one SELECT could do with these: `set_config` undoes SET LOCAL ROLE, `query_to_xml` and its like run text as
# a query, session locks outlive the transaction and meet other tenants', large objects belong to no schema, and
# a backend of the same login could be ended. Without plpgsql's USAGE there is no DO. OWNER may call them all.
_KEEP_FROM_PUBLIC = """
DO $$ DECLARE kept regprocedure; BEGIN
  FOR kept IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND (
    proname IN ('set_config', 'pg_terminate_backend', 'pg_cancel_backend', 'loread', 'lowrite')
    OR proname ~ '_to_xml' OR proname ~ '^lo_'
    OR (proname ~ '^pg_(try_)?advisory_' AND proname !~ '_xact_'))
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', kept);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO {owner}', kept);
  END LOOP;
END $$
"""


def _prepare_contents(connection: psycopg.Connection) -> None:
    for extension in EXTENSIONS:
        connection.execute(
            sql.SQL("CREATE EXTENSION IF NOT EXISTS {} SCHEMA public").format(sql.Identifier(extension))
        )
    connection.execute(sql.SQL(_KEEP_FROM_PUBLIC).format(owner=sql.Identifier(OWNER)))
    for statement in (
        "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC",
        "GRANT USAGE ON LANGUAGE plpgsql TO {}",
    ):
        connection.execute(sql.SQL(statement).format(sql.Identifier(OWNER)))
    connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
