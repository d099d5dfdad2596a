"""Exporting a whole group: asked for by an administrator, made by the worker, handed out by short links."""

import shutil
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from tenants.departure.archive.manifest import GroupManifest, pack
from tenants.departure.archive.write import write_archive
from tenants.departure.models import GroupExport
from tenants.directory.archives.manifest import digest_of
from tenants.directory.policies import own_group_id
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit, clock, files, outbox
from tenants.runtime.guard import require, require_recent_proof
from tenants.runtime.scope import Scope, unit_of_work

REQUESTED = "departure.group_export.requested"
EXPIRES = "departure.group_export.expire"
PART_BYTES = 16 * 1024 * 1024
KEEP = timedelta(days=7)
OPEN = ("waiting", "running")


class ExportRunning(DomainError):
    """An export of the group is being made already."""

    code = "EXPORT_RUNNING"
    en = "An export is being made already."
    zh = "正在生成导出文件，请稍候。"


def group_export_request(*, actor: Actor, at: datetime) -> uuid.UUID:
    """This will order an archive of everything the group has. Raises Forbidden, ProofRequired, ExportRunning."""
    require(actor, "departure.group_export.request")
    require_recent_proof(actor, at=at)
    if GroupExport.objects.filter(status__in=OPEN).exists():
        raise ExportRunning
    made = GroupExport(group_id=own_group_id(actor), requested_by=actor.person_id, created_at=at)
    GroupExport.objects.bulk_create([made])
    _tell(actor, made, "request", "requested", at)
    return made.id


def group_export_download(*, actor: Actor, at: datetime, group_export_id: uuid.UUID) -> dict[str, object]:
    """This will make links to the parts of a finished export, good for five minutes and for this person.

    Raises Forbidden, ProofRequired, NotFound.
    """
    require(actor, "departure.group_export.download")
    require_recent_proof(actor, at=at)
    found = GroupExport.objects.filter(id=group_export_id, status="done").first()
    if found is None:
        raise NotFound(field="groupExportId")
    links = [files.link(file_id=uuid.UUID(file_id), actor=actor) for file_id in found.file_ids]
    _tell(actor, found, "download", "downloaded", at)
    return {"group_export_id": found.id, "links": links}


def run_export(*, scope: Scope, group_export_id: uuid.UUID, at: datetime) -> None:
    """This will make an export that was ordered; for the worker. Repeated after a crash it begins anew.

    A slow one may be begun again beside itself: each run has a folder of its own, and the first to end counts.
    """
    actor = system_actor(group_id=scope.group_id, name="Export")
    with unit_of_work(scope):
        found = GroupExport.objects.filter(id=group_export_id, status__in=OPEN).first()
        if found is None:
            return
        GroupExport.objects.filter(id=found.id).update(status="running")
    place = Path(settings.MEDIA_ROOT) / "leaving" / str(new_id())
    try:
        _make(scope, found, place, actor, at)
    except OSError as error:
        with unit_of_work(scope):
            ended = clock.now()  # reviewed: an export may take an hour
            GroupExport.objects.filter(id=found.id, status__in=OPEN).update(
                status="failed", error=type(error).__name__, finished_at=ended
            )
            _tell(actor, found, "request", "failed", at)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _make(scope: Scope, found: GroupExport, place: Path, actor: Actor, at: datetime) -> None:
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    manifest = write_archive(
        group_id=found.group_id, folder=place / "archive", at=at, progress=_progress(scope, found, actor)
    )
    packed = place / "archive.zip"
    pack(place / "archive", packed)
    with unit_of_work(scope):
        done = GroupExport.objects.select_for_update().filter(id=found.id, status__in=OPEN).first()
        if done is None:
            return
        done.file_ids = [str(key) for key in _parts(packed, actor, at)]
        _finish(done, manifest, packed, at)
        _tell(actor, done, "request", "done", at, new={"rows": done.row_count, "sha256": done.sha256})
        clock.set_alarm(kind=EXPIRES, subject_id=done.id, due_at=at + KEEP)


def _parts(packed: Path, actor: Actor, at: datetime) -> list[uuid.UUID]:
    """The archive as encrypted files of the group, each within what one file may hold."""
    made: list[uuid.UUID] = []
    name = f"hanse-{at:%Y%m%d-%H%M}.zip"
    whole = packed.stat().st_size <= PART_BYTES
    with packed.open("rb") as file:
        while data := file.read(PART_BYTES):
            part = name if whole else f"{name}.{len(made) + 1:03}"
            made.append(
                files.put(
                    name=part, content_type="application/zip", data=data, purpose="group_export", actor=actor
                )
            )
    return made


def _finish(done: GroupExport, manifest: GroupManifest, packed: Path, at: datetime) -> None:
    done.status, done.expires_at = "done", at + KEEP
    done.finished_at = clock.now()  # reviewed: an export may take an hour
    done.done = done.total
    done.row_count, done.byte_count = manifest.row_count, packed.stat().st_size
    done.sha256 = digest_of(packed)
    done.save()


def _progress(scope: Scope, found: GroupExport, actor: Actor) -> Callable[[int, int], None]:
    def note(done: int, total: int) -> None:
        with unit_of_work(scope):
            GroupExport.objects.filter(id=found.id).update(done=done, total=total)
            outbox.publish(
                event_type="departure.group_export.progressed", subject_type="group_export", subject_id=found.id,
                at=clock.now(), actor=actor,  # reviewed: an export may take an hour
            )  # fmt: skip

    return note


def export_expire(*, group_export_id: uuid.UUID, at: datetime) -> None:
    """This will delete the parts of an export whose week is over; for the clock."""
    found = GroupExport.objects.select_for_update().filter(id=group_export_id, status="done").first()
    if found is None:
        return
    for file_id in found.file_ids:
        files.delete(file_id=uuid.UUID(file_id))
    found.status, found.file_ids = "expired", []
    found.save(update_fields=["status", "file_ids"])


def _tell(
    actor: Actor,
    export: GroupExport,
    action: str,
    event: str,
    at: datetime,
    *,
    new: dict[str, object] | None = None,
) -> None:
    audit.record(
        actor=actor, action=f"departure.group_export.{action}", subject_type="group_export", subject_id=export.id,
        at=at, new={"event": event, **(new or {})},
    )  # fmt: skip
    outbox.publish(
        event_type=f"departure.group_export.{event}", subject_type="group_export", subject_id=export.id, at=at,
        actor=actor,
    )  # fmt: skip
