"""What orders and receipts tell of suppliers, for their scores (docs/algorithms/supplier-scoring.md)."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.db.models.functions import Coalesce

from commerce.procurement.incoming.quarantine import stand_of
from commerce.procurement.models import PoLine, PoSchedule, ReceiptLine
from commerce.procurement.states import PLACED
from commerce.suppliers.ports import SourceLine
from commerce.suppliers.scoring.measures import PricedLine, compare_prices


class ProcurementMeasures:
    """Implements `suppliers.ports.SupplierMeasures` over a unit's own orders and receipts."""

    dimensions: Sequence[str] = ("quality", "on_time", "cost")

    def sources(self, *, dimension: str, start: date, end: date) -> Iterable[SourceLine]:
        """This will give the document lines of one dimension from `start` up to before `end`."""
        return {"quality": _inspected, "on_time": _due, "cost": _priced}[dimension](start, end)


def _inspected(start: date, end: date) -> Iterator[SourceLine]:
    """Lines of posted receipts: accepted of what was decided; goods in quarantine are not decided yet."""
    rows = ReceiptLine.objects.filter(
        receipt__status="posted", receipt__received_date__gte=start, receipt__received_date__lt=end
    ).order_by("receipt_id", "line_no")
    found = list(rows.select_related("receipt"))
    stand = stand_of(found)
    for row in found:
        accepted, rejected = stand[row.id].accepted, stand[row.id].rejected
        if accepted + rejected:
            receipt = row.receipt
            yield SourceLine(
                receipt.supplier_org_gid, "receipt", receipt.id, receipt.number, receipt.received_date,
                accepted, accepted + rejected,
            )  # fmt: skip


def _due(start: date, end: date) -> Iterator[SourceLine]:
    """Schedules due in the period: what came by the promised day, or the requested one without a promise."""
    rows = (
        PoSchedule.objects.filter(line__order__status__in=PLACED)
        .annotate(due_date=Coalesce("promised_date", "requested_date"))
        .filter(due_date__gte=start, due_date__lt=end)
        .order_by("line__order_id", "line__line_no", "schedule_no")
    )
    for supplier, order_id, number, due, delivered, quantity, came in rows.values_list(
        "line__order__supplier_org_gid", "line__order_id", "line__order__number", "due_date", "delivered_date",
        "quantity", "delivered_quantity",
    ):  # fmt: skip
        in_time = delivered is not None and delivered <= due
        part = min(came, quantity) if in_time else Decimal(0)
        yield SourceLine(supplier, "order", order_id, number, due, part, quantity)


def _priced(start: date, end: date) -> Iterator[SourceLine]:
    """Lines of orders placed in the period for an item that several suppliers sold, in one unit and currency."""
    rows = list(
        PoLine.objects.filter(
            order__status__in=PLACED,
            order__order_date__gte=start,
            order__order_date__lt=end,
            item_gid__isnull=False,
        )
        .order_by("order_id", "line_no")
        .values_list(
            "id", "order__supplier_org_gid", "order_id", "order__number", "order__order_date", "item_gid",
            "unit", "order__currency", "quantity", "unit_price",
        )
    )  # fmt: skip
    documents: dict[object, tuple[uuid.UUID, uuid.UUID, str, date]] = {
        row[0]: (row[1], row[2], row[3], row[4]) for row in rows if row[4] is not None
    }
    lines = [
        PricedLine(key, supplier, (item, unit, currency), quantity, price)
        for key, supplier, _, _, _, item, unit, currency, quantity, price in rows
    ]
    for line in compare_prices(lines):
        supplier, order_id, number, day = documents[line.line_id]
        yield SourceLine(supplier, "order", order_id, number, day, line.paid, line.at_mean)
