"""Short ways to deliver material demand in tests."""

import uuid
from decimal import Decimal

from commerce.procurement.models import MrpDelivery, MrpDemand, MrpSource, RequisitionLine
from commerce.procurement.services.mrp_delivery import DemandInput, mrp_delivery_create
from commerce.procurement.services.mrp_delivery_steps import run_delivery_step
from commerce.procurement.services.mrp_source import mrp_source_create
from tests.contexts.procurement.support import buyer, requester
from tests.support.world import NOW, UnitInWorld

TABLES = (MrpSource, MrpDelivery, MrpDemand, RequisitionLine)


def source(unit: UnitInWorld, name: str = "ERP", **fields: object) -> uuid.UUID:
    """This will set up a source whose requisitions belong to person 1."""
    with unit.scope():
        return mrp_source_create(
            actor=buyer(unit),
            at=NOW,
            name=name,
            owner_id=requester(unit).person_id,
            **{"grouping": "all", **fields},
        )


def need(key: str, quantity: str = "10", **fields: object) -> DemandInput:
    """This will make one row of demand: ten pieces of free text at 2.5 unless told otherwise."""
    values = {"description": f"Part {key}", "unit": "C62", "unit_price": Decimal("2.5"), **fields}
    return DemandInput(key=key, quantity=Decimal(quantity), **values)


def step(unit: UnitInWorld, delivery_id: uuid.UUID, name: str = "apply") -> MrpDelivery:
    """This will run a step of a delivery as the worker does, and give the delivery."""
    run_delivery_step(scope=unit.unit_scope, delivery_id=delivery_id, step=name, at=NOW)
    with unit.scope():
        return MrpDelivery.objects.get(id=delivery_id)


def deliver(
    unit: UnitInWorld, source_id: uuid.UUID, *lines: DemandInput, complete: bool = False
) -> MrpDelivery:
    """This will deliver rows by the API and bring them in."""
    with unit.scope():
        key = mrp_delivery_create(
            actor=buyer(unit), at=NOW, source_id=source_id, lines=lines, complete=complete
        )
    return step(unit, key)


def demand(key: str) -> MrpDemand:
    """This will give the demand of a key, in the unit of the open scope."""
    return MrpDemand.objects.get(mrp_key=key)


def line(key: str) -> RequisitionLine:
    """This will give the line of a key, in the unit of the open scope."""
    return RequisitionLine.objects.get(id=demand(key).requisition_line_id)
