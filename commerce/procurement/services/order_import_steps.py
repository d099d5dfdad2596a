"""The long steps of an import of orders; one that was interrupted goes on from the import's own record."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from commerce.masterdata.services.ensure import Ensured, master_data_find
from commerce.masterdata.sheets import SheetUnreadable, as_typed, read_sheet, write_xlsx
from commerce.procurement.import_states import IMPORT
from commerce.procurement.importing.checking import Checked, ReadOrder, RowProblem, check_rows
from commerce.procurement.importing.columns import column_names, suggested
from commerce.procurement.models import OrderImport, PurchaseOrder
from commerce.procurement.services.order_import import named_item, order_import, unknown_units
from commerce.procurement.services.order_import_job import (
    PERMISSION,
    actor_of,
    locked_import,
    mapping_of,
)
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.runtime import files, outbox
from tenants.runtime.guard import require
from tenants.runtime.scope import Scope, unit_of_work

BATCH = 200
PREVIEW = 10
MOST_PROBLEMS = 500
"""How many problems are kept for the screen; the file to correct has them all."""

PROGRESSED = "procurement.order_import.progressed"

Cells = list[tuple[int, list[str]]]


def run_import_step(*, scope: Scope, import_id: uuid.UUID, step: str, at: datetime) -> None:
    """This will run a step of an import outside of any unit of work; run again it goes on or does nothing."""
    waiting = {"read": "uploaded", "check": "validating", "apply": "applying"}[step]
    with unit_of_work(scope):
        job = OrderImport.objects.filter(id=import_id, status=waiting).first()
        if job is None:
            return
        data = files.read(file_id=job.file_id)
    try:
        rows = _rows(data)
        {"read": _read, "check": _check, "apply": _apply}[step](scope, job, rows, at)
    except DomainError as refusal:
        with unit_of_work(scope):
            locked = locked_import(import_id, None)
            if locked.status == waiting:
                locked.failure_en, locked.failure_zh = refusal.message("en"), refusal.message("zh")
                _move(scope, locked, "failed", at)


def order_import_report(*, actor: Actor, at: datetime, import_id: uuid.UUID) -> dict[str, str]:
    """This will write the rows with problems as they were uploaded, what is wrong in a last column; gives a link.

    Corrected in place the file can be uploaded again. Raises Forbidden, NotFound.
    """
    require(actor, PERMISSION)
    job = OrderImport.objects.filter(id=import_id).first()
    if job is None:
        raise NotFound(field="importId")
    chinese = actor.locale.startswith("zh")
    told: dict[int, list[str]] = {}
    for problem in job.problems:
        told.setdefault(problem["row"], []).append(
            f"{problem['column']}: {problem['zh' if chinese else 'en']}"
        )
    width = len(job.columns)
    body = [
        [*(*cells, *[""] * width)[:width], " | ".join(told[number])]
        for number, cells in _rows(files.read(file_id=job.file_id))[1:]
        if number in told
    ]
    file_id = files.put(
        name=f"{job.file_name.rsplit('.', 1)[0]}-{'问题行' if chinese else 'problems'}.xlsx",
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        data=write_xlsx([*job.columns, "问题" if chinese else "Problems"], body),
        purpose="order_import_report",
        actor=actor,
    )
    return {"url": files.link(file_id=file_id, actor=actor)}


def _rows(data: bytes) -> Cells:
    rows = [(number, [as_typed(cell) for cell in cells]) for number, cells in read_sheet(data).rows]
    if len(rows) < 2:
        raise SheetUnreadable("EMPTY")
    return rows


def _read(scope: Scope, job: OrderImport, rows: Cells, at: datetime) -> None:
    width = max(len(cells) for _, cells in rows)
    with unit_of_work(scope):
        locked = locked_import(job.id, None)
        if locked.status != "uploaded":
            return
        locked.columns = [*rows[0][1], *[""] * (width - len(rows[0][1]))]
        locked.preview = [[*cells, *[""] * (width - len(cells))] for _, cells in rows[1 : PREVIEW + 1]]
        locked.mapping = suggested(locked.columns)
        locked.total = len(rows) - 1
        _move(scope, locked, "read", at)


def _check(scope: Scope, job: OrderImport, rows: Cells, at: datetime) -> None:
    with unit_of_work(scope):
        locked = locked_import(job.id, None)
        if locked.status != "validating":
            return
        checked, _ = _checked(scope, locked, rows)
        known = _known(checked.orders)
        locked.counts = {
            "good": len(checked.orders),
            "known": len(known),
            "lines": sum(len(order.lines) for order in checked.orders),
            "problems": len(checked.problems),
        }
        locked.problems = [asdict(problem) for problem in checked.problems[:MOST_PROBLEMS]]
        locked.total = len(checked.orders)
        _move(scope, locked, "validated", at)


def _apply(scope: Scope, job: OrderImport, rows: Cells, at: datetime) -> None:
    with unit_of_work(scope):
        checked, ensured = _checked(scope, job, rows)
    while _apply_batch(scope, job, checked.orders, ensured, at):
        continue


def _apply_batch(
    scope: Scope, job: OrderImport, orders: Sequence[ReadOrder], ensured: Ensured, at: datetime
) -> bool:
    """This will write the next orders and count them in the same unit of work; False when none is left."""
    with unit_of_work(scope):
        locked = locked_import(job.id, None)
        if locked.status != "applying":
            return False
        batch = orders[locked.progress : locked.progress + BATCH]
        if not batch:
            locked.applied_at = at
            _move(scope, locked, "applied", at)
            return False
        done = order_import(actor=_actor(scope, locked), at=at, orders=batch, ensured=ensured)
        for word, found in (("created", done.created), ("kept", done.known), ("differing", done.differing)):
            locked.counts[word] = locked.counts.get(word, 0) + len(found)
        locked.progress += len(batch)
        locked.save(update_fields=["counts", "progress"])
        _tell(scope, locked, at)
        return True


def _checked(scope: Scope, job: OrderImport, rows: Cells) -> tuple[Checked, Ensured]:
    """The orders of the file as far as everything in them is known, with where it is in the register."""
    mapping, names = mapping_of(job), column_names(job.columns)
    checked = check_rows(((no, dict(zip(names, cells, strict=False))) for no, cells in rows[1:]), mapping)
    actor = _actor(scope, job)
    wanted = {o.supplier: {"tax_id": o.texts.get("supplier_tax_id", "")} for o in checked.orders}
    found = master_data_find(
        actor=actor,
        suppliers=wanted,
        items=[named_item(line) for order in checked.orders for line in order.lines],
    )
    strange = unknown_units(actor=actor, orders=checked.orders)
    for order in checked.orders:
        first = order.lines[0].row
        if order.supplier not in found.suppliers:
            checked.problems.append(
                _problem(first, mapping.order["supplier"].name, order.supplier, *_SUPPLIER)
            )
        for line in order.lines:
            if line.unit in strange:
                checked.problems.append(_problem(line.row, mapping.line["unit"].name, line.unit, *_UNIT))
    broken = {problem.row for problem in checked.problems}
    checked.orders = [o for o in checked.orders if not broken & {line.row for line in o.lines}]
    checked.problems.sort(key=lambda problem: problem.row)
    return checked, found


_SUPPLIER = (
    "UNKNOWN_SUPPLIER",
    "Not one supplier of the group's register. Correct the name, or ask head office to add it.",
    "在集团供应商库中未找到唯一对应的供应商。请更正名称，或请总部添加。",
)
_UNIT = (
    "UNKNOWN_UNIT",
    "Not a unit of UN/ECE Recommendation 20 that is known, e.g. C62 for pieces.",
    "不是已知的 UN/ECE 第 20 号建议书计量单位，例如 C62 表示“件”。",
)


def _problem(row: int, column: str, value: str, code: str, en: str, zh: str) -> RowProblem:
    return RowProblem(row, column, value, code, en, zh)


def _known(orders: Sequence[ReadOrder]) -> set[str]:
    rows = PurchaseOrder.objects.filter(external_ref__in=[order.number for order in orders])
    return set(rows.values_list("external_ref", flat=True))


def _actor(scope: Scope, job: OrderImport) -> Actor:
    return actor_of(job, group_id=scope.group_id, unit_id=scope.unit_id)


def _move(scope: Scope, job: OrderImport, target: str, at: datetime) -> None:
    IMPORT.check(job.status, target)
    job.status = target
    job.version += 1
    job.save()
    _tell(scope, job, at)


def _tell(scope: Scope, job: OrderImport, at: datetime) -> None:
    outbox.publish(
        event_type=PROGRESSED, subject_type="order_import", subject_id=job.id, version=job.version, at=at,
        actor=system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Import"),
        payload={"status": job.status},
    )  # fmt: skip
