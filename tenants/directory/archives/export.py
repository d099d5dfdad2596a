"""Exports a unit: every table of its schema by COPY, of one instant, with a manifest of hashes.

The files are CSV with a header, in UTF-8, an empty unquoted field being NULL. Rows are ordered by primary key,
so that the same content gives the same hash. Passwords, sessions and API keys are no part of it: they belong
to people and are not revived by a restore.
"""

import hashlib
import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from psycopg import sql

from tenants.directory.archives.manifest import FORMAT, Manifest, TableFile, table_path, write_manifest
from tenants.directory.fleet.owner import OWNER_ALIAS, owner_in
from tenants.directory.models import BusinessUnit, UnitSchema
from tenants.runtime import files
from tenants.runtime.scope import group_scope, unit_of_work, unit_role

_TABLES = """
SELECT c.relname,
  (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
   WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''),
  (SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_index i
   CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS k (number, place)
   JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
   WHERE i.indrelid = c.oid AND i.indisprimary)
FROM pg_class c WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r' ORDER BY c.relname
"""

_SEQUENCES = (
    "SELECT sequencename::text, last_value FROM pg_sequences WHERE schemaname = %s AND last_value IS NOT NULL"
)

UNIT_FIELDS = ("id", "group_id", "slug", "name", "country", "region", "currency", "time_zone")


def export_unit(*, unit: BusinessUnit, folder: Path, at: datetime) -> tuple[Manifest, str]:
    """This will write the archive of a unit into a new folder; gives the manifest and its hash.

    An unfinished folder of an interrupted export is replaced.
    """
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "tables").mkdir(parents=True, mode=0o700)
    os.chmod(folder, 0o700)
    with owner_in("public") as connection, transaction.atomic(using=OWNER_ALIAS):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute(_TABLES, [f'"{unit.schema_name}"'])
            tables = tuple(
                _copy_table(cursor, unit.schema_name, name, columns, key, folder)
                for name, columns, key in cursor.fetchall()
            )
            cursor.execute(_SEQUENCES, [unit.schema_name])
            sequences = dict(cursor.fetchall())
        applied = UnitSchema.objects.using(OWNER_ALIAS).get(schema_name=unit.schema_name).applied
    with unit_of_work(group_scope(unit.group_id)):
        keys = files.wrapped_keys(unit_role=unit_role(group_id=unit.group_id, schema_name=unit.schema_name))
    manifest = Manifest(
        format=FORMAT,
        taken_at=at.isoformat(),
        unit={field: str(getattr(unit, field)) for field in UNIT_FIELDS},
        applied=tuple(applied),
        tables=tables,
        sequences=sequences,
        data_keys=tuple(keys),
    )
    return manifest, write_manifest(folder, manifest)


def _copy_table(
    cursor: Any, schema_name: str, table: str, columns: list[str], key: list[str] | None, folder: Path
) -> TableFile:
    listed = sql.SQL(", ").join(map(sql.Identifier, columns))
    ordered = sql.SQL(", ").join(map(sql.Identifier, key or columns))
    query = sql.SQL("COPY (SELECT {} FROM {} ORDER BY {}) TO STDOUT (FORMAT csv, HEADER)").format(
        listed, sql.Identifier(schema_name, table), ordered
    )
    digest, size = hashlib.sha256(), 0
    with table_path(folder, table).open("wb") as file, cursor.connection.cursor() as raw:
        with raw.copy(query) as copy:
            for block in copy:
                file.write(block)
                digest.update(block)
                size += len(block)
        rows = raw.rowcount
    return TableFile(table, tuple(columns), rows, size, digest.hexdigest())
