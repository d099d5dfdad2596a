"""Suspending, resuming, closing and purging a unit: each moves once, bumps the epoch, and is told."""

import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections

from tenants.accounts.models import ApiKey, Membership
from tenants.directory.archives.manifest import read_manifest
from tenants.directory.models import BusinessUnit, UnitArchive, UnitSchema
from tenants.directory.provisioning.ending import archive_folder, close_unit, purge_unit
from tenants.directory.provisioning.job import run_waiting_jobs
from tenants.directory.services.unit_close import unit_close
from tenants.directory.services.unit_edit import unit_edit
from tenants.directory.services.unit_purge import PurgeNotConfirmed, unit_purge
from tenants.directory.services.unit_resume import unit_resume
from tenants.directory.services.unit_suspend import unit_suspend
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, NotFound
from tenants.runtime.guard import ProofRequired
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work, unit_role
from tenants.runtime.tasks import TaskRefused, active_unit_scope
from tenants.runtime.unit.models import NumberSeries
from tests.support.world import NOW

ALL = ("suspend", "resume", "close", "purge", "edit", "create")


def may(group):
    return group.actor(*(f"directory.unit.{action}" for action in ALL), proved_at=NOW)


def unit(unit_id):
    return BusinessUnit.objects.get(id=unit_id)


def test_unit_suspend_shuts_the_doors_for_everything_signed_before(world):
    with world.a.scope():
        assert unit_suspend(actor=may(world.a), at=NOW, unit_id=world.a1.id, reason="Fire") == world.a1.id
        suspended = unit(world.a1.id)
        assert (suspended.status, suspended.epoch, suspended.version) == ("suspended", 2, 2)
        entry = GroupAuditEntry.objects.get()
        assert (entry.action, entry.old, entry.new, entry.reason) == (
            "directory.unit.suspend", {"status": "active"}, {"status": "suspended"}, "Fire",
        )  # fmt: skip
        assert OutboxEvent.objects.get().event_type == "directory.unit.suspended"
        with pytest.raises(IllegalTransition):
            unit_suspend(actor=may(world.a), at=NOW, unit_id=world.a1.id, reason="Fire")
        assert unit(world.a2.id).status == "active"


def test_unit_resume_opens_them_again_at_a_new_epoch(world):
    with world.a.scope():
        with pytest.raises(IllegalTransition):
            unit_resume(actor=may(world.a), at=NOW, unit_id=world.a1.id)
        unit_suspend(actor=may(world.a), at=NOW, unit_id=world.a1.id, reason="Fire")
        unit_resume(actor=may(world.a), at=NOW, unit_id=world.a1.id)
        resumed = unit(world.a1.id)
        assert (resumed.status, resumed.epoch) == ("active", 3)


def test_a_task_of_an_older_epoch_or_a_suspended_unit_is_refused(live_world):
    named = {"unit_id": str(live_world.a1.id), "group_id": str(live_world.a.id)}
    assert active_unit_scope(**named, epoch=1).unit_id == live_world.a1.id
    with live_world.a.scope():
        unit_suspend(actor=may(live_world.a), at=NOW, unit_id=live_world.a1.id, reason="")
    with pytest.raises(TaskRefused, match="not active"):
        active_unit_scope(**named, epoch=2)
    with live_world.a.scope():
        unit_resume(actor=may(live_world.a), at=NOW, unit_id=live_world.a1.id)
    with pytest.raises(TaskRefused, match="epoch"):
        active_unit_scope(**named, epoch=1)
    assert active_unit_scope(**named, epoch=3).unit_id == live_world.a1.id


@pytest.mark.parametrize(
    ("service", "extra"),
    [
        (unit_suspend, {"reason": ""}),
        (unit_resume, {}),
        (unit_close, {"reason": ""}),
        (unit_purge, {"confirm_slug": "a1"}),
        (unit_edit, {"version": 1, "name": "Other"}),
    ],
)
def test_without_the_permission_or_in_another_group_nothing_changes(world, service, extra):
    with world.a.scope():
        with pytest.raises(Forbidden):
            service(actor=world.a.actor(), at=NOW, unit_id=world.a1.id, **extra)
    with world.b.scope():
        for unit_id in (world.a1.id, uuid.uuid4()):
            with pytest.raises(NotFound):
                service(actor=may(world.b), at=NOW, unit_id=unit_id, **extra)
    with world.a.scope():
        assert (unit(world.a1.id).status, unit(world.a1.id).version) == ("active", 1)
        assert GroupAuditEntry.objects.count() == 0
        assert OutboxEvent.objects.count() == 0


