"""Orders, receipts and closed periods as tests of scores need them."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from commerce.procurement.models import PoLine, PoSchedule, PurchaseOrder
from commerce.suppliers.models import ScorePeriod, SupplierScore
from commerce.suppliers.services.period_close import period_close, run_period
from tests.support.world import NOW, UnitInWorld

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
CLOSE = "suppliers.period.close"


def past_order(
    supplier: uuid.UUID,
    number: str,
    *,
    quantity: str = "10",
    price: str = "2",
    due: date = date(2026, 1, 20),
    delivered: date | None = date(2026, 1, 20),
    came: str | None = None,
    item: uuid.UUID | None = None,
) -> PurchaseOrder:
    """This will write an order of January with one line, in the unit of the open scope, as imports do."""
    order = PurchaseOrder.objects.create(
        number=number, origin="import", supplier_org_gid=supplier, supplier_name="x", buyer_key="system:system",
        currency="CNY", status="draft", order_date=date(2026, 1, 5),
    )  # fmt: skip
    line = PoLine.objects.create(
        order=order, line_no=1, item_gid=item, description="Bolts", quantity=Decimal(quantity), unit="C62",
        unit_price=Decimal(price), line_extension_amount=Decimal(quantity) * Decimal(price),
    )  # fmt: skip
    PoSchedule.objects.create(
        line=line, quantity=Decimal(quantity), promised_date=due, delivered_date=delivered,
        delivered_quantity=Decimal(came if came is not None else (quantity if delivered else 0)),
    )  # fmt: skip
    total = line.line_extension_amount
    PurchaseOrder.objects.filter(id=order.id).update(
        status="approved", approval_basis="import", total_amount=total
    )
    PurchaseOrder.objects.filter(id=order.id).update(status="issued")
    return order


def closed(unit: UnitInWorld, start: date = JAN, end: date = FEB, at: datetime = NOW) -> ScorePeriod:
    """This will close a period of the unit, outside of any unit of work."""
    with unit.scope():
        key = period_close(actor=unit.actor(CLOSE), at=at, start_date=start, end_date=end)
    run_period(scope=unit.unit_scope, period_id=key, at=at)
    with unit.scope():
        return ScorePeriod.objects.get(id=key)


def score_of_supplier(unit: UnitInWorld, supplier: uuid.UUID) -> SupplierScore:
    """This will give the newest score of a supplier."""
    with unit.scope():
        return SupplierScore.objects.filter(supplier_org_gid=supplier).latest("end_date")
