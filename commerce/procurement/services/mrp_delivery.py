"""Deliveries of material demand: by a client of the API, as a file that people map and check, or pulled.

Each step that takes long is asked for by an event and run by `mrp_delivery_steps` in a task.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from commerce.procurement.demand.columns import check_form, check_mapping
from commerce.procurement.import_states import MRP_DELIVERY
from commerce.procurement.models import MrpDelivery, MrpSource
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit, files, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

PERMISSION = "procurement.mrp_delivery.create"
PURPOSE = "mrp_delivery"
"""The purpose with which a table of demand is uploaded."""

REQUESTED = "procurement.mrp_delivery.requested"
LONGEST_API = 3_000


class SourcePaused(DomainError):
    """The source takes no deliveries now."""

    code = "SOURCE_PAUSED"
    en = "{name} is paused and takes no deliveries. Resume it first."
    zh = "来源“{name}”已暂停，不接收交付，请先恢复。"


class NotPulled(DomainError):
    """The source has no address to pull from."""

    code = "SOURCE_NOT_PULLED"
    en = "{name} is not pulled from an ERP. Deliver by the API or a file."
    zh = "来源“{name}”未配置 ERP 地址，请通过接口或文件交付。"


class DemandHasProblems(DomainError):
    """Some rows are wrong and the delivery was not asked to leave them out."""

    code = "DEMAND_HAS_PROBLEMS"
    en = "{bad} rows have problems. Correct them, or take the {good} good rows only."
    zh = "有 {bad} 行存在问题。请更正，或仅采用 {good} 行正确数据。"


class EmptyDelivery(Invalid):
    """A delivery without rows would cancel everything, or nothing."""

    code = "EMPTY_DELIVERY"

    def __init__(self) -> None:
        super().__init__(
            field="lines",
            reason_en="The delivery names no demand; nothing was changed.",
            reason_zh="交付中没有任何需求，未作任何更改。",
        )


@dataclass(frozen=True, slots=True)
class DemandInput:
    """One row as a client of the API delivers it."""

    key: str
    quantity: Decimal
    item_code: str = ""
    description: str = ""
    category: str = ""
    unit: str = ""
    need_by_date: date | None = None
    unit_price: Decimal | None = None
    currency: str = ""
    supplier: str = ""
    cost_centre: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class DemandColumn:
    """Which column of the file, counted from 0, is which field."""

    field: str
    column: int


def mrp_delivery_create(
    *, actor: Actor, at: datetime, source_id: uuid.UUID, lines: Sequence[DemandInput], complete: bool = False
) -> uuid.UUID:
    """This will take rows of demand in and bring them into requisitions in the background; gives the delivery's id.

    `complete` cancels open demand of the source that the rows do not name. Raises Forbidden, NotFound,
    SourcePaused, EmptyDelivery, Invalid.
    """
    require(actor, PERMISSION)
    source = open_source(source_id)
    if not lines:
        raise EmptyDelivery
    if len(lines) > LONGEST_API:
        raise Invalid(
            field="lines",
            reason_en=f"At most {LONGEST_API} rows at once. Send several deliveries, or a file.",
            reason_zh=f"每次最多 {LONGEST_API} 行，请分次交付或使用文件。",
        )
    job = new_delivery(source, "api", "applying", actor=actor, complete=complete)
    keep_rows(job, [_texts(line) for line in lines], actor=actor)
    _add(job, actor, at, "apply")
    return job.id


def mrp_delivery_upload(
    *, actor: Actor, at: datetime, source_id: uuid.UUID, file_id: uuid.UUID, complete: bool = False
) -> uuid.UUID:
    """This will begin a delivery from an uploaded table, which is read in the background; gives its id.

    Raises Forbidden, SourcePaused, NotFound for a file that was not uploaded for this by the actor.
    """
    require(actor, PERMISSION)
    source = open_source(source_id)
    described = files.describe(file_id=file_id)
    if described.purpose != PURPOSE or described.created_by != actor.key:
        raise NotFound(field="fileId")
    job = new_delivery(source, "file", "uploaded", actor=actor, complete=complete)
    job.file_id, job.file_name, job.sha256 = file_id, described.name, described.sha256
    _add(job, actor, at, "read")
    return job.id


def mrp_delivery_pull(*, actor: Actor, at: datetime, source_id: uuid.UUID) -> uuid.UUID:
    """This will have a source's ERP asked for its demand in the background, and give the delivery's id.

    Raises Forbidden, NotFound, SourcePaused, NotPulled.
    """
    require(actor, PERMISSION)
    source = open_source(source_id)
    if not source.shape:
        raise NotPulled(name=source.name)
    return begin_pull(source, actor=actor, at=at)


def mrp_delivery_map(
    *,
    actor: Actor,
    at: datetime,
    delivery_id: uuid.UUID,
    version: int,
    mapping: Sequence[DemandColumn],
    date_format: str = "%Y-%m-%d",
    decimal_mark: str = ".",
) -> uuid.UUID:
    """This will say how a table is read, have all rows checked, and give the delivery's id.

    Raises Forbidden, NotFound, Conflict, Invalid, IllegalTransition.
    """
    require(actor, PERMISSION)
    job = locked_delivery(delivery_id, version)
    MRP_DELIVERY.check(job.status, "validating")
    places = {choice.field: choice.column for choice in mapping}
    if len(places) != len(mapping):
        raise Invalid(
            field="mapping", reason_en="A field is named twice.", reason_zh="同一字段被指定了两次。"
        )
    check_mapping(job.columns, places)
    check_form(date_format, decimal_mark)
    job.mapping, job.date_format, job.decimal_mark = places, date_format, decimal_mark
    job.status, job.progress, job.counts, job.problems = "validating", 0, {}, []
    _keep(job, actor)
    _request(job, actor, at, "check")
    return job.id


def mrp_delivery_apply(
    *, actor: Actor, at: datetime, delivery_id: uuid.UUID, version: int, only_good: bool = False
) -> uuid.UUID:
    """This will bring the checked rows into requisitions in the background and give the delivery's id.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, SourcePaused, DemandHasProblems unless only good rows
    were asked for.
    """
    require(actor, PERMISSION)
    job = locked_delivery(delivery_id, version)
    MRP_DELIVERY.check(job.status, "applying")
    open_source(job.source_id)
    bad = int(job.counts.get("problems", 0))
    if bad and not only_good:
        raise DemandHasProblems(field="onlyGood", bad=bad, good=job.counts.get("good", 0))
    job.status, job.progress, job.counts, job.problems = "applying", 0, {}, []
    _keep(job, actor)
    _record(job, actor, at)
    _request(job, actor, at, "apply")
    return job.id


def mrp_delivery_discard(*, actor: Actor, at: datetime, delivery_id: uuid.UUID) -> uuid.UUID:
    """This will give a delivery up, delete its file, and give its id; raises Forbidden, NotFound, IllegalTransition."""
    require(actor, PERMISSION)
    job = locked_delivery(delivery_id, None)
    MRP_DELIVERY.check(job.status, "discarded")
    job.status = "discarded"
    _keep(job, actor)
    _record(job, actor, at)
    outbox.publish(
        event_type="procurement.mrp_delivery.discarded", subject_type="mrp_delivery", subject_id=job.id,
        version=job.version, at=at, actor=actor,
    )  # fmt: skip
    if job.file_id is not None:
        files.delete(file_id=job.file_id)
    return job.id


def begin_pull(source: MrpSource, *, actor: Actor, at: datetime) -> uuid.UUID:
    """This will begin a pull for a person or the clock."""
    job = new_delivery(source, "odata", "pulling", actor=actor, complete=True)
    _add(job, actor, at, "pull")
    return job.id


def open_source(source_id: uuid.UUID) -> MrpSource:
    """This will give a source that takes deliveries; raises NotFound, SourcePaused."""
    source = MrpSource.objects.filter(id=source_id).first()
    if source is None:
        raise NotFound(field="sourceId")
    if not source.active:
        raise SourcePaused(name=source.name)
    return source


def locked_delivery(delivery_id: uuid.UUID, version: int | None) -> MrpDelivery:
    """This will lock a delivery of the unit; raises NotFound and Conflict."""
    rows = lock_rows(MrpDelivery.objects.filter(id=delivery_id))
    if not rows:
        raise NotFound(field="deliveryId")
    if version is not None and rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]


def new_delivery(
    source: MrpSource, channel: str, status: str, *, actor: Actor, complete: bool
) -> MrpDelivery:
    """This will make a delivery in memory."""
    return MrpDelivery(
        id=new_id(),
        source=source,
        channel=channel,
        status=status,
        complete=complete,
        actor=_as_json(actor),
        delivered_by_key=actor.key,
        delivered_by_name=actor.display_name,
    )


def keep_rows(job: MrpDelivery, rows: Sequence[Mapping[str, str]], *, actor: Actor) -> None:
    """This will keep a delivery's rows as a private file."""
    data = json.dumps(list(rows), ensure_ascii=False).encode()
    job.file_id = files.put(
        name="demand.json", content_type="application/json", data=data, purpose=PURPOSE, actor=actor
    )
    job.sha256, job.total = files.describe(file_id=job.file_id).sha256, len(rows)


