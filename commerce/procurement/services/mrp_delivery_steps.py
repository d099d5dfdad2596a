"""The long steps of a delivery of demand; one that was interrupted goes on from the delivery's own record."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db.models import Q

from commerce.masterdata.sheets import SheetUnreadable, as_typed, read_sheet, write_xlsx
from commerce.procurement.demand.columns import cells_of, form_of, suggested
from commerce.procurement.demand.odata import pull
from commerce.procurement.demand.resolving import Resolver, suppliers_named
from commerce.procurement.demand.rows import DemandRow, Form, Texts, in_order, read_rows
from commerce.procurement.import_states import MRP_DELIVERY
from commerce.procurement.importing.checking import RowProblem
from commerce.procurement.models import MrpDelivery, MrpDemand, MrpSource
from commerce.procurement.services.mrp_apply import Applied, mrp_apply
from commerce.procurement.services.mrp_delivery import (
    PERMISSION,
    EmptyDelivery,
    actor_of,
    begin_pull,
    keep_rows,
    locked_delivery,
)
from commerce.procurement.services.mrp_source import connection_of, plan_next_pull
from commerce.procurement.unit import this_unit
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.runtime import files, outbox
from tenants.runtime.gathering import gathered
from tenants.runtime.guard import require
from tenants.runtime.scope import Scope, current_scope, unit_of_work

BATCH = 500
PREVIEW = 10
MOST_PROBLEMS = 500
"""How many problems are kept for the screen."""

PROGRESSED = "procurement.mrp_delivery.progressed"
WAITING = {
    "read": ("uploaded",), "check": ("validating",), "pull": ("pulling", "applying"), "apply": ("applying",),
}  # fmt: skip
"""The states in which a step has something to do; a pull goes on applying what it has kept."""

Numbered = list[tuple[int, Texts]]


def run_delivery_step(*, scope: Scope, delivery_id: uuid.UUID, step: str, at: datetime) -> None:
    """This will run a step of a delivery outside of any unit of work; run again it goes on or does nothing."""
    with unit_of_work(scope):
        job = (
            MrpDelivery.objects.filter(id=delivery_id, status__in=WAITING[step])
            .select_related("source")
            .first()
        )
    if job is None:
        return
    try:
        {"read": _read, "check": _check, "pull": _pull, "apply": _apply}[step](scope, job, at)
    except DomainError as refusal:
        with unit_of_work(scope):
            locked = locked_delivery(delivery_id, None)
            if locked.status == job.status or locked.status == "applying":
                locked.failure_en, locked.failure_zh = refusal.message("en"), refusal.message("zh")
                _move(scope, locked, "failed", at)


def pull_by_clock(*, source_id: uuid.UUID, at: datetime) -> None:
    """This will begin the pull that is due, unless one still runs, and plan the next."""
    source = MrpSource.objects.filter(id=source_id, active=True).exclude(shape="").first()
    if source is None:
        return
    if not MrpDelivery.objects.filter(source=source, status__in=("pulling", "applying")).exists():
        scope = current_scope()
        clock = system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name=f"MRP: {source.name}")
        begin_pull(source, actor=clock, at=at)
    plan_next_pull(source, at)


def mrp_delivery_report(*, actor: Actor, at: datetime, delivery_id: uuid.UUID) -> dict[str, str]:
    """This will write the rows with problems as they came, what is wrong in a last column, and give a link.

    A table corrected in place can be delivered again. Raises Forbidden, NotFound.
    """
    require(actor, PERMISSION)
    job = MrpDelivery.objects.filter(id=delivery_id, file_id__isnull=False).first()
    if job is None:
        raise NotFound(field="deliveryId")
    chinese = actor.locale.startswith("zh")
    told: dict[int, list[str]] = {}
    for problem in job.problems:
        told.setdefault(problem["row"], []).append(
            f"{problem['column']}: {problem['zh' if chinese else 'en']}"
        )
    header, rows = _as_table(job)
    body = [[*cells, " | ".join(told[number])] for number, cells in rows if number in told]
    file_id = files.put(
        name=f"{(job.file_name or 'demand').rsplit('.', 1)[0]}-{'问题行' if chinese else 'problems'}.xlsx",
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        data=write_xlsx([*header, "问题" if chinese else "Problems"], body),
        purpose="mrp_delivery_report",
        actor=actor,
    )
    return {"url": files.link(file_id=file_id, actor=actor)}


def _as_table(job: MrpDelivery) -> tuple[list[str], list[tuple[int, list[str]]]]:
    data = files.read(file_id=job.file_id)  # type: ignore[arg-type]
    if job.channel == "file":
        width = len(job.columns)
        return list(job.columns), [(n, [*(*cells, *[""] * width)[:width]]) for n, cells in _sheet(data)[1:]]
    rows = json.loads(data)
    header = sorted({name for row in rows for name in row})
    return header, [(n, [row.get(name, "") for name in header]) for n, row in enumerate(rows, start=1)]


def _sheet(data: bytes) -> list[tuple[int, list[str]]]:
    rows = [(number, [as_typed(cell) for cell in cells]) for number, cells in read_sheet(data).rows]
    if len(rows) < 2:
        raise SheetUnreadable("EMPTY")
    return rows


def _texts(scope: Scope, job: MrpDelivery) -> tuple[Numbered, Form]:
    """The delivery's rows as texts by field, numbered as people find them, and how they are written."""
    with unit_of_work(scope):
        data = files.read(file_id=job.file_id)  # type: ignore[arg-type]
    if job.channel != "file":
        return list(enumerate(json.loads(data), start=1)), Form()
    rows: Numbered = [(number, cells_of(cells, job.mapping)) for number, cells in _sheet(data)[1:]]
    return rows, form_of(job.columns, job.mapping, job.date_format, job.decimal_mark)


