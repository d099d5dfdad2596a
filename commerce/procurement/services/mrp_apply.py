"""Brings rows of demand into requisitions, a batch in one unit of work and a handful of statements.

Exactly one line for each key of a source. New demand becomes a line of a draft; changed demand amends its line
while nothing of it is on orders, taking a given approval back; cancelled demand takes the line away. What is in
approval or ordered is written down as an exception for a person.
"""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from commerce.masterdata.services.gate import lock_suppliers
from commerce.procurement.demand.resolving import Resolver, Wanted, suppliers_named
from commerce.procurement.demand.rows import COMPARED, DemandRow
from commerce.procurement.demand.rules import AMENDS, ANEW, MOVING, REOPENS, verdict
from commerce.procurement.demand.writing import DemandWriter
from commerce.procurement.importing.checking import RowProblem
from commerce.procurement.models import MrpDemand, MrpSource
from commerce.procurement.unit import this_unit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime.locks import lock_rows

OUTCOMES = ("new", "amended", "withdrawn", "unchanged", "exceptions", "problems")


@dataclass(slots=True)
class Applied:
    """What became of the rows: how many each way, and what is wrong with those that were not taken."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[RowProblem] = field(default_factory=list)


def mrp_apply(
    *,
    actor: Actor,
    at: datetime,
    source_id: uuid.UUID,
    rows: Sequence[DemandRow],
    delivery_id: uuid.UUID | None,
    anew: bool = False,
) -> Applied:
    """This will apply rows of one delivery, each key at most once among them.

    The suppliers' locks come first, then the source's row, then the requisitions (R6). `anew` lets demand whose
    requisition was rejected, cancelled or dropped begin again. Raises NotFound for an unknown source.
    """
    suppliers = suppliers_named(actor=actor, rows=rows)
    lock_suppliers(actor=actor, supplier_org_ids=set(suppliers.values()))
    sources = lock_rows(MrpSource.objects.filter(id=source_id))
    if not sources:
        raise NotFound(field="sourceId")
    known = {
        demand.mrp_key: demand
        for demand in lock_rows(
            MrpDemand.objects.filter(source_id=source_id, mrp_key__in=[r.key for r in rows])
        )
    }
    resolver = Resolver(actor=actor, rows=rows, suppliers=suppliers, currency=this_unit().currency, at=at)
    run = _Run(
        writer=DemandWriter(
            actor=actor, at=at, source=sources[0], delivery_id=delivery_id, known=known.values()
        ),
        resolver=resolver,
        anew=anew,
    )
    for row in rows:
        run.take(row, known.get(row.key))
    run.writer.write()
    return run.applied


@dataclass(slots=True)
class _Run:
    """One batch on its way."""

    writer: DemandWriter
    resolver: Resolver
    anew: bool
    applied: Applied = field(default_factory=Applied)

    def take(self, row: DemandRow, demand: MrpDemand | None) -> None:
        """This will sort one row and note what it does."""
        if demand is None:
            outcome = "unchanged" if row.cancelled else self._new(row, None)
        elif demand.digest == row.digest and not demand.exception:
            outcome = "unchanged"
        elif demand.status == "withdrawn":
            outcome = self._note(row, demand) if row.cancelled else self._new(row, demand)
        else:
            outcome = self._changed(row, demand)
        self.applied.counts[outcome] += 1

    def _note(self, row: DemandRow, demand: MrpDemand) -> str:
        self.writer.keep(demand, row)
        return "unchanged"

    def _new(self, row: DemandRow, demand: MrpDemand | None) -> str:
        found = self._resolved(row)
        if found is None:
            return "problems"
        self.writer.add(found, demand)
        return "new"

    def _changed(self, row: DemandRow, demand: MrpDemand) -> str:
        changed = {n for n in COMPARED if getattr(row, n) != getattr(demand, n)} | set(demand.pending)
        if row.cancelled:
            changed = {"cancelled"}
        else:
            changed.discard("cancelled")
        if not changed:
            self.writer.keep(demand, row)
            return "unchanged"
        where = self.writer.place_of(demand)
        said = "DROPPED" if where is None else verdict(
            status=where.requisition.status, line_ordered=where.line.ordered_quantity,
            any_ordered=where.any_ordered, changed=changed,
        )  # fmt: skip
        if said in ANEW and row.cancelled:
            self.writer.withdraw(demand, row)
            return "withdrawn"
        if said in ANEW and self.anew:
            return self._again(row, demand)
        if said not in (AMENDS, REOPENS):
            self.writer.report(demand, row, said, changed)
            return "exceptions"
        if row.cancelled:
            self.writer.withdraw(demand, row)
            return "withdrawn"
        return self._amended(row, demand, changed)

    def _again(self, row: DemandRow, demand: MrpDemand) -> str:
        found = self._resolved(row)
        if found is None:
            return "problems"
        self.writer.detach(demand)
        self.writer.add(found, demand)
        return "new"

    def _amended(self, row: DemandRow, demand: MrpDemand, changed: set[str]) -> str:
        found = self._resolved(row)
        if found is None:
            return "problems"
        if changed & MOVING:
            self.writer.take_out(demand)
            self.writer.add(found, demand)
        else:
            self.writer.amend(demand, found, changed)
        return "amended"

    def _resolved(self, row: DemandRow) -> Wanted | None:
        found = self.resolver.resolve(row)
        if isinstance(found, RowProblem):
            self.applied.problems.append(found)
            return None
        return found
