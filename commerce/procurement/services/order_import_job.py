"""Imports of orders, as people drive them: upload, map, check, apply, discard.

Each step that takes long is asked for by an event and run by `order_import_steps` in a task. An import of a unit
takes suppliers and items from the group's register and adds none: head office does that.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commerce.procurement.import_states import IMPORT
from commerce.procurement.importing.columns import DATE_FORMATS, FIELDS, FIXABLE, NEEDED, as_mapping
from commerce.procurement.models import OrderImport
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.runtime import audit, files, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

PERMISSION = "procurement.order.import"
PURPOSE = "order_import"
"""The purpose with which a file of an import is uploaded."""

REQUESTED = "procurement.order_import.requested"


class OrdersHaveProblems(DomainError):
    """Some rows are wrong and the import was not asked to leave their orders out."""

    code = "ORDERS_HAVE_PROBLEMS"
    en = "{bad} problems were found. Correct the rows, or import the {good} good orders only."
    zh = "发现 {bad} 个问题。请更正，或仅导入 {good} 张正确的订单。"


@dataclass(frozen=True, slots=True)
class OrderColumn:
    """Which column of the file, counted from 0, is which field."""

    field: str
    column: int


@dataclass(frozen=True, slots=True)
class FixedValue:
    """The text of a field in every row, when no column gives it."""

    field: str
    value: str


def order_import_create(*, actor: Actor, at: datetime, file_id: uuid.UUID) -> uuid.UUID:
    """This will start an import from an uploaded file and give its id; the file is read in the background.

    Raises Forbidden, NotFound for a file that was not uploaded for an import of orders by the actor.
    """
    require(actor, PERMISSION)
    described = files.describe(file_id=file_id)
    if described.purpose != PURPOSE or described.created_by != actor.key:
        raise NotFound(field="fileId")
    job = OrderImport(
        file_id=file_id,
        file_name=described.name,
        sha256=described.sha256,
        actor=_as_json(actor),
        uploaded_by_key=actor.key,
        uploaded_by_name=actor.display_name,
    )
    OrderImport.objects.bulk_create([job])
    _request(actor, job, "read", at)
    return job.id


def order_import_map(
    *,
    actor: Actor,
    at: datetime,
    import_id: uuid.UUID,
    version: int,
    mapping: Sequence[OrderColumn],
    fixed: Sequence[FixedValue] = (),
    date_format: str = "%Y-%m-%d",
    decimal_mark: str = ".",
) -> uuid.UUID:
    """This will set how the file is read, have all rows checked, and give the import's id.

    Raises Forbidden, NotFound, Conflict, Invalid, IllegalTransition.
    """
    require(actor, PERMISSION)
    job = locked_import(import_id, version)
    IMPORT.check(job.status, "validating")
    job.mapping, job.fixed = _checked(job, mapping, fixed)
    if date_format not in DATE_FORMATS:
        raise Invalid(
            field="dateFormat", reason_en="Choose one of the known forms.", reason_zh="请选择已知的日期格式。"
        )
    job.date_format, job.decimal_mark = date_format, decimal_mark
    mapping_of(job)
    job.status, job.progress, job.counts, job.problems = "validating", 0, {}, []
    _keep(job, actor)
    _request(actor, job, "check", at)
    return job.id


def order_import_apply(
    *, actor: Actor, at: datetime, import_id: uuid.UUID, version: int, only_good: bool = False
) -> uuid.UUID:
    """This will write the checked orders in the background and give the import's id.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, OrdersHaveProblems unless only good ones were asked for.
    """
    require(actor, PERMISSION)
    job = locked_import(import_id, version)
    IMPORT.check(job.status, "applying")
    bad = int(job.counts.get("problems", 0))
    if bad and not only_good:
        raise OrdersHaveProblems(field="onlyGood", bad=bad, good=job.counts.get("good", 0))
    job.status, job.progress = "applying", 0
    _keep(job, actor)
    audit.record(
        actor=actor, action=PERMISSION, subject_type="order_import", subject_id=job.id,
        subject_label=job.file_name, at=at, new={"sha256": job.sha256, "counts": job.counts},
    )  # fmt: skip
    _request(actor, job, "apply", at)
    return job.id


def order_import_discard(*, actor: Actor, at: datetime, import_id: uuid.UUID) -> uuid.UUID:
    """This will give an import up, delete its file, and give its id; raises Forbidden, NotFound, IllegalTransition."""
    require(actor, PERMISSION)
    job = locked_import(import_id, None)
    IMPORT.check(job.status, "discarded")
    job.status = "discarded"
    _keep(job, actor)
    files.delete(file_id=job.file_id)
    audit.record(
        actor=actor, action=PERMISSION, subject_type="order_import", subject_id=job.id,
        subject_label=job.file_name, at=at, new={"status": job.status},
    )  # fmt: skip
    return job.id


def locked_import(import_id: uuid.UUID, version: int | None) -> OrderImport:
    """This will lock an import of the unit; raises NotFound and Conflict."""
    rows = lock_rows(OrderImport.objects.filter(id=import_id))
    if not rows:
        raise NotFound(field="importId")
    if version is not None and rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]


def mapping_of(job: OrderImport) -> Any:
    """This will make the mapping of an import; raises BadMapping."""
    return as_mapping(
        columns=job.columns,
        places=job.mapping,
        fixed=job.fixed,
        date_format=job.date_format,
        decimal_mark=job.decimal_mark,
    )


def actor_of(job: OrderImport, *, group_id: Any, unit_id: Any) -> Actor:
    """This will give the actor for whom a step works: the person or key that asked, with this one permission."""
    told: Mapping[str, str] = job.actor
    own: dict[str, Any] = {n: uuid.UUID(told[n]) for n in ("person_id", "api_key_id") if told.get(n)}
    return Actor(
        kind="api_key" if told.get("kind") == "api_key" else "person",
        permissions=frozenset({PERMISSION}),
        display_name=told.get("display_name", ""),
        group_id=group_id,
        unit_id=unit_id,
        locale=told.get("locale", "en"),
        **own,
    )


def _as_json(actor: Actor) -> dict[str, str]:
    ids = {"person_id": actor.person_id, "api_key_id": actor.api_key_id}
    told = {"kind": actor.kind, "display_name": actor.display_name, "locale": actor.locale}
    return {**told, **{name: str(value) for name, value in ids.items() if value}}


def _keep(job: OrderImport, actor: Actor) -> None:
    job.version += 1
    job.actor = _as_json(actor)
    job.save()


def _request(actor: Actor, job: OrderImport, step: str, at: datetime) -> None:
    outbox.publish(
        event_type=REQUESTED, subject_type="order_import", subject_id=job.id, version=job.version, at=at,
        actor=actor, payload={"step": step},
    )  # fmt: skip


def _checked(
    job: OrderImport, mapping: Sequence[OrderColumn], fixed: Sequence[FixedValue]
) -> tuple[dict[str, int], dict[str, str]]:
    places = {choice.field: choice.column for choice in mapping}
    columns = list(places.values())
    if (
        len(places) != len(mapping)
        or len(set(columns)) != len(columns)
        or not set(places) <= set(FIELDS)
        or any(not 0 <= column < len(job.columns) for column in columns)
    ):
        raise Invalid(
            field="mapping",
            reason_en="Give each field one column of the file, and each column to one field at most.",
            reason_zh="每个字段只能对应文件中的一列，每列最多对应一个字段。",
        )
    texts = {value.field: value.value.strip() for value in fixed if value.value.strip()}
    if not set(texts) <= set(FIXABLE):
        raise Invalid(
            field="fixed",
            reason_en="Only the currency and the unit may be the same in every row.",
            reason_zh="仅币种和计量单位可对所有行使用固定值。",
        )
    for name in (*NEEDED, *FIXABLE):
        if name not in places and name not in texts:
            raise Invalid(
                field="mapping",
                reason_en=f"Choose the column of {name.split('.')[1].replace('_', ' ')}.",
                reason_zh=f"请选择字段 {name.split('.')[1]} 对应的列。",
            )
    return places, texts
