"""Ends units: takes a failed one back, purges a closed one, closes one after its export."""

import uuid
from datetime import datetime
from pathlib import Path

from django.conf import settings

from tenants.directory.archives.export import export_unit
from tenants.directory.archives.manifest import Manifest
from tenants.directory.models import BusinessUnit, Domain, Group, ModuleSwitch, UnitArchive
from tenants.directory.provisioning.hooks import NewUnit, purge_hooks
from tenants.directory.schemas import drop_schema
from tenants.directory.services.unit_move import move_unit
from tenants.kernel.actor import system_actor
from tenants.runtime import files
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import PLATFORM, group_scope, unit_of_work, unit_role


def remove_unit(*, unit: NewUnit, at: datetime) -> None:
    """This will remove the unit's schema with its data, its role, and its rows in `public`.

    Repeated, it goes on where it stood. The unit's own row, its jobs, its archives and the group's audit trail
    stay: they tell that there was such a unit.
    """
    for hook in purge_hooks().values():
        with unit_of_work(group_scope(unit.group_id)):
            hook(unit=unit, at=at)
    with unit_of_work(group_scope(unit.group_id)):
        Domain.objects.filter(tenant_id=unit.id).delete()
        ModuleSwitch.objects.filter(unit_id=unit.id).delete()
    with unit_of_work(PLATFORM):
        files.shred(unit_role=unit_role(group_id=unit.group_id, schema_name=unit.schema_name))
    drop_schema(group_id=unit.group_id, schema_name=unit.schema_name)


def close_unit(*, unit_id: uuid.UUID, at: datetime) -> None:
    """This will export a unit whose state is `closing` and count it as closed; for the worker.

    Repeated after a crash, the export begins anew.
    """
    with unit_of_work(PLATFORM):
        unit = BusinessUnit.objects.get(id=unit_id)
        archive = UnitArchive.objects.filter(unit_id=unit_id, purpose="close", status="waiting").first()
    if unit.status != "closing" or archive is None:
        return
    manifest, sha256 = export_unit(unit=unit, folder=archive_folder(archive), at=at)
    with unit_of_work(group_scope(unit.group_id)):
        (locked,) = lock_rows(BusinessUnit.objects.filter(id=unit.id))
        finish_archive(archive=archive, manifest=manifest, sha256=sha256, at=at)
        actor = system_actor(group_id=unit.group_id, unit_id=unit.id, name="closing")
        move_unit(actor=actor, unit=locked, to="closed", action="close", event="closed", at=at)


def archive_folder(archive: UnitArchive) -> Path:
    """This will name the folder of an archive: nothing of it can be guessed."""
    return archives_folder(archive.unit_id) / str(archive.id)


def archives_folder(unit_id: uuid.UUID) -> Path:
    """This will name the folder of all archives of a unit."""
    return Path(settings.MEDIA_ROOT) / "archives" / str(unit_id)


def finish_archive(*, archive: UnitArchive, manifest: Manifest, sha256: str, at: datetime) -> None:
    """This will note what an export holds; in the group's scope."""
    archive.status, archive.finished_at, archive.manifest_sha256 = "done", at, sha256
    archive.table_count, archive.row_count = len(manifest.tables), manifest.row_count
    archive.byte_count = manifest.byte_count
    archive.save()


def purge_unit(*, unit_id: uuid.UUID, at: datetime) -> None:
    """This will delete the data of a unit whose state is `purged`; for the worker, after the service."""
    with unit_of_work(PLATFORM):
        unit = BusinessUnit.objects.get(id=unit_id, status="purged")
        group = Group.objects.get(id=unit.group_id)
    remove_unit(unit=describe(unit, group), at=at)


def describe(unit: BusinessUnit, group: Group) -> NewUnit:
    """This will show a unit the way hooks see it."""
    return NewUnit(
        id=unit.id,
        group_id=unit.group_id,
        slug=unit.slug,
        name=unit.name,
        schema_name=unit.schema_name,
        country=unit.country,
        region=unit.region,
        currency=unit.currency,
        time_zone=unit.time_zone,
        locale=group.locale,
        requested_by=None,
        first_admin_email="",
    )
