"""Imports of the supplier register, as people drive them: upload, map, validate, apply, discard.

Each step that takes long is asked for by an event and run by `import_steps` in a task.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commerce.masterdata import events
from commerce.masterdata.models import ImportJob, ImportRow
from commerce.masterdata.states import IMPORT
from commerce.masterdata.supplier_fields import FIELD_NAMES, LABELS, REQUIRED, checked, input_name
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.runtime import audit, files, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

PERMISSION = "masterdata.supplier.import"
PURPOSE = "supplier_import"
"""The purpose with which a file of an import is uploaded."""


class ImportHasBadRows(DomainError):
    """Some rows are wrong and the import was not asked to leave them out."""

    code = "IMPORT_HAS_BAD_ROWS"
    en = "{bad} rows have problems. Correct them, or import the {good} good rows only."
    zh = "有 {bad} 行存在问题。请更正，或仅导入 {good} 行正确的数据。"


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """Which column of the file, counted from 0, is which field."""

    field: str
    column: int


@dataclass(frozen=True, slots=True)
class DefaultValue:
    """The value of a field in rows whose cell is empty, e.g. the country."""

    field: str
    value: str


def supplier_import_create(*, actor: Actor, file_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """This will start an import from an uploaded file and give its id; the file is read in the background.

    Raises NotFound for a file that was not uploaded for an import.
    """
    require(actor, PERMISSION)
    described = files.describe(file_id=file_id)
    if described.purpose != PURPOSE or described.created_by != actor.key or actor.group_id is None:
        raise NotFound(field="fileId")
    job = ImportJob(
        group_id=actor.group_id,
        file_id=file_id,
        file_name=described.name,
        size=described.size,
        sha256=described.sha256,
        actor=_as_json(actor),
        uploaded_by_name=actor.display_name,
        changed_at=at,
    )
    ImportJob.objects.bulk_create([job])
    request_step(actor=actor, job=job, step="read", at=at)
    return job.id


def supplier_import_map(
    *,
    actor: Actor,
    import_id: uuid.UUID,
    version: int,
    mapping: Sequence[ColumnChoice],
    at: datetime,
    defaults: Sequence[DefaultValue] = (),
) -> uuid.UUID:
    """This will set which column is which field, have all rows checked, and give the import's id.

    Raises NotFound, Conflict, Invalid, IllegalTransition.
    """
    require(actor, PERMISSION)
    job = _locked(actor, import_id, version)
    _move(job, "validating")
    job.mapping = _checked_mapping(job, mapping)
    job.defaults = _checked_defaults(job, defaults)
    job.progress, job.counts, job.actor = 0, {}, _as_json(actor)
    _save(job, at, "mapping", "defaults", "progress", "counts", "actor", "status")
    request_step(actor=actor, job=job, step="validate", at=at)
    return job.id


def supplier_import_apply(
    *,
    actor: Actor,
    import_id: uuid.UUID,
    version: int,
    at: datetime,
    only_good_rows: bool = False,
) -> uuid.UUID:
    """This will write the checked rows into the register in the background and give the import's id.

    Raises NotFound, Conflict, IllegalTransition, and ImportHasBadRows unless only good rows were asked for.
    """
    require(actor, PERMISSION)
    job = _locked(actor, import_id, version)
    _move(job, "applying")
    bad = int(job.counts.get("bad", 0))
    if bad and not only_good_rows:
        raise ImportHasBadRows(field="onlyGoodRows", bad=bad, good=job.total - bad)
    job.only_good_rows, job.progress, job.actor = only_good_rows, 0, _as_json(actor)
    _save(job, at, "only_good_rows", "progress", "actor", "status")
    audit.record(
        actor=actor,
        action=PERMISSION,
        subject_type="supplier_import",
        subject_id=job.id,
        subject_label=job.file_name,
        at=at,
        new={"sha256": job.sha256, "counts": job.counts, "only_good_rows": only_good_rows},
    )
    request_step(actor=actor, job=job, step="apply", at=at)
    return job.id


def supplier_import_discard(*, actor: Actor, import_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """This will give an import up, delete its file and rows, and give its id.

    Raises NotFound, IllegalTransition.
    """
    require(actor, PERMISSION)
    job = _locked(actor, import_id, None)
    _move(job, "discarded")
    _save(job, at, "status")
    ImportRow.objects.filter(group_id=job.group_id, job=job).delete()
    files.delete(file_id=job.file_id)
    return job.id


def request_step(*, actor: Actor, job: ImportJob, step: str, at: datetime) -> None:
    """This will ask for a step of the import to be run in the background."""
    outbox.publish(
        event_type=events.SUPPLIER_IMPORT_REQUESTED,
        subject_type="supplier_import",
        subject_id=job.id,
        version=job.version,
        at=at,
        actor=actor,
        payload={"step": step},
    )


def actor_of(job: ImportJob) -> Actor:
    """This will give the actor on whose behalf the import's running step works; it holds no permissions."""
    told: Mapping[str, str] = job.actor
    own: dict[str, Any] = {
        name: uuid.UUID(told[name]) for name in ("person_id", "api_key_id") if told.get(name)
    }
    return Actor(
        kind="api_key" if told.get("kind") == "api_key" else "person",
        permissions=frozenset(),
        display_name=told.get("display_name", ""),
        group_id=job.group_id,
        locale=told.get("locale", "en"),
        **own,
    )