@pytest.mark.parametrize(
    ("service", "extra"),
    [(unit_suspend, {"reason": ""}), (unit_close, {"reason": ""}), (unit_purge, {"confirm_slug": "a1"})],
)
def test_what_shuts_a_unit_needs_a_fresh_proof_of_the_person(world, service, extra):
    with world.a.scope():
        permitted = may(world.a)
        for proved_at in (None, NOW - timedelta(minutes=16)):
            with pytest.raises(ProofRequired):
                service(actor=replace(permitted, proved_at=proved_at), at=NOW, unit_id=world.a1.id, **extra)
        assert unit(world.a1.id).status == "active"


def test_unit_edit_changes_what_is_given_and_refuses_a_lost_update(world):
    with world.a.scope():
        unit_edit(actor=may(world.a), at=NOW, unit_id=world.a1.id, version=1, name="Renamed", country="DE")
        edited = unit(world.a1.id)
        assert (edited.name, edited.country, edited.slug, edited.version) == ("Renamed", "DE", "a1", 2)
        entry = GroupAuditEntry.objects.get()
        assert (entry.old, entry.new) == (
            {"name": "Unit A1", "country": "CN"}, {"name": "Renamed", "country": "DE"},
        )  # fmt: skip
        with pytest.raises(Conflict) as refused:
            unit_edit(actor=may(world.a), at=NOW, unit_id=world.a1.id, version=1, name="Again")
        assert refused.value.values == {"current_version": 2}
        unit_edit(actor=may(world.a), at=NOW, unit_id=world.a1.id, version=2, name="Renamed")
        assert unit(world.a1.id).version == 2
        assert GroupAuditEntry.objects.count() == 1


def test_closing_exports_everything_first_and_purging_leaves_nothing_but_the_archive(
    live_world, order, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    job = order("closing")
    run_waiting_jobs(at=NOW)
    with live_world.a.scope():
        made = unit(job.unit_id)
        Membership.objects.filter(unit_id=made.id).get()
        role = unit_role(group_id=made.group_id, schema_name=made.schema_name)
        key = ApiKey.objects.create(
            group_id=made.group_id, unit_id=made.id, unit_role=role, name="erp", prefix="x", secret_hash="h",
            created_by=uuid.uuid4(), expires_at=NOW,
        )  # fmt: skip
        archive = unit_close(actor=may(live_world.a), at=NOW, unit_id=made.id, reason="Sold")
        assert unit(made.id).status == "closing"
        with pytest.raises(IllegalTransition):
            unit_purge(actor=may(live_world.a), at=NOW, unit_id=made.id, confirm_slug="closing")
    close_unit(unit_id=made.id, at=NOW)
    close_unit(unit_id=made.id, at=NOW)
    with live_world.a.scope():
        assert unit(made.id).status == "closed"
        stored = UnitArchive.objects.get(id=archive.id)
        folder = archive_folder(stored)
        manifest = read_manifest(folder, sha256=stored.manifest_sha256)
        assert (stored.status, stored.table_count, stored.row_count) == (
            "done", len(manifest.tables), manifest.row_count,
        )  # fmt: skip
        with pytest.raises(PurgeNotConfirmed):
            unit_purge(actor=may(live_world.a), at=NOW, unit_id=made.id, confirm_slug="a1")
        unit_purge(actor=may(live_world.a), at=NOW, unit_id=made.id, confirm_slug="closing")
        with pytest.raises(NotFound):
            unit_edit(actor=may(live_world.a), at=NOW, unit_id=made.id, version=1, name="Again")
    purge_unit(unit_id=made.id, at=NOW)
    purge_unit(unit_id=made.id, at=NOW)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", [made.schema_name])
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = %s", [role])
        assert cursor.fetchone() == (0,)
    assert not UnitSchema.objects.using("owner").filter(schema_name=made.schema_name).exists()
    with unit_of_work(ACCOUNTS):
        assert not Membership.objects.filter(unit_id=made.id).exists()
        assert ApiKey.objects.get(id=key.id).revoked_at == NOW
    assert Path(folder / "manifest.json").exists()
    with unit_of_work(PLATFORM):
        assert set(BusinessUnit.objects.filter(status="active").values_list("slug", flat=True)) == {
            "a1",
            "a2",
            "b1",
        }


def test_purging_one_unit_touches_no_other(live_world, order):
    job = order("alone")
    run_waiting_jobs(at=NOW)
    for other in live_world.units:
        with other.scope():
            NumberSeries.objects.create(kind="PR", year=2026, last=5)
    with live_world.a.scope():
        BusinessUnit.objects.filter(id=job.unit_id).update(status="purged")
    purge_unit(unit_id=job.unit_id, at=NOW)
    for other in live_world.units:
        with other.scope():
            assert NumberSeries.objects.get().last == 5