def _read(scope: Scope, job: MrpDelivery, at: datetime) -> None:
    with unit_of_work(scope):
        data = files.read(file_id=job.file_id)  # type: ignore[arg-type]
    rows = _sheet(data)
    width = max(len(cells) for _, cells in rows)
    with unit_of_work(scope):
        locked = locked_delivery(job.id, None)
        if locked.status != "uploaded":
            return
        locked.columns = [*rows[0][1], *[""] * (width - len(rows[0][1]))]
        locked.preview = [[*cells, *[""] * (width - len(cells))] for _, cells in rows[1 : PREVIEW + 1]]
        locked.mapping = suggested(locked.columns)
        locked.total = len(rows) - 1
        _move(scope, locked, "read", at)


def _check(scope: Scope, job: MrpDelivery, at: datetime) -> None:
    texts, form = _texts(scope, job)
    rows, problems, _ = read_rows(texts, form)
    with unit_of_work(scope):
        locked = locked_delivery(job.id, None)
        if locked.status != "validating":
            return
        problems += _unresolved(_actor(scope, job), rows, at)
        known = MrpDemand.objects.filter(source_id=job.source_id, mrp_key__in=[row.key for row in rows])
        digests = dict(known.values_list("mrp_key", "digest"))
        bad = {problem.row for problem in problems}
        good = [row for row in rows if row.row not in bad]
        locked.counts = {
            "good": len(good),
            "new": sum(row.key not in digests for row in good),
            "unchanged": sum(digests.get(row.key) == row.digest for row in good),
            "problems": len(bad),
        }
        locked.problems = [_told(problem, form) for problem in problems[:MOST_PROBLEMS]]
        locked.total = len(rows)
        _move(scope, locked, "validated", at)


def _unresolved(actor: Actor, rows: Sequence[DemandRow], at: datetime) -> list[RowProblem]:
    suppliers = suppliers_named(actor=actor, rows=rows)
    resolver = Resolver(actor=actor, rows=rows, suppliers=suppliers, currency=this_unit().currency, at=at)
    found = [resolver.resolve(row) for row in rows if not row.cancelled]
    return [each for each in found if isinstance(each, RowProblem)]


def _pull(scope: Scope, job: MrpDelivery, at: datetime) -> None:
    if job.status == "applying":
        _apply(scope, job, at)
        return
    with unit_of_work(scope):
        connection = connection_of(job.source)
    rows = pull(connection)
    if not rows:
        raise EmptyDelivery
    with unit_of_work(scope):
        locked = locked_delivery(job.id, None)
        if locked.status != "pulling":
            return
        keep_rows(locked, rows, actor=_actor(scope, job))
        _move(scope, locked, "applying", at)
    job.file_id = locked.file_id
    _apply(scope, job, at)