def _as_json(actor: Actor) -> dict[str, str]:
    ids = {"person_id": actor.person_id, "api_key_id": actor.api_key_id}
    return {
        "kind": actor.kind,
        "display_name": actor.display_name,
        "locale": actor.locale,
        **{name: str(value) for name, value in ids.items() if value},
    }


def _locked(actor: Actor, import_id: uuid.UUID, version: int | None) -> ImportJob:
    rows = lock_rows(ImportJob.objects.filter(group_id=actor.group_id, id=import_id))
    if not rows:
        raise NotFound(field="importId")
    if version is not None and rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]


def _move(job: ImportJob, target: str) -> None:
    IMPORT.check(job.status, target)
    job.status = target


def _save(job: ImportJob, at: datetime, *fields: str) -> None:
    job.version += 1
    job.changed_at = at
    job.save(update_fields=[*fields, "version", "changed_at"])


def _checked_mapping(job: ImportJob, mapping: Sequence[ColumnChoice]) -> dict[str, int]:
    chosen = {choice.field: choice.column for choice in mapping}
    places = list(chosen.values())
    if (
        len(chosen) != len(mapping)
        or len(set(places)) != len(places)
        or not set(chosen) <= set(FIELD_NAMES)
        or any(not 0 <= place < len(job.columns) for place in places)
    ):
        raise Invalid(
            field="mapping",
            reason_en="Give each field one column of the file, and each column to one field at most.",
            reason_zh="每个字段只能对应文件中的一列，每列最多对应一个字段。",
        )
    if "legal_name" not in chosen:
        label_en, label_zh = LABELS["legal_name"]
        raise Invalid(
            field="mapping",
            reason_en=f"Choose the column of the field “{label_en}”.",
            reason_zh=f"请选择“{label_zh}”对应的列。",
        )
    return chosen


def _checked_defaults(job: ImportJob, defaults: Sequence[DefaultValue]) -> dict[str, str]:
    """Defaults make sense for the country and the currency; without a column, the country needs one."""
    raw = {default.field: default.value for default in defaults if default.value.strip()}
    if not set(raw) <= {"country", "currency"}:
        raise Invalid(
            field="defaults",
            reason_en="Only the country and the currency can have a default.",
            reason_zh="仅国家/地区和币种可设置默认值。",
        )
    values, problems = checked(raw)
    for problem in problems:
        raise Invalid(
            field=f"defaults.{input_name(problem.field)}", reason_en=problem.en, reason_zh=problem.zh
        )
    missing = [name for name in REQUIRED if name not in job.mapping and name not in values]
    if missing:
        label_en, label_zh = LABELS[missing[0]]
        raise Invalid(
            field="defaults",
            reason_en=f"The file has no column for “{label_en}”: choose a default.",
            reason_zh=f"文件中没有“{label_zh}”列，请选择默认值。",
        )
    return values
