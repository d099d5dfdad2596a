"""Writes imported orders: history that is over, and orders that still run. Callers have checked the rows."""

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from commerce.masterdata.queries import uoms_visible_to
from commerce.masterdata.services.ensure import Ensured, NamedItem
from commerce.procurement.gate import pass_gate
from commerce.procurement.importing.checking import ReadLine, ReadOrder
from commerce.procurement.lines import Named, OrderLineInput
from commerce.procurement.locks import issue_imported
from commerce.procurement.models import PurchaseOrder
from commerce.procurement.order_lines import (
    Delivery,
    Draft,
    KeptLine,
    draft_of,
    insert_lines,
    insert_orders,
    take_over,
)
from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_numbers


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the orders: numbers of new ones, and the file's numbers of known and of differing ones."""

    created: tuple[str, ...]
    known: tuple[str, ...]
    differing: tuple[str, ...]


def named_item(line: ReadLine) -> NamedItem:
    """This will name a line's item as master data knows it."""
    return NamedItem(line.item_code, line.item_name, line.categories, line.unit)


def unknown_units(*, actor: Actor, orders: Sequence[ReadOrder]) -> set[str]:
    """This will give the units of measure in the orders that the platform does not know."""
    units = {line.unit for order in orders for line in order.lines}
    return units - set(uoms_visible_to(actor=actor).filter(code__in=units).values_list("code", flat=True))


def order_import(*, actor: Actor, at: datetime, orders: Sequence[ReadOrder], ensured: Ensured) -> Imported:
    """This will write the orders that are not there yet, in five statements however many they are.

    An order whose lines have all been delivered is closed; another is issued, past the blacklist gate. One
    that is there already is left as it is, and told when its content differs. Raises Forbidden,
    SupplierSanctioned, SupplierArchived and Invalid, by which nothing of the call is written.
    """
    require(actor, "procurement.order.import")
    stored = dict(
        PurchaseOrder.objects.filter(external_ref__in=[order.number for order in orders]).values_list(
            "external_ref", "content_hash"
        )
    )
    rows: list[PurchaseOrder] = []
    drafts: dict[uuid.UUID, Draft] = {}
    known: list[str] = []
    differing: list[str] = []
    for read in orders:
        row, draft = _order(read, ensured, actor)
        if read.number not in stored:
            rows.append(row)
            drafts[row.id] = draft
        else:
            (known if stored[read.number] == row.content_hash else differing).append(read.number)
    running = [row for row in rows if row.status == "approved"]
    _pass_gates(running, drafts, actor=actor, at=at)
    _number(rows, {read.number: read for read in orders}, at)
    insert_orders(rows)
    insert_lines(drafts)
    issue_imported(order_ids=[row.id for row in running], at=at)
    _tell(rows, drafts, actor=actor, at=at)
    return Imported(tuple(row.number for row in rows), tuple(known), tuple(differing))


def _order(read: ReadOrder, ensured: Ensured, actor: Actor) -> tuple[PurchaseOrder, Draft]:
    delivered = [line.delivered_date for line in read.lines if line.delivered_date]
    is_over = len(delivered) == len(read.lines)
    order = PurchaseOrder(
        id=new_id(),
        origin="import",
        approval_basis="import",
        status="closed" if is_over else "approved",
        receipt="full" if is_over else "partial" if delivered else "none",
        supplier_org_gid=ensured.suppliers[read.supplier],
        supplier_name=read.supplier,
        supplier_tax_id=read.texts.get("supplier_tax_id", ""),
        buyer_key=actor.key,
        buyer_name=actor.display_name,
        currency=read.currency,
        incoterm=read.texts.get("incoterm", ""),
        payment_terms=read.texts.get("payment_terms", ""),
        ship_to=read.texts.get("ship_to", ""),
        cost_centre=read.texts.get("cost_centre", ""),
        note=read.texts.get("note", ""),
        external_ref=read.number,
        order_date=read.order_date,
        issued_at=_midnight(read.order_date),
        closed_at=_midnight(max(delivered)) if is_over and delivered else None,
    )
    draft = _draft(read, ensured)
    take_over(order, draft)
    order.approved_hash = order.content_hash
    return order, draft


def _draft(read: ReadOrder, ensured: Ensured) -> Draft:
    inputs, named, kept = [], [], {}
    for place, line in enumerate(read.lines):
        inputs.append(
            OrderLineInput(
                quantity=line.quantity,
                unit_price=line.unit_price,
                tax_rate=line.tax_rate,
                adjustment_amount=line.adjustment,
                requested_date=line.requested_date,
            )
        )
        item_id = ensured.items.get(named_item(line).sku)
        named.append(Named(item_id, line.item_name, ensured.categories.get(line.categories), line.unit))
        history = Delivery(line.promised_date, line.delivered_date, line.delivered_quantity)
        kept[place] = KeptLine(new_id(), None, line.number, history)
    return draft_of(inputs=inputs, named=named, currency=read.currency, kept=kept)


def _pass_gates(
    running: Sequence[PurchaseOrder], drafts: Mapping[uuid.UUID, Draft], *, actor: Actor, at: datetime
) -> None:
    categories: dict[uuid.UUID, set[uuid.UUID | None]] = {}
    for row in running:
        categories.setdefault(row.supplier_org_gid, set()).update(drafts[row.id].category_ids)
    for supplier, wanted in sorted(categories.items()):
        pass_gate(
            actor=actor,
            supplier_org_id=supplier,
            order_type_code="220",
            category_ids=sorted(wanted, key=str),
            at=at,
        )


def _number(rows: Sequence[PurchaseOrder], reads: Mapping[str, ReadOrder], at: datetime) -> None:
    """Numbers belong to the year of the order, else of its first promise, else of the import."""
    years = {row.id: _year(reads[row.external_ref], at) for row in rows}
    numbers = {
        year: iter(next_numbers(kind="PO", at=datetime(year, 1, 1, tzinfo=UTC), count=count))
        for year, count in sorted(Counter(years.values()).items())
    }
    for row in rows:
        row.number = next(numbers[years[row.id]])


def _year(read: ReadOrder, at: datetime) -> int:
    promised = [line.promised_date for line in read.lines if line.promised_date]
    day = read.order_date or min(promised, default=at.date())
    return day.year


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), tzinfo=UTC) if day else None


def _tell(
    rows: Sequence[PurchaseOrder], drafts: Mapping[uuid.UUID, Draft], *, actor: Actor, at: datetime
) -> None:
    if not rows:
        return
    audit.record_many(
        actor=actor,
        action="procurement.order.import",
        subject_type="order",
        changes=[
            audit.Change(
                row.id,
                row.number,
                {},
                {"external_ref": row.external_ref, "total_amount": row.total_amount, "currency": row.currency,
                 "lines": len(drafts[row.id].lines), "status": row.status},
            )
            for row in rows
        ],
        at=at,
    )  # fmt: skip
    outbox.publish(
        event_type="procurement.order.imported",
        subject_type="order_import",
        subject_id=new_id(),
        at=at,
        actor=actor,
        payload={"order_ids": [str(row.id) for row in rows]},
    )
