"""An order's lines on their way into the tables: priced, numbered, hashed, stored in one statement each."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commerce.procurement.amounts import Amounts, PricedLine, amounts_of
from commerce.procurement.content import Cell, content_hash
from commerce.procurement.frames import frame_cells
from commerce.procurement.lines import Named, OrderLineInput, ScheduleInput
from commerce.procurement.models import PoLine, PoSchedule, PurchaseOrder
from tenants.kernel.ids import new_id
from tenants.runtime.bulk import insert_rows

ORDER_COLUMNS = (
    "id", "number", "order_type_code", "origin", "supplier_org_gid", "supplier_name", "supplier_address",
    "supplier_tax_id", "buyer_key", "buyer_name", "cost_centre", "currency", "incoterm", "payment_terms",
    "ship_to", "note", "status", "confirmation", "receipt", "invoice", "payment", "buyer_hold",
    "sanction_hold", "total_amount", "tax_amount", "content_hash", "approved_hash", "approval_basis",
    "external_ref", "version", "order_date", "issued_at", "closed_at", "blanket_id", "ceiling_amount",
    "valid_from_date", "valid_until_date",
)  # fmt: skip
LINE_COLUMNS = (
    "id", "order_id", "line_no", "item_gid", "description", "category_gid", "quantity", "unit", "unit_price",
    "adjustment_amount", "line_extension_amount", "tax_rate", "requisition_line_id", "external_ref",
)  # fmt: skip
SCHEDULE_COLUMNS = (
    "id", "line_id", "schedule_no", "quantity", "requested_date", "promised_date", "delivered_date",
    "delivered_quantity",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is known of a delivery when an order is imported."""

    promised_date: date | None = None
    delivered_date: date | None = None
    delivered_quantity: Decimal = Decimal(0)


NOTHING_KNOWN = Delivery()


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What an edited line keeps of the stored one."""

    id: uuid.UUID
    requisition_line_id: uuid.UUID | None
    external_ref: str
    history: Delivery | None = None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One line ready to be stored."""

    id: uuid.UUID
    line_no: int
    about: Named
    quantity: Decimal
    unit_price: Decimal
    adjustment: Decimal
    amount: Decimal
    tax_rate: Decimal
    requisition_line_id: uuid.UUID | None
    parts: tuple[ScheduleInput, ...]
    external_ref: str
    history: Delivery | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The line's part of the content hash; a line that is not split has its one day."""
        first: tuple[Cell, ...] = (
            self.about.item_id, self.about.description, self.about.category_id, self.quantity,
            self.about.unit, self.unit_price, self.adjustment, self.tax_rate, self.parts[0].requested_date,
        )  # fmt: skip
        if len(self.parts) == 1:
            return first
        return first + tuple(cell for part in self.parts for cell in (part.quantity, part.requested_date))


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of an order with what they add up to."""

    lines: tuple[DraftLine, ...]
    amounts: Amounts

    @property
    def category_ids(self) -> list[uuid.UUID | None]:
        """The categories of the lines; None stands for uncategorised ones."""
        return sorted({line.about.category_id for line in self.lines}, key=str)

    @property
    def on_requisitions(self) -> dict[uuid.UUID, Decimal]:
        """How much of each requisition line these lines order."""
        ordered: dict[uuid.UUID, Decimal] = {}
        for line in self.lines:
            if line.requisition_line_id is not None:
                known = ordered.get(line.requisition_line_id, Decimal(0))
                ordered[line.requisition_line_id] = known + line.quantity
        return ordered


def draft_of(
    *,
    inputs: Sequence[OrderLineInput],
    named: Sequence[Named],
    currency: str,
    kept: Mapping[int, KeptLine] | None = None,
) -> Draft:
    """This will price and number the lines. `kept` gives, by place, what a line takes over from a stored one.

    Raises what pricing raises, naming the line.
    """
    priced = [PricedLine(i.quantity, i.unit_price, i.tax_rate, i.adjustment_amount) for i in inputs]
    amounts = amounts_of(priced, currency)
    lines = []
    for place, (given, about, amount) in enumerate(zip(inputs, named, amounts.lines, strict=True)):
        old = kept.get(place) if kept else None
        lines.append(
            DraftLine(
                id=old.id if old else new_id(),
                line_no=place + 1,
                about=about,
                quantity=given.quantity,
                unit_price=given.unit_price,
                adjustment=given.adjustment_amount,
                amount=amount,
                tax_rate=given.tax_rate,
                requisition_line_id=old.requisition_line_id if old else None,
                parts=given.parts,
                external_ref=old.external_ref if old else "",
                history=old.history if old else None,
            )
        )
    return Draft(tuple(lines), amounts)


def take_over(order: PurchaseOrder, draft: Draft) -> None:
    """This will set the order's amounts and content hash to those of the draft; nothing is written yet."""
    order.total_amount, order.tax_amount = draft.amounts.total, draft.amounts.tax
    header: list[Cell] = [
        order.order_type_code, order.supplier_org_gid, order.currency, order.incoterm, order.payment_terms,
        order.cost_centre, draft.amounts.total, draft.amounts.tax, *frame_cells(order),
    ]  # fmt: skip
    order.content_hash = content_hash(header, [line.cells for line in draft.lines])


def insert_orders(orders: Sequence[PurchaseOrder]) -> None:
    """This will write the headers of new orders in one statement."""
    insert_rows(PurchaseOrder, ORDER_COLUMNS, [[getattr(o, c) for c in ORDER_COLUMNS] for o in orders])


def insert_lines(drafts: Mapping[uuid.UUID, Draft]) -> None:
    """This will write the lines of orders, by the order's id, and their schedules in one statement each.

    Imported lines, of which a delivery is known, have one schedule.
    """
    rows, schedules = [], []
    for order_id, draft in drafts.items():
        for line in draft.lines:
            rows.append(
                (line.id, order_id, line.line_no, line.about.item_id, line.about.description,
                 line.about.category_id, line.quantity, line.about.unit, line.unit_price, line.adjustment,
                 line.amount, line.tax_rate, line.requisition_line_id, line.external_ref)
            )  # fmt: skip
            known = line.history or NOTHING_KNOWN
            schedules += [
                (new_id(), line.id, number, part.quantity, part.requested_date, known.promised_date,
                 known.delivered_date, known.delivered_quantity)
                for number, part in enumerate(line.parts, 1)
            ]  # fmt: skip
    insert_rows(PoLine, LINE_COLUMNS, rows)
    insert_rows(PoSchedule, SCHEDULE_COLUMNS, schedules)


def replace_lines(order_id: uuid.UUID, draft: Draft) -> None:
    """This will put the draft's lines in the place of the stored ones."""
    PoSchedule.objects.filter(line__order_id=order_id).delete()
    PoLine.objects.filter(order_id=order_id).delete()
    insert_lines({order_id: draft})
