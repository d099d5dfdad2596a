"""System checks of a deployment: `manage check --deploy`."""

from collections.abc import Sequence
from typing import Any

import psycopg
from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error

LOGIN_QUERY = """
SELECT current_user,
       rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb,
       rolinherit,
       EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid)
         OR EXISTS (SELECT 1 FROM pg_database WHERE datdba = pg_roles.oid),
       has_function_privilege('pg_catalog.set_config(text, text, boolean)', 'EXECUTE')
  FROM pg_roles
 WHERE rolname = current_user
"""
WAY_OUT = "Prepare the server with `python -m infra.embedded bootstrap` and log in as app_rt in DATABASE_URL."


def check_runtime_login(app_configs: Sequence[AppConfig] | None = None, **options: Any) -> list[CheckMessage]:
    """This will find what the runtime's database login may do and must not (isolation rests on it)."""
    known = settings.DATABASES["default"]
    address = {
        "host": known["HOST"],
        "port": known["PORT"],
        "user": known["USER"],
        "password": known["PASSWORD"],
        "dbname": known["NAME"],
    }
    given: dict[str, Any] = {key: value for key, value in address.items() if value}
    try:
        with psycopg.connect(**given, connect_timeout=5) as connection:
            row = connection.execute(LOGIN_QUERY).fetchone()
    except psycopg.Error as error:
        return [Error(f"DATABASE_URL cannot be reached: {error}", id="hanse.E001")]
    assert row is not None
    login, privileged, inherits, owns, may_set_config = row
    offences = [
        (privileged, "hanse.E002", "is a superuser, bypasses row security, or may make roles or databases"),
        (inherits, "hanse.E003", "inherits the rights of its roles; it must be NOINHERIT"),
        (owns, "hanse.E004", "owns tables or a database; the owner's login belongs into DATABASE_OWNER_URL"),
        (may_set_config, "hanse.E005", "may call set_config, which undoes SET ROLE inside a query"),
    ]
    return [
        Error(f"The runtime login {login} of DATABASE_URL {what}.", hint=WAY_OUT, id=number)
        for is_so, number, what in offences
        if is_so
    ]
