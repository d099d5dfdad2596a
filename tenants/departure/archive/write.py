"""Writes the archive of a group into a folder: its tables, its units, its people, its documents, its audit trails."""

import csv
import hashlib
import json
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from tenants.accounts.queries.people_of_place import people_of_group
from tenants.departure.archive.manifest import FORMAT, NAME, GroupManifest, Trail, Unit, write
from tenants.departure.tables import MADE_BY_EXPORTS, GroupTable, leaving_tables
from tenants.directory.archives.export import export_unit
from tenants.directory.archives.manifest import TableFile, digest_of
from tenants.directory.fleet.owner import OWNER_ALIAS, owner_in, placed_apps
from tenants.directory.queries import units_with_data
from tenants.runtime import files
from tenants.runtime.scope import Scope, group_scope, unit_of_work, unit_scope
from tenants.runtime.trail_files import export_trail, seal_and_tell

Progress = Callable[[int, int], None]
FILE_TABLES = ("runtime_group_file",)


def write_archive(*, group_id: uuid.UUID, folder: Path, at: datetime, progress: Progress) -> GroupManifest:
    """This will write everything of a group into a new folder and give its manifest.

    Each unit is of one instant, and so are the tables of the group; `progress(done, total)` is called between them.
    An unfinished folder of an interrupted export is replaced.
    """
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "public").mkdir(parents=True, mode=0o700)
    units = units_with_data(group_id=group_id)
    total = len(units) + 3
    scopes = [group_scope(group_id)] + [
        unit_scope(group_id=group_id, unit_id=unit.id, schema_name=unit.schema_name) for unit in units
    ]
    trails = tuple(_trail(scope, folder, at) for scope in scopes)
    progress(1, total)
    tables = _tables(group_id, folder)
    people = _people(group_id, folder)
    progress(2, total)
    told = []
    for number, unit in enumerate(units):
        _, sha256 = export_unit(unit=unit, folder=folder / "units" / unit.slug, at=at)
        told.append(
            Unit(id=str(unit.id), slug=unit.slug, schema_name=unit.schema_name, manifest_sha256=sha256)
        )
        progress(3 + number, total)
    documents = sum(_documents(scope, folder) for scope in scopes)
    manifest = GroupManifest(
        format=FORMAT,
        taken_at=at.isoformat(),
        group_id=str(group_id),
        applied=_applied(),
        tables=tables,
        people=people,
        units=tuple(told),
        trails=trails,
        documents=documents,
        keys_sha256=_keys(group_id, folder),
    )
    write(folder / NAME, manifest)
    return manifest


def _tables(group_id: uuid.UUID, folder: Path) -> tuple[TableFile, ...]:
    with _one_instant() as cursor:
        return tuple(_copy(cursor, table, group_id, folder) for table in leaving_tables())


@contextmanager
def _one_instant() -> Iterator[Any]:
    with owner_in("public") as connection, transaction.atomic(using=OWNER_ALIAS):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield cursor


def _copy(cursor: Any, table: GroupTable, group_id: uuid.UUID, folder: Path) -> TableFile:
    query = sql.SQL(
        "COPY (SELECT {} FROM public.{} WHERE {} = {} {} ORDER BY {}) TO STDOUT (FORMAT csv, HEADER)"
    ).format(
        sql.SQL(", ").join(map(sql.Identifier, table.columns)),
        sql.Identifier(table.name),
        sql.Identifier(table.column),
        sql.Literal(str(group_id)),
        _without_exports(table),
        sql.Identifier(table.key),
    )
    path = folder / "public" / f"{table.name}.csv"
    with path.open("wb") as file, cursor.connection.cursor() as raw:
        with raw.copy(query) as copy:
            for block in copy:
                file.write(block)
        rows = raw.rowcount
    return TableFile(table.name, table.columns, rows, path.stat().st_size, digest_of(path))


def _without_exports(table: GroupTable) -> sql.Composable:
    if table.name not in FILE_TABLES:
        return sql.SQL("")
    return sql.SQL("AND purpose <> ALL({})").format(sql.Literal(list(MADE_BY_EXPORTS)))


def _people(group_id: uuid.UUID, folder: Path) -> TableFile:
    columns = ("id", "email", "display_name", "locale")
    path = folder / "people.csv"
    rows = people_of_group(group_id=group_id)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return TableFile("people", columns, len(rows), path.stat().st_size, digest_of(path))


def _trail(scope: Scope, folder: Path, at: datetime) -> Trail:
    """The audit trail, sealed to this moment, as a file that `manage audit_verify` reads anywhere."""
    seal_and_tell(scope, at=at, everything=True)
    name = f"trails/{scope.kind}-{scope.unit_id or scope.group_id}.jsonl"
    (folder / "trails").mkdir(exist_ok=True, mode=0o700)
    seals, rows = export_trail(scope, folder / name, at=at)
    return Trail(path=name, seals=seals, rows=rows, sha256=digest_of(folder / name))


def _documents(scope: Scope, folder: Path) -> int:
    """The files in the clear, for people; what is taken in elsewhere are the rows with their keys."""
    place = folder / "documents" / (str(scope.unit_id) if scope.unit_id else "group")
    count = 0
    with unit_of_work(scope):
        listed = files.listed(without=MADE_BY_EXPORTS)
    for file_id, name in listed:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        with unit_of_work(scope):
            data = files.read(file_id=file_id)
        (place / f"{file_id}-{name}").write_bytes(data)
        count += 1
    return count


def _keys(group_id: uuid.UUID, folder: Path) -> str:
    with unit_of_work(group_scope(group_id)):
        text = json.dumps(files.open_keys(), indent=1, sort_keys=True).encode()
    (folder / "keys.json").write_bytes(text)
    return hashlib.sha256(text).hexdigest()


def _applied() -> tuple[str, ...]:
    labels = placed_apps("public")
    with owner_in("public") as connection:
        known = MigrationRecorder(connection).applied_migrations()
    return tuple(sorted(f"{app}.{name}" for app, name in known if app in labels))
