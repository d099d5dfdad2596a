"""The long steps of an import, each in small units of work that show progress and can be taken up again.

A step that was interrupted is run again from the import's own records; rows that were written stay written.
"""

import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.import_columns import header_row_of, suggested_mapping
from commerce.masterdata.import_matching import Candidate, match
from commerce.masterdata.models import ImportJob, ImportRow
from commerce.masterdata.queries import import_counts, mapping_used_before
from commerce.masterdata.services.register import (
    Amendment,
    NewSupplier,
    amend_suppliers,
    insert_suppliers,
    lock_register,
)
from commerce.masterdata.services.supplier_import import PERMISSION, actor_of
from commerce.masterdata.sheets import Sheet, SheetUnreadable, as_typed, read_sheet
from commerce.masterdata.states import IMPORT
from commerce.masterdata.supplier_fields import LABELS, Problem, checked
from tenants.kernel.ids import new_id
from tenants.runtime import files, outbox
from tenants.runtime.bulk import insert_rows, update_rows
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import Scope, unit_of_work

CHUNK = 1000
PREVIEW_ROWS = 10

_ROW = ("id", "group_id", "job_id", "number", "cells", "fields", "problems", "outcome")


def run_step(*, scope: Scope, import_id: uuid.UUID, step: str, at: datetime) -> None:
    """This will run a step of an import outside of any unit of work; run again it goes on or does nothing."""
    {"read": _read, "validate": _validate, "apply": _apply}[step](scope, import_id, at)


def _read(scope: Scope, import_id: uuid.UUID, at: datetime) -> None:
    with unit_of_work(scope):
        job = ImportJob.objects.filter(id=import_id, status="uploaded").first()
        if job is None:
            return
        data = files.read(file_id=job.file_id)
    try:
        sheet = read_sheet(data)
        header = header_row_of(sheet.rows)
        if len(sheet.rows) < header + 2:
            raise SheetUnreadable("EMPTY")
    except SheetUnreadable as refusal:
        _fail(scope, import_id, refusal, at)
        return
    with unit_of_work(scope):
        locked = _locked(import_id, "uploaded")
        if locked is not None:
            _store(locked, sheet, header, at)


def _store(job: ImportJob, sheet: Sheet, header: int, at: datetime) -> None:
    body = sheet.rows[header + 1 :]
    width = max(len(cells) for _, cells in sheet.rows[header:])
    columns = [as_typed(cell) for cell in sheet.rows[header][1]]
    columns += [""] * (width - len(columns))
    ImportRow.objects.filter(group_id=job.group_id, job=job).delete()
    insert_rows(
        ImportRow,
        _ROW,
        [
            [new_id(), job.group_id, job.id, number, [as_typed(c) for c in cells], {}, [], "pending"]
            for number, cells in body
        ],
    )
    job.columns, job.header_row = columns, sheet.rows[header][0]
    job.file_format, job.encoding, job.sheet = sheet.file_format, sheet.encoding, sheet.name
    job.preview = [cells + [""] * (width - len(cells)) for _, cells in body[:PREVIEW_ROWS]]
    known = mapping_used_before(group_id=job.group_id, columns=columns)
    job.mapping, job.defaults = known or (suggested_mapping(columns), {})
    job.total = len(body)
    _move(job, "read", at)


def _validate(scope: Scope, import_id: uuid.UUID, at: datetime) -> None:
    while _validate_chunk(scope, import_id, at):
        pass
    with unit_of_work(scope):
        job = _locked(import_id, "validating")
        if job is None:
            return
        candidates = [
            Candidate(row.id, row.number, dict(row.fields), [_problem(p) for p in row.problems])
            for row in ImportRow.objects.filter(group_id=job.group_id, job=job).order_by("number")
        ]
        match(group_id=job.group_id, candidates=candidates)
        _write_outcomes(job, candidates)
        job.counts = import_counts(job=job)
        _move(job, "validated", at)


def _validate_chunk(scope: Scope, import_id: uuid.UUID, at: datetime) -> bool:
    """This will check the next rows by themselves; False when none is left."""
    with unit_of_work(scope):
        job = _locked(import_id, "validating")
        if job is None or job.progress >= job.total:
            return False
        rows = list(
            ImportRow.objects.filter(group_id=job.group_id, job=job).order_by("number")[
                job.progress : job.progress + CHUNK
            ]
        )
        checked_rows = [(row.id, *_understood(job, row.cells)) for row in rows]
        update_rows(
            ImportRow,
            ["id", "fields", "problems"],
            [
                (row_id, values, [_stored(job, problem) for problem in problems])
                for row_id, values, problems in checked_rows
            ],
        )
        job.progress += len(rows)
        _save(job, at, "progress")
        return True


