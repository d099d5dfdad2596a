"""The requisitions that a batch of demand makes and changes: where lines find room, sums, states and trail."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, Max

from commerce.approvals.services.run_invalidate import run_invalidate
from commerce.procurement.demand.resolving import Wanted
from commerce.procurement.models import MrpDemand, MrpSource, Requisition, RequisitionLine
from commerce.procurement.requisition_sums import sum_up
from commerce.procurement.states import REQUISITION, REQUISITION_TYPE
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime.bulk import update_rows
from tenants.runtime.locks import lock_rows
from tenants.runtime.numbering import next_numbers

_HEAD = (
    "id", "status", "total_amount", "content_hash", "approved_hash", "approved_at", "approval_run_gid", "closed_at",
    "version", "updated_at",
)  # fmt: skip


@dataclass(slots=True)
class Room:
    """A draft that takes more lines."""

    requisition: Requisition
    used: int
    last_no: int
    is_new: bool = False

    def next_no(self, need_by: date | None) -> int:
        """This will take the next place; a new requisition is needed when its first line is."""
        self.used += 1
        self.last_no += 1
        known = self.requisition.need_by_date
        if self.is_new and need_by is not None and (known is None or need_by < known):
            self.requisition.need_by_date = need_by
        return self.last_no


@dataclass(slots=True)
class Rooms:
    """The drafts that still have room, by what their lines share."""

    most: int
    by_key: dict[str, list[Room]] = field(default_factory=dict)

    def take(self, key: str) -> Room | None:
        """This will give a draft for lines of this key, if one has room."""
        return next((room for room in self.by_key.get(key, []) if room.used < self.most), None)

    def open(self, requisition: Requisition, key: str) -> Room:
        """This will add a new draft for lines of this key."""
        room = Room(requisition, 0, 0, is_new=True)
        self.by_key.setdefault(key, []).append(room)
        return room


@dataclass(slots=True)
class Batch:
    """The requisitions that one batch touches, and how they were before."""

    rows: dict[uuid.UUID, Requisition] = field(default_factory=dict)
    new: list[Requisition] = field(default_factory=list)
    before: dict[uuid.UUID, tuple[str, str, object]] = field(default_factory=dict)

    def note(self, row: Requisition) -> Requisition:
        """This will remember a locked requisition that is about to change, and give the one object for it."""
        if row.id not in self.rows:
            self.rows[row.id] = row
            self.before[row.id] = (row.status, row.content_hash, row.total_amount)
        return self.rows[row.id]

    def rooms(self, *, source: MrpSource, keys: Collection[str], most: int) -> Rooms:
        """This will lock the drafts of the source that have room for lines of these keys."""
        drafts = MrpDemand.objects.filter(
            source_id=source.id, status="open", group_key__in=list(keys),
            requisition_line__requisition__status="draft",
        )  # fmt: skip
        keyed = dict(
            drafts.order_by().values_list("requisition_line__requisition_id", "group_key").distinct()
        )
        rooms = Rooms(most)
        sizes = {
            owner: (used, last)
            for owner, used, last in RequisitionLine.objects.filter(requisition_id__in=keyed)
            .order_by()
            .values_list("requisition_id")
            .annotate(Count("id"), Max("line_no"))
        }
        for row in lock_rows(Requisition.objects.filter(id__in=keyed, status="draft")):
            used, last = sizes.get(row.id, (0, 0))
            if used < most:
                rooms.by_key.setdefault(keyed[row.id], []).append(Room(row, used, last))
        return rooms

    def begin(self, source: MrpSource, wanted: Wanted) -> Requisition:
        """This will begin a draft of the source's owner in memory."""
        row = Requisition(
            id=new_id(),
            title=_title(source, wanted),
            requester_key=f"person:{source.owner_gid}",
            requester_gid=source.owner_gid,
            requester_name=source.owner_name,
            cost_centre=wanted.row.cost_centre or source.cost_centre,
            currency=wanted.currency,
        )
        self.new.append(row)
        return row

    def insert(self, *, at: datetime) -> None:
        """This will number the new drafts and write them down."""
        if not self.new:
            return
        for row, number in zip(self.new, next_numbers(kind="PR", at=at, count=len(self.new)), strict=True):
            row.number = number
        Requisition.objects.bulk_create(self.new)


def settle_requisitions(*, actor: Actor, at: datetime, source: MrpSource, batch: Batch) -> None:
    """This will sum the touched requisitions up, take approvals of other content back, cancel those without a
    line, and leave each one's trail."""
    rows = [*batch.rows.values(), *batch.new]
    if not rows:
        return
    sizes = sum_up(rows)
    for row in batch.rows.values():
        _settle(row, batch.before[row.id], sizes[row.id], actor, at)
    for row in rows:
        row.updated_at = at
    update_rows(Requisition, _HEAD, [[getattr(row, name) for name in _HEAD] for row in rows])
    for row in batch.new:
        new = {"total_amount": row.total_amount, "currency": row.currency, "lines": sizes[row.id]}
        _tell(row, "create", "created", source, actor, at, {}, new)
    for row in batch.rows.values():
        status, _, total = batch.before[row.id]
        ended = row.status == "cancelled"
        _tell(
            row, "cancel" if ended else "edit", "cancelled" if ended else "edited", source, actor, at,
            {"status": status, "total_amount": total},
            {"status": row.status, "total_amount": row.total_amount, "lines": sizes[row.id]},
        )  # fmt: skip


def _settle(
    row: Requisition, before: tuple[str, str, object], lines: int, actor: Actor, at: datetime
) -> None:
    status, content, _ = before
    row.version += 1
    if status == "approved" and row.content_hash != content:
        run_invalidate(
            actor=actor,
            document_type=REQUISITION_TYPE,
            document_id=row.id,
            content_hash=row.content_hash,
            at=at,
        )
        row.approved_hash, row.approved_at, row.approval_run_gid = "", None, None
        _move(row, "cancelled" if lines == 0 else "draft", at)
    elif lines == 0:
        _move(row, "cancelled", at)


def _move(row: Requisition, target: str, at: datetime) -> None:
    REQUISITION.check(row.status, target)
    row.status = target
    if target == "cancelled":
        row.closed_at = at


def _title(source: MrpSource, wanted: Wanted) -> str:
    label = {
        "supplier": wanted.row.supplier,
        "category": wanted.row.category,
        "week": wanted.group_key("week").rsplit("|", 1)[-1],
    }.get(source.grouping, "")
    return (f"{source.name} · {label}" if label else source.name)[:200]


def _tell(
    row: Requisition,
    action: str,
    event: str,
    source: MrpSource,
    actor: Actor,
    at: datetime,
    old: dict[str, object],
    new: dict[str, object],
) -> None:
    leave_trail(
        actor=actor, at=at, action=f"requisition.{action}", event=f"requisition.{event}",
        subject_type="requisition", subject_id=row.id, number=row.number, version=row.version,
        old=old, new={**new, "mrp_source": source.name}, reason=f"MRP: {source.name}",
    )  # fmt: skip
