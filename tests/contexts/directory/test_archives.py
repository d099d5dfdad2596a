"""A unit goes out as files and comes back the same: in place, or as a new unit without its former keys."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from tenants.accounts.models import Membership
from tenants.directory.archives.export import export_unit
from tenants.directory.archives.manifest import BrokenArchive, read_manifest
from tenants.directory.archives.restore import restore_in_place
from tenants.directory.models import BusinessUnit
from tenants.directory.provisioning.job import run_waiting_jobs
from tenants.kernel.actor import system_actor
from tenants.runtime import audit, files
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work, unit_scope
from tenants.runtime.tasks import TaskRefused, active_unit_scope
from tenants.runtime.unit.models import NumberSeries, UnitAuditEntry
from tests.contexts.directory.test_template import lines_of
from tests.support.world import NOW, fixed_id

ACTOR = system_actor(name="test")


def manage(*arguments):
    out = StringIO()
    call_command(*[str(a) for a in arguments], stdout=out)
    return out.getvalue()


@pytest.fixture
def filled(live_world):
    """Unit a1 with a number, an audit row with odd text, and a file."""
    with live_world.a1.scope():
        NumberSeries.objects.create(kind='PR "quoted", line\nbreak 采购', year=2026, last=7)
        audit.record(
            actor=live_world.a1.actor(), action="x.y.z", subject_type="thing", subject_id=fixed_id(1), at=NOW,
            new={"name": "上海", "empty": "", "nothing": None},
        )  # fmt: skip
        live_world_file = files.put(
            name="a.txt",
            content_type="text/plain",
            data=b"secret text",
            purpose="x",
            actor=live_world.a1.actor(),
        )
    return live_world, live_world_file


def unit_of(world_unit):
    with unit_of_work(PLATFORM):
        return BusinessUnit.objects.get(id=world_unit.id)


def test_an_archive_holds_every_table_with_rows_and_hashes(filled, tmp_path):
    world, _ = filled
    manifest, sha256 = export_unit(unit=unit_of(world.a1), folder=tmp_path / "out", at=NOW)
    assert read_manifest(tmp_path / "out", sha256=sha256) == manifest
    rows = {table.name: table.rows for table in manifest.tables if table.rows}
    assert rows["runtime_number_series"] == 1
    assert manifest.unit["slug"] == "a1"
    again, _ = export_unit(unit=unit_of(world.a1), folder=tmp_path / "again", at=NOW)
    assert again == manifest
    dump = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*.csv"))
    assert b"secret text" not in dump


def test_a_changed_file_or_manifest_is_noticed(filled, tmp_path):
    world, _ = filled
    folder = tmp_path / "out"
    _, sha256 = export_unit(unit=unit_of(world.a1), folder=folder, at=NOW)
    table = folder / "tables" / "runtime_number_series.csv"
    table.write_bytes(table.read_bytes().replace(b",7", b",8"))
    with pytest.raises(BrokenArchive, match="runtime_number_series"):
        restore_in_place(actor=ACTOR, unit=unit_of(world.a1), folder=folder, at=NOW)
    with world.a1.scope():
        assert NumberSeries.objects.get().last == 7
    raw = json.loads((folder / "manifest.json").read_text())
    raw["unit"]["slug"] = "b1"
    (folder / "manifest.json").write_text(json.dumps(raw))
    with pytest.raises(BrokenArchive, match="recorded"):
        read_manifest(folder, sha256=sha256)
    (folder / "manifest.json").unlink()
    with pytest.raises(BrokenArchive, match="not finished"):
        read_manifest(folder)


def test_a_unit_is_put_back_to_its_archive_and_nothing_signed_before_counts(filled, tmp_path):
    world, file_id = filled
    folder = tmp_path / "out"
    epoch = unit_of(world.a1).epoch
    catalogue = lines_of(world.a.id, world.a1.schema_name)
    export_unit(unit=unit_of(world.a1), folder=folder, at=NOW)
    with world.a1.scope():
        NumberSeries.objects.update(last=99)
        NumberSeries.objects.create(kind="PO", year=2026, last=1)
    with world.a2.scope():
        NumberSeries.objects.create(kind="A2", year=2026, last=5)
    assert "stands as of" in manage("unit_restore", folder)
    with world.a1.scope():
        assert list(NumberSeries.objects.values_list("last", flat=True)) == [7]
        assert UnitAuditEntry.objects.filter(action="x.y.z").get().new["name"] == "上海"
        assert files.read(file_id=file_id) == b"secret text"
        NumberSeries.objects.create(kind="NEW", year=2026, last=1)
    with world.a2.scope():
        assert NumberSeries.objects.get().kind == "A2"
    assert lines_of(world.a.id, world.a1.schema_name) == catalogue
    assert unit_of(world.a1).epoch == epoch + 1
    with pytest.raises(TaskRefused, match="epoch"):
        active_unit_scope(unit_id=str(world.a1.id), group_id=str(world.a.id), epoch=epoch)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 't\\_%'")
        assert cursor.fetchone() == (3,)


def test_an_archive_of_another_unit_is_refused(filled, tmp_path):
    world, _ = filled
    export_unit(unit=unit_of(world.a1), folder=tmp_path / "out", at=NOW)
    with pytest.raises(Exception, match="the archive is of unit a1"):
        restore_in_place(actor=ACTOR, unit=unit_of(world.a2), folder=tmp_path / "out", at=NOW)


def test_an_erased_unit_comes_back_under_its_slug_without_its_members_and_epochs(
    live_world, order, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "media"
    job = order("returning")
    run_waiting_jobs(at=NOW)
    with unit_of_work(PLATFORM):
        former = BusinessUnit.objects.get(id=job.unit_id)
    scope = unit_scope(group_id=former.group_id, unit_id=former.id, schema_name=former.schema_name)
    with unit_of_work(scope):
        NumberSeries.objects.create(kind="PR", year=2026, last=42)
        file_id = files.put(
            name="a.txt", content_type="text/plain", data=b"kept", purpose="x", actor=live_world.a.actor()
        )
    manage("unit_export", "returning", tmp_path / "out")
    with pytest.raises(CommandError, match="Nothing was deleted"):
        manage("unit_erase", "returning")
    assert "gone" in manage("unit_erase", "returning", "--confirm", "returning")
    assert "no members" in manage("unit_restore", tmp_path / "out", "--as-new", "returning")
    with unit_of_work(PLATFORM):
        back = BusinessUnit.objects.get(slug="returning", status="active")
    assert back.id != former.id
    assert back.schema_name != former.schema_name
    with pytest.raises(TaskRefused):
        active_unit_scope(unit_id=str(former.id), group_id=str(former.group_id), epoch=None)
    with unit_of_work(ACCOUNTS):
        assert not Membership.objects.filter(unit_id__in=[former.id, back.id]).exists()
    with unit_of_work(unit_scope(group_id=back.group_id, unit_id=back.id, schema_name=back.schema_name)):
        assert NumberSeries.objects.get(kind="PR").last == 42
        assert files.read(file_id=file_id) == b"kept"
    assert lines_of(back.group_id, back.schema_name) == lines_of(live_world.a.id, live_world.a1.schema_name)


def test_invariants_hold_in_every_unit_and_a_broken_one_is_told(live_world):
    assert "3 units" in manage("invariants")
    with connections["owner"].cursor() as cursor:
        schema = live_world.a1.schema_name
        cursor.execute(
            f'CREATE VIEW "{schema}".inv_test_series AS SELECT kind FROM "{schema}".runtime_number_series'
        )
        cursor.execute(f'GRANT SELECT ON "{schema}".inv_test_series TO "{live_world.a1.unit_scope.role}"')
    with live_world.a1.scope():
        NumberSeries.objects.create(kind="PR", year=2026, last=1)
    with pytest.raises(CommandError, match="violations"):
        manage("invariants", "--unit", "a1")
