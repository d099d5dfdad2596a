"""Gathers what a batch of demand does to requisitions, then writes it set by set."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from commerce.procurement.demand.requisitions import Batch, settle_requisitions
from commerce.procurement.demand.resolving import Wanted
from commerce.procurement.demand.rows import COMPARED, DemandRow
from commerce.procurement.models import MrpDemand, MrpSource, Requisition, RequisitionLine
from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.kernel.money import line_amount
from tenants.runtime.bulk import insert_rows, update_rows
from tenants.runtime.locks import lock_rows

LINES_EACH = 500
"""A requisition made of demand has at most so many lines: people can still look through it."""

LINE_COLUMNS = (
    "id", "requisition_id", "line_no", "item_gid", "description", "category_gid", "quantity", "unit",
    "unit_price", "line_amount", "need_by_date", "supplier_org_gid", "source", "ordered_quantity",
)  # fmt: skip
AMENDED_COLUMNS = (
    "id", "item_gid", "description", "category_gid", "quantity", "unit", "unit_price", "line_amount",
    "need_by_date", "supplier_org_gid",
)  # fmt: skip
_DELIVERED = tuple(COMPARED)
DEMAND_COLUMNS = (
    "id", "status", "requisition_line_id", *_DELIVERED, "digest", "group_key", "pending", "exception",
    "exception_at", "last_delivery_gid", "changed_at",
)  # fmt: skip
NEW_DEMAND_COLUMNS = ("source_id", "mrp_key", *DEMAND_COLUMNS)


@dataclass(slots=True)
class Place:
    """Where a demand's line stands."""

    line: RequisitionLine
    requisition: Requisition
    any_ordered: bool


