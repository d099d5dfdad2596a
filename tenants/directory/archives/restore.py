"""Restores a unit from an archive: into a new schema first, which then takes the old one's place.

The running unit is untouched until the new schema holds everything and was checked. Whatever was signed for
the unit before, tasks and links, is refused afterwards, because its epoch grows. A unit that was purged comes
back as a new one with another id: its former sessions, memberships and API keys are not revived.
"""

import uuid
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from psycopg import sql

from tenants.directory.archives.manifest import BrokenArchive, Manifest, TableFile, read_manifest, table_path
from tenants.directory.fleet.blueprint import blueprint
from tenants.directory.fleet.owner import OWNER_ALIAS, owner_in
from tenants.directory.fleet.runner import migrate_units
from tenants.directory.models import BusinessUnit, UnitSchema
from tenants.directory.policies import check_slug
from tenants.directory.schemas import (
    drop_schema,
    grant_unit,
    grants_text,
    make_schema_from_template,
    new_schema_name,
)
from tenants.directory.services.trail import unit_changed
from tenants.directory.services.unit_create import save_named
from tenants.kernel.actor import Actor
from tenants.runtime import files
from tenants.runtime.scope import group_scope, unit_of_work, unit_role

BLOCK = 1 << 16
LEFT_OUT = {"runtime_unit_audit_seal"}
"""The seals of the archived state stay in the archive: what comes back is sealed anew, in a chain of its own."""


class WrongUnit(RuntimeError):
    """The archive belongs to another unit, or to migrations that this release does not know."""


def restore_in_place(*, actor: Actor, unit: BusinessUnit, folder: Path, at: datetime) -> Manifest:
    """This will put a unit back to the state of an archive of its own.

    Raises BrokenArchive, WrongUnit; then nothing has changed.
    """
    manifest = read_manifest(folder)
    if manifest.unit["id"] != str(unit.id):
        raise WrongUnit(f"the archive is of unit {manifest.unit['slug']} ({manifest.unit['id']})")
    aside = new_schema_name()
    try:
        load_unit(manifest, folder, group_id=unit.group_id, schema_name=aside)
        with unit_of_work(group_scope(unit.group_id)):
            # Committed before the swap: from here on nothing signed for the former content counts.
            BusinessUnit.objects.filter(id=unit.id).update(epoch=F("epoch") + 1, version=F("version") + 1)
        _swap(group_id=unit.group_id, kept=unit.schema_name, restored=aside)
        with unit_of_work(group_scope(unit.group_id)):
            unit_changed(
                actor=actor, unit=BusinessUnit.objects.get(id=unit.id), action="restore", event="restored",
                at=at, new={"archive_taken_at": manifest.taken_at},
            )  # fmt: skip
    finally:
        drop_schema(group_id=unit.group_id, schema_name=aside)
    return manifest


def restore_as_new(
    *, actor: Actor, group_id: uuid.UUID, slug: str, name: str, folder: Path, at: datetime
) -> BusinessUnit:
    """This will make a new unit out of an archive, e.g. of one that was purged.

    It has another id, schema and role than the archived one, and no members. Raises BrokenArchive, WrongUnit,
    and the refusals of a slug or name that cannot be taken; then nothing is left behind.
    """
    manifest = read_manifest(folder)
    known = {field: manifest.unit[field] for field in ("country", "region", "currency", "time_zone")}
    unit = BusinessUnit(
        group_id=group_id, slug=check_slug(slug), name=name, schema_name=new_schema_name(),
        status="provisioning", **known,
    )  # fmt: skip
    try:
        load_unit(manifest, folder, group_id=group_id, schema_name=unit.schema_name)
        with unit_of_work(group_scope(group_id)):
            unit.status, unit.activated_at = "active", at
            save_named(unit)
            _adopt_files(manifest, unit)
            unit_changed(
                actor=actor, unit=unit, action="restore", event="restored", at=at,
                new={"archive_taken_at": manifest.taken_at, "slug": slug},
            )  # fmt: skip
    except BaseException:
        drop_schema(group_id=group_id, schema_name=unit.schema_name)
        raise
    return unit