def _apply(scope: Scope, job: MrpDelivery, at: datetime) -> None:
    texts, form = _texts(scope, job)
    rows, problems, keys = read_rows(texts, form)
    if not rows:
        raise EmptyDelivery
    ordered = in_order(rows, job.source.grouping)
    while _apply_batch(scope, job.id, ordered, problems, form, at):
        continue
    if job.complete:
        _cancel_missing(scope, job, keys, at)
    with unit_of_work(scope):
        locked = locked_delivery(job.id, None)
        if locked.status == "applying":
            locked.applied_at = at
            MrpSource.objects.filter(id=job.source_id).update(delivered_at=at)
            _move(scope, locked, "applied", at)


def _apply_batch(
    scope: Scope,
    delivery_id: uuid.UUID,
    rows: Sequence[DemandRow],
    unread: Sequence[RowProblem],
    form: Form,
    at: datetime,
) -> bool:
    """This will bring the next rows in and count them in the same unit of work; False when none is left."""
    with unit_of_work(scope), gathered():
        locked = locked_delivery(delivery_id, None)
        if locked.status != "applying":
            return False
        if not locked.counts:
            locked.total = len(rows)
            _count(locked, Applied(problems=list(unread)), form)
        batch = rows[locked.progress : locked.progress + BATCH]
        if batch:
            done = mrp_apply(
                actor=_actor(scope, locked),
                at=at,
                source_id=locked.source_id,
                rows=batch,
                delivery_id=delivery_id,
            )
            locked.progress += len(batch)
            _count(locked, done, form)
        locked.save(update_fields=["counts", "progress", "total", "problems"])
        _tell(scope, locked, at)
        return bool(batch)


def _cancel_missing(scope: Scope, job: MrpDelivery, named: set[str], at: datetime) -> None:
    """This will take demand for cancelled that a complete delivery does not name, batch by batch."""
    with unit_of_work(scope):
        known = MrpDemand.objects.filter(source_id=job.source_id).order_by("mrp_key")
        alive = known.filter(Q(cancelled=False) | ~Q(exception=""))
        missing = [demand for demand in alive if demand.mrp_key not in named]
    rows = [_cancelled(demand) for demand in missing]
    for start in range(0, len(rows), BATCH):
        with unit_of_work(scope), gathered():
            locked = locked_delivery(job.id, None)
            if locked.status != "applying":
                return
            done = mrp_apply(
                actor=_actor(scope, locked), at=at, source_id=locked.source_id,
                rows=rows[start : start + BATCH], delivery_id=job.id,
            )  # fmt: skip
            _count(locked, done, Form())
            locked.save(update_fields=["counts", "problems"])


def _cancelled(demand: MrpDemand) -> DemandRow:
    return demand_row(demand, cancelled=True)


def demand_row(demand: MrpDemand, *, cancelled: bool | None = None) -> DemandRow:
    """This will give what was last delivered under a key as a row again, or as cancelled."""
    return DemandRow(
        row=0,
        key=demand.mrp_key,
        item_code=demand.item_code,
        description=demand.description,
        category=demand.category,
        quantity=demand.quantity,
        unit=demand.unit,
        need_by_date=demand.need_by_date,
        unit_price=demand.unit_price,
        currency=demand.currency,
        supplier=demand.supplier,
        cost_centre=demand.cost_centre,
        cancelled=demand.cancelled if cancelled is None else cancelled,
    )


def _count(job: MrpDelivery, done: Applied, form: Form) -> None:
    for word, number in done.counts.items():
        if word != "problems":
            job.counts[word] = job.counts.get(word, 0) + number
    job.counts["problems"] = job.counts.get("problems", 0) + len(done.problems)
    room = MOST_PROBLEMS - len(job.problems)
    job.problems = [*job.problems, *(_told(problem, form) for problem in done.problems[:room])]


def _told(problem: RowProblem, form: Form) -> dict[str, object]:
    return {**asdict(problem), "column": form.name_of(problem.column)}


def _actor(scope: Scope, job: MrpDelivery) -> Actor:
    return actor_of(job, group_id=scope.group_id, unit_id=scope.unit_id)


def _move(scope: Scope, job: MrpDelivery, target: str, at: datetime) -> None:
    MRP_DELIVERY.check(job.status, target)
    job.status = target
    job.version += 1
    job.save()
    _tell(scope, job, at)


def _tell(scope: Scope, job: MrpDelivery, at: datetime) -> None:
    outbox.publish(
        event_type=PROGRESSED, subject_type="mrp_delivery", subject_id=job.id, version=job.version, at=at,
        actor=system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="MRP"),
        payload={"status": job.status},
    )  # fmt: skip
