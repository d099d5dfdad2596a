"""Spare schemas: filled in advance, so that a new unit waits for a rename and its grants alone.

A spare is made in one transaction and given to a unit in that of the unit's schema: killed at any point, there
is a whole spare or a whole unit. Texts of functions are not renamed with their schema; no unit migration may
write the schema's name into one, which the comparison of a unit made from a spare with a migrated one shows.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from psycopg import sql

from tenants.directory.fleet.blueprint import Blueprint, blueprint
from tenants.directory.fleet.owner import NO_GROUP, OWNER_ALIAS, owner_in
from tenants.directory.models import SpareSchema
from tenants.runtime.locks import LockSpace, advisory_key

SPARES = 3

FOREIGN_KEPT = timedelta(hours=1)
"""A spare of other migrations may belong to a worker of the release before, which still runs."""

_TAKE = """
DELETE FROM public.directory_spare_schema WHERE schema_name = (
  SELECT s.schema_name FROM public.directory_spare_schema s
  WHERE s.blueprint = %s AND EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = s.schema_name)
  ORDER BY s.made_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING schema_name
"""


def take_spare(cursor: Any, plan: Blueprint, *, schema_name: str) -> bool:
    """This will make a spare schema the one of this name, in the owner's transaction; False when none is left.

    An empty schema of that name gives way; one with anything in it raises.
    """
    cursor.execute(_TAKE, [plan.digest])
    found = cursor.fetchone()
    if found is None:
        return False
    spare, wanted = sql.Identifier(found[0]), sql.Identifier(schema_name)
    cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} RESTRICT").format(wanted))
    cursor.execute(sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(spare, wanted))
    return True


def keep_spares(*, at: datetime, wanted: int = SPARES) -> int:
    """This will make what is missing of the wanted spares and drop outdated ones; gives how many it made.

    Several may run at once: one of them works.
    """
    with owner_in("public") as connection:
        plan = blueprint(connection)
        key = advisory_key(LockSpace.PROVISIONING, NO_GROUP, "spares")
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
            if not cursor.fetchone()[0]:
                return 0
            try:
                spares = SpareSchema.objects.using(OWNER_ALIAS)
                outdated = spares.exclude(blueprint=plan.digest).filter(made_at__lt=at - FOREIGN_KEPT)
                for name in outdated.values_list("schema_name", flat=True):
                    _drop(cursor, name)
                missing = wanted - spares.filter(blueprint=plan.digest).count()
                for _ in range(missing):
                    _make(cursor, plan)
                return max(0, missing)
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [key])


def _make(cursor: Any, plan: Blueprint) -> None:
    name = f"spare_{secrets.token_hex(13)}"
    with transaction.atomic(using=OWNER_ALIAS):
        cursor.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
        cursor.execute(sql.SQL("SET LOCAL search_path TO {}, public").format(sql.Identifier(name)))
        cursor.execute(plan.template(name))
        cursor.execute("SET LOCAL search_path TO public")
        SpareSchema.objects.using(OWNER_ALIAS).create(schema_name=name, blueprint=plan.digest)


def _drop(cursor: Any, name: str) -> None:
    with transaction.atomic(using=OWNER_ALIAS):
        cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(name)))
        SpareSchema.objects.using(OWNER_ALIAS).filter(schema_name=name).delete()