def _understood(job: ImportJob, cells: Sequence[str]) -> tuple[dict[str, str], list[Problem]]:
    raw = {name: cells[place] if place < len(cells) else "" for name, place in job.mapping.items()}
    for name, default in job.defaults.items():
        raw[name] = raw.get(name, "").strip() or default
    return checked(raw)


def _apply(scope: Scope, import_id: uuid.UUID, at: datetime) -> None:
    while _apply_chunk(scope, import_id, at):
        pass
    with unit_of_work(scope):
        job = _locked(import_id, "applying")
        if job is None:
            return
        job.counts = import_counts(job=job)
        job.applied_at = at
        _move(job, "applied", at)
        outbox.publish(
            event_type=events.SUPPLIERS_IMPORTED,
            subject_type="supplier_import",
            subject_id=job.id,
            version=job.version,
            at=at,
            actor=actor_of(job),
            payload={"counts": job.counts},
        )


def _apply_chunk(scope: Scope, import_id: uuid.UUID, at: datetime) -> bool:
    """This will write the next rows into the register, compared with it anew; False when none is left."""
    with unit_of_work(scope):
        lock_register(_group(scope))
        job = _locked(import_id, "applying")
        if job is None:
            return False
        rows = list(
            ImportRow.objects.filter(
                group_id=job.group_id, job=job, outcome__in=["new", "changed", "unchanged"]
            ).order_by("number")[:CHUNK]
        )
        if not rows:
            return False
        candidates = [Candidate(row.id, row.number, dict(row.fields)) for row in rows]
        match(group_id=job.group_id, candidates=candidates)
        _write_register(job, candidates, at)
        _write_outcomes(job, candidates, done=True)
        job.progress += len(rows)
        _save(job, at, "progress")
        return True


def _write_register(job: ImportJob, candidates: Sequence[Candidate], at: datetime) -> None:
    actor = actor_of(job)
    new = [
        NewSupplier(candidate.row_id, candidate.values)
        for candidate in candidates
        if candidate.outcome == "new"
    ]
    changed = [
        Amendment(candidate.supplier, candidate.changes)
        for candidate in candidates
        if candidate.outcome == "changed" and candidate.supplier is not None
    ]
    reason = f"import {job.id}"
    insert_suppliers(actor=actor, action=PERMISSION, rows=new, at=at, reason=reason)
    amend_suppliers(actor=actor, action=PERMISSION, rows=changed, at=at, reason=reason)


_DONE = {"new": "created", "changed": "amended", "unchanged": "kept", "bad": "bad"}


def _write_outcomes(job: ImportJob, candidates: Sequence[Candidate], *, done: bool = False) -> None:
    rows = []
    for candidate in candidates:
        supplier_id = candidate.supplier.id if candidate.supplier is not None else None
        if done and candidate.outcome == "new":
            supplier_id = candidate.row_id
        outcome = _DONE[candidate.outcome] if done else candidate.outcome
        problems = [_stored(job, problem) for problem in candidate.problems]
        rows.append((candidate.row_id, outcome, problems, supplier_id))
    update_rows(ImportRow, ["id", "outcome", "problems", "supplier_org_id"], rows)


def _stored(job: ImportJob, problem: Problem) -> dict[str, str]:
    place = job.mapping.get(problem.field)
    column = job.columns[place] if place is not None else LABELS[problem.field][0]
    return {"column": column, **asdict(problem)}


def _problem(stored: dict[str, str]) -> Problem:
    return Problem(**{name: value for name, value in stored.items() if name != "column"})


def _fail(scope: Scope, import_id: uuid.UUID, refusal: SheetUnreadable, at: datetime) -> None:
    with unit_of_work(scope):
        job = _locked(import_id, "uploaded")
        if job is None:
            return
        job.failure_code = refusal.reason
        job.failure_en, job.failure_zh = refusal.message("en"), refusal.message("zh")
        _move(job, "failed", at)


def _locked(import_id: uuid.UUID, status: str) -> ImportJob | None:
    rows = lock_rows(ImportJob.objects.filter(id=import_id, status=status))
    return rows[0] if rows else None


def _move(job: ImportJob, target: str, at: datetime) -> None:
    IMPORT.check(job.status, target)
    job.status = target
    job.changed_at = at
    job.version += 1
    job.save()
    _tell(job, at)


def _save(job: ImportJob, at: datetime, *fields: str) -> None:
    job.changed_at = at
    job.version += 1
    job.save(update_fields=[*fields, "changed_at", "version"])
    _tell(job, at)


def _tell(job: ImportJob, at: datetime) -> None:
    outbox.publish(
        event_type=events.SUPPLIER_IMPORT_PROGRESSED,
        subject_type="supplier_import",
        subject_id=job.id,
        version=job.version,
        at=at,
        actor=actor_of(job),
        payload={"status": job.status, "progress": job.progress, "total": job.total},
    )


def _group(scope: Scope) -> uuid.UUID:
    if scope.group_id is None:
        raise ValueError("an import runs in a group's scope")
    return scope.group_id