@dataclass(slots=True)
class DemandWriter:
    """The changes of one batch. The caller holds the source's row."""

    actor: Actor
    at: datetime
    source: MrpSource
    delivery_id: uuid.UUID | None
    known: Iterable[MrpDemand]
    _places: dict[uuid.UUID, Place] = field(default_factory=dict)
    _added: list[tuple[MrpDemand, Wanted]] = field(default_factory=list)
    _fresh: list[MrpDemand] = field(default_factory=list)
    _touched: dict[uuid.UUID, MrpDemand] = field(default_factory=dict)
    _amended: dict[uuid.UUID, RequisitionLine] = field(default_factory=dict)
    _gone: set[uuid.UUID] = field(default_factory=set)
    _batch: Batch = field(default_factory=Batch)

    def __post_init__(self) -> None:
        """Locks the requisitions of every known demand, then reads their lines."""
        line_ids = [d.requisition_line_id for d in self.known if d.requisition_line_id]
        lines = RequisitionLine.objects.filter(id__in=line_ids)
        owners = set(lines.values_list("requisition_id", flat=True))
        rows = {row.id: row for row in lock_rows(Requisition.objects.filter(id__in=owners))}
        partly = set(
            RequisitionLine.objects.filter(requisition_id__in=owners, ordered_quantity__gt=0).values_list(
                "requisition_id", flat=True
            )
        )
        for line in lines:
            owner = rows[line.requisition_id]
            self._places[line.id] = Place(line, owner, owner.id in partly)

    def place_of(self, demand: MrpDemand) -> Place | None:
        """This will give where the demand's line stands; None when a person took it out."""
        return self._places.get(demand.requisition_line_id) if demand.requisition_line_id else None

    def keep(self, demand: MrpDemand, row: DemandRow) -> None:
        """This will note what was delivered; the line follows it already, or there is none."""
        self._take_over(demand, row)
        demand.pending, demand.exception, demand.exception_at = [], "", None

    def report(self, demand: MrpDemand, row: DemandRow, code: str, changed: Collection[str]) -> None:
        """This will note what was delivered and leave the line to a person."""
        self._take_over(demand, row)
        demand.pending = sorted(changed)
        if demand.exception != code:
            demand.exception, demand.exception_at = code, self.at

    def add(self, wanted: Wanted, demand: MrpDemand | None) -> None:
        """This will make a line for demand that has none."""
        if demand is None:
            demand = MrpDemand(id=new_id(), source=self.source, mrp_key=wanted.row.key)
            self._fresh.append(demand)
        self.keep(demand, wanted.row)
        demand.status, demand.group_key = "open", wanted.group_key(self.source.grouping)
        self._added.append((demand, wanted))

    def amend(self, demand: MrpDemand, wanted: Wanted, changed: Collection[str]) -> None:
        """This will bring the changed fields, and no others, onto the line: what a person wrote elsewhere stays."""
        place = self.place_of(demand)
        assert place is not None
        line = place.line
        if {"item_code", "description", "category"} & set(changed):
            line.item_gid, line.description = wanted.item_id, wanted.description
            line.category_gid = wanted.category_id
        if "quantity" in changed:
            line.quantity = wanted.row.quantity
        if {"unit", "item_code"} & set(changed):
            line.unit = wanted.unit
        if {"unit_price", "item_code"} & set(changed) and wanted.price is not None:
            line.unit_price = wanted.price
        if "need_by_date" in changed:
            line.need_by_date = wanted.row.need_by_date
        if "supplier" in changed:
            line.supplier_org_gid = wanted.supplier_id
        line.line_amount = line_amount(
            quantity=line.quantity, unit_price=line.unit_price, currency=place.requisition.currency
        )
        self._amended[line.id] = line
        self._batch.note(place.requisition)
        self.keep(demand, wanted.row)

    def withdraw(self, demand: MrpDemand, row: DemandRow) -> None:
        """This will take the line of cancelled demand away, unless its requisition has ended by itself."""
        place = self.place_of(demand)
        if place is not None and place.requisition.status not in ("rejected", "cancelled"):
            self.take_out(demand)
        self.detach(demand)
        self.keep(demand, row)
        demand.status = "withdrawn"

    def take_out(self, demand: MrpDemand) -> None:
        """This will take the demand's line out of its requisition."""
        place = self.place_of(demand)
        assert place is not None
        self._gone.add(place.line.id)
        self._batch.note(place.requisition)
        self.detach(demand)

    def detach(self, demand: MrpDemand) -> None:
        """This will part the demand from its line."""
        demand.requisition_line_id = None
        self._touched[demand.id] = demand

    def write(self) -> None:
        """This will write everything down: demand lets go of lines, lines go, change and come, heads are summed up."""
        fresh = {demand.id for demand in self._fresh}
        leaving = [d for d in self._touched.values() if d.id not in fresh]
        if self._gone:
            MrpDemand.objects.filter(requisition_line_id__in=self._gone).update(
                requisition_line=None, status="withdrawn"
            )
            RequisitionLine.objects.filter(id__in=self._gone).delete()
        update_rows(
            RequisitionLine,
            AMENDED_COLUMNS,
            [
                [getattr(line, n) for n in AMENDED_COLUMNS]
                for key, line in self._amended.items()
                if key not in self._gone
            ],
        )
        self._place_added()
        update_rows(MrpDemand, DEMAND_COLUMNS, [[getattr(d, n) for n in DEMAND_COLUMNS] for d in leaving])
        insert_rows(
            MrpDemand,
            NEW_DEMAND_COLUMNS,
            [[getattr(d, n) for n in NEW_DEMAND_COLUMNS] for d in self._fresh],
        )
        settle_requisitions(actor=self.actor, at=self.at, source=self.source, batch=self._batch)

    def _take_over(self, demand: MrpDemand, row: DemandRow) -> None:
        for name in _DELIVERED:
            setattr(demand, name, getattr(row, name))
        demand.digest, demand.last_delivery_gid, demand.changed_at = row.digest, self.delivery_id, self.at
        self._touched[demand.id] = demand

    def _place_added(self) -> None:
        groups: dict[str, list[tuple[MrpDemand, Wanted]]] = {}
        for demand, wanted in self._added:
            groups.setdefault(demand.group_key, []).append((demand, wanted))
        rooms = self._batch.rooms(source=self.source, keys=groups, most=LINES_EACH)
        lines: list[tuple[object, ...]] = []
        for key, members in groups.items():
            for demand, wanted in members:
                room = rooms.take(key)
                if room is None:
                    room = rooms.open(self._batch.begin(self.source, wanted), key)
                elif not room.is_new:
                    room.requisition = self._batch.note(room.requisition)
                no = room.next_no(wanted.row.need_by_date)
                lines.append(self._line(demand, wanted, room.requisition.id, no))
        self._batch.insert(at=self.at)
        insert_rows(RequisitionLine, LINE_COLUMNS, lines)

    def _line(
        self, demand: MrpDemand, wanted: Wanted, requisition_id: uuid.UUID, line_no: int
    ) -> tuple[object, ...]:
        line_id, price = new_id(), wanted.price or Decimal(0)
        demand.requisition_line_id = line_id
        amount = line_amount(quantity=wanted.row.quantity, unit_price=price, currency=wanted.currency)
        return (
            line_id, requisition_id, line_no, wanted.item_id, wanted.description, wanted.category_id,
            wanted.row.quantity, wanted.unit, price, amount, wanted.row.need_by_date, wanted.supplier_id,
            "mrp", Decimal(0),
        )  # fmt: skip
