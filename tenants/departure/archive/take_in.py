"""Takes the archive of a group into an installation that does not have it: for `manage group_import`."""

import csv
import json
import uuid
from pathlib import Path
from typing import Any

from django.db import transaction
from psycopg import sql

from tenants.accounts.services.people_take_in import people_take_in
from tenants.departure.archive.manifest import GroupManifest, read
from tenants.departure.archive.write import _applied
from tenants.departure.tables import OF_THE_CONTRACT
from tenants.directory.archives.manifest import BrokenArchive, TableFile, read_manifest
from tenants.directory.archives.restore import WrongUnit, load_unit
from tenants.directory.fleet.owner import OWNER_ALIAS, owner_in
from tenants.directory.queries import group_exists
from tenants.directory.schemas import drop_schema, make_group_role
from tenants.runtime import files
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work

BLOCK = 1 << 16


class CannotTakeIn(RuntimeError):
    """The archive does not fit here; the message says why. Nothing was taken in."""


def take_in(folder: Path) -> GroupManifest:
    """This will take in an unpacked archive with its ids, seals and file keys; people set a new password.

    Raises BrokenArchive, CannotTakeIn; then nothing is left behind.
    """
    manifest = read(folder)
    group_id = uuid.UUID(manifest.group_id)
    if manifest.applied != _applied():
        raise CannotTakeIn("the archive was made by another release: take it in there, then upgrade")
    with unit_of_work(PLATFORM):
        if group_exists(group_id=group_id):
            raise CannotTakeIn("this installation has the group already")
    made: list[str] = []
    try:
        make_group_role(group_id)
        for unit in manifest.units:
            made.append(unit.schema_name)
            _unit(group_id, unit.schema_name, folder / "units" / unit.slug)
        with unit_of_work(ACCOUNTS):
            people_take_in(people=_people(folder))
        _tables(manifest, folder)
        with unit_of_work(PLATFORM):
            files.take_in_keys(json.loads((folder / "keys.json").read_bytes()))
    except BaseException:
        for schema_name in made:
            drop_schema(group_id=group_id, schema_name=schema_name)
        raise
    return manifest


def _unit(group_id: uuid.UUID, schema_name: str, folder: Path) -> None:
    try:
        load_unit(read_manifest(folder), folder, group_id=group_id, schema_name=schema_name, with_seals=True)
    except WrongUnit as refusal:
        raise CannotTakeIn(str(refusal)) from None


def _people(folder: Path) -> list[dict[str, str]]:
    with (folder / "people.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _tables(manifest: GroupManifest, folder: Path) -> None:
    """All tables of the group in one transaction, in the order in which they point at each other."""
    with owner_in("public") as connection, transaction.atomic(using=OWNER_ALIAS):
        with connection.cursor() as cursor:
            for table in manifest.tables:
                if not table.name.startswith(OF_THE_CONTRACT):
                    _copy_in(cursor, table, folder / "public" / f"{table.name}.csv")


def _copy_in(cursor: Any, table: TableFile, path: Path) -> None:
    """Through a table aside: PostgreSQL copies into no table with row security."""
    name = sql.Identifier("public", table.name)
    cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(name))
    columns = sql.SQL(", ").join(map(sql.Identifier, table.columns))
    aside = sql.Identifier(f"take_in_{table.name}")
    cursor.execute(
        sql.SQL("CREATE TEMP TABLE {} ON COMMIT DROP AS SELECT {} FROM {} WITH NO DATA").format(
            aside, columns, name
        )
    )
    query = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv, HEADER MATCH)").format(aside, columns)
    with path.open("rb") as file, cursor.connection.cursor() as raw:
        with raw.copy(query) as copy:
            while block := file.read(BLOCK):
                copy.write(block)
        if raw.rowcount != table.rows:
            raise BrokenArchive(f"{path} gave {raw.rowcount} rows, the manifest says {table.rows}")
    cursor.execute(sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}").format(name, columns, columns, aside))
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(name))