def actor_of(job: MrpDelivery, *, group_id: Any, unit_id: Any) -> Actor:
    """This will give the actor for whom a step works: who delivered, with this one permission."""
    told: Mapping[str, str] = job.actor
    own: dict[str, Any] = {n: uuid.UUID(told[n]) for n in ("person_id", "api_key_id") if told.get(n)}
    kind = told.get("kind", "system")
    return Actor(
        kind=kind,  # type: ignore[arg-type]
        permissions=frozenset({PERMISSION}),
        display_name=told.get("display_name", ""),
        group_id=group_id,
        unit_id=unit_id,
        locale=told.get("locale", "en"),
        **own,
    )


def _texts(line: DemandInput) -> dict[str, str]:
    """A row as texts, as the other channels give it."""
    return {
        "key": line.key,
        "item_code": line.item_code,
        "description": line.description,
        "category": line.category,
        "quantity": f"{line.quantity:f}",
        "unit": line.unit,
        "need_by_date": line.need_by_date.isoformat() if line.need_by_date else "",
        "unit_price": "" if line.unit_price is None else f"{line.unit_price:f}",
        "currency": line.currency,
        "supplier": line.supplier,
        "cost_centre": line.cost_centre,
        "cancelled": "true" if line.cancelled else "",
    }


def _as_json(actor: Actor) -> dict[str, str]:
    ids = {"person_id": actor.person_id, "api_key_id": actor.api_key_id}
    told = {"kind": actor.kind, "display_name": actor.display_name, "locale": actor.locale}
    return {**told, **{name: str(value) for name, value in ids.items() if value}}


def _add(job: MrpDelivery, actor: Actor, at: datetime, step: str) -> None:
    MrpDelivery.objects.bulk_create([job])
    _record(job, actor, at)
    _request(job, actor, at, step)


def _keep(job: MrpDelivery, actor: Actor) -> None:
    job.version += 1
    job.actor = _as_json(actor)
    job.save()


def _record(job: MrpDelivery, actor: Actor, at: datetime) -> None:
    audit.record(
        actor=actor, action=PERMISSION, subject_type="mrp_delivery", subject_id=job.id,
        subject_label=f"{job.source.name} {job.file_name}".strip(), at=at,
        new={"channel": job.channel, "status": job.status, "complete": job.complete, "sha256": job.sha256},
    )  # fmt: skip


def _request(job: MrpDelivery, actor: Actor, at: datetime, step: str) -> None:
    outbox.publish(
        event_type=REQUESTED, subject_type="mrp_delivery", subject_id=job.id, version=job.version, at=at,
        actor=actor, payload={"step": step},
    )  # fmt: skip