def load_unit(
    manifest: Manifest, folder: Path, *, group_id: uuid.UUID, schema_name: str, with_seals: bool = False
) -> None:
    """This will make a schema of the archive's version, fill it, check it and bring it up to date.

    `with_seals` is for a unit that keeps its id: the chain of its trail goes on. Raises BrokenArchive, WrongUnit.
    """
    with owner_in("public") as connection:
        plan = blueprint(connection)
    known = set(manifest.applied)  # in the order of its own upgrades, which is not that of a new unit
    if not known <= set(plan.keys):
        raise WrongUnit("the archive was made by another release; its migrations are not known here")
    make_schema_from_template(group_id=group_id, schema_name=schema_name, only=known)
    with owner_in("public") as connection, transaction.atomic(using=OWNER_ALIAS):
        with connection.cursor() as cursor:
            for table in (t for t in manifest.tables if with_seals or t.name not in LEFT_OUT):
                _set_triggers(cursor, schema_name, table.name, "DISABLE")
                _copy_in(cursor, schema_name, table, table_path(folder, table.name))
            for sequence, last in manifest.sequences.items():
                name = sql.Identifier(schema_name, sequence).as_string(cursor.connection)
                cursor.execute("SELECT setval(%s::regclass, %s)", [name, last])
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in manifest.tables:
                _set_triggers(cursor, schema_name, table.name, "ENABLE")
    if len(known) < len(plan.keys):
        report = migrate_units(only=[schema_name])
        if not report.is_complete:
            raise WrongUnit(f"the archive cannot be brought up to date: {report.failures}")
    grant_unit(group_id=group_id, schema_name=schema_name)


def _set_triggers(cursor: Any, schema_name: str, table: str, verb: str) -> None:
    """Rows come back as they were: rules on how a row may begin or move do not apply to them."""
    cursor.execute(
        sql.SQL("ALTER TABLE {} {} TRIGGER USER").format(sql.Identifier(schema_name, table), sql.SQL(verb))
    )


def _copy_in(cursor: Any, schema_name: str, table: TableFile, path: Path) -> None:
    query = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv, HEADER MATCH)").format(
        sql.Identifier(schema_name, table.name), sql.SQL(", ").join(map(sql.Identifier, table.columns))
    )
    with path.open("rb") as file, cursor.connection.cursor() as raw:
        with raw.copy(query) as copy:
            while block := file.read(BLOCK):
                copy.write(block)
        if raw.rowcount != table.rows:
            raise BrokenArchive(f"{path} gave {raw.rowcount} rows, the manifest says {table.rows}")


def _swap(*, group_id: uuid.UUID, kept: str, restored: str) -> None:
    """This will give the restored schema the unit's name and role; the former one is dropped."""
    role = unit_role(group_id=group_id, schema_name=kept)
    former = sql.Identifier(new_schema_name())
    with owner_in("public") as connection, transaction.atomic(using=OWNER_ALIAS):
        noted = UnitSchema.objects.using(OWNER_ALIAS)
        version = noted.get(schema_name=restored)
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(sql.Identifier(kept), former))
            cursor.execute(
                sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(sql.Identifier(restored), sql.Identifier(kept))
            )
            _hand_over(
                cursor, schema_name=kept, to=role, other=unit_role(group_id=group_id, schema_name=restored)
            )
            cursor.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(former))
        noted.filter(schema_name=kept).update(applied=version.applied, grants="")
        noted.filter(schema_name=restored).delete()


def _hand_over(cursor: Any, *, schema_name: str, to: str, other: str) -> None:
    cursor.execute(grants_text(schema_name=schema_name, role=to))
    for kind in ("TABLES", "SEQUENCES"):
        cursor.execute(
            sql.SQL("REVOKE ALL ON ALL {} IN SCHEMA {} FROM {}").format(
                sql.SQL(kind), sql.Identifier(schema_name), sql.Identifier(other)
            )
        )
    cursor.execute(
        sql.SQL("REVOKE ALL ON SCHEMA {} FROM {}").format(sql.Identifier(schema_name), sql.Identifier(other))
    )


def _adopt_files(manifest: Manifest, unit: BusinessUnit) -> None:
    """This will wrap the archived data keys for the new unit and point its files at them."""
    role = unit_role(group_id=unit.group_id, schema_name=unit.schema_name)
    for wrapped in manifest.data_keys:
        key_id = files.adopt_key(wrapped, group_id=unit.group_id, unit_id=unit.id, unit_role=role)
        with owner_in("public") as connection, connection.cursor() as cursor:
            cursor.execute(
                sql.SQL("UPDATE {} SET key_id = %s WHERE key_id = %s").format(
                    sql.Identifier(unit.schema_name, "runtime_unit_file")
                ),
                [key_id, wrapped["id"]],
            )
