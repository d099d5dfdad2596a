"""An issued order as it would stand, or stands, after a change: amounts, hash, lines and schedules."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from commerce.procurement.amounts import PricedLine, amounts_of
from commerce.procurement.collaboration import lines_by_id, parts_of, write_parts
from commerce.procurement.lines import Named, ScheduleInput
from commerce.procurement.models import PoLine, PurchaseOrder, ShipNoticeLine
from commerce.procurement.order_lines import Draft, DraftLine, take_over
from commerce.procurement.promises import Part, requested_for, resized
from commerce.procurement.requisition_quantities import change_ordered
from commerce.procurement.states import SHIPPED
from tenants.kernel.errors import DomainError


class AlreadyShipped(DomainError):
    """More of the line is on its way, or has come, than it would have."""

    code = "ALREADY_SHIPPED"
    en = "Of line {line_no}, {shipped} are shipped or delivered already. It cannot become less."
    zh = "第 {line_no} 行已发运或收货 {shipped}，数量不能再减少。"


@dataclass(frozen=True, slots=True)
class LineTerms:
    """What a line is agreed to be: quantity, price, and the day its open part is asked for."""

    quantity: Decimal
    unit_price: Decimal
    requested_date: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """An order's lines with their present schedules and terms."""

    lines: Mapping[uuid.UUID, PoLine]
    parts: Mapping[uuid.UUID, Sequence[Part]]

    def terms_of(self, line_id: uuid.UUID) -> LineTerms:
        """The terms of a line as they are; the day is the latest of its parts."""
        line = self.lines[line_id]
        return LineTerms(line.quantity, line.unit_price, _latest(self.parts[line_id]))


def standing_of(order_id: uuid.UUID) -> Standing:
    """This will read an order's lines and schedules, whose order the caller holds."""
    lines = lines_by_id(order_id)
    return Standing(lines, parts_of(lines))


def restated(order: PurchaseOrder, standing: Standing, terms: Mapping[uuid.UUID, LineTerms]) -> Draft:
    """This will set amounts and hash of the order, in memory alone, to what they are under other terms.

    Raises what pricing raises, naming the line.
    """
    agreed = {key: terms.get(key) or standing.terms_of(key) for key in standing.lines}
    priced = [
        PricedLine(agreed[key].quantity, agreed[key].unit_price, line.tax_rate, line.adjustment_amount)
        for key, line in standing.lines.items()
    ]
    amounts = amounts_of(priced, order.currency)
    drafted = [
        _draft_line(line, agreed[key], amount)
        for (key, line), amount in zip(standing.lines.items(), amounts.lines, strict=True)
    ]
    draft = Draft(tuple(drafted), amounts)
    take_over(order, draft)
    return draft


def check_not_shipped(standing: Standing, terms: Mapping[uuid.UUID, LineTerms]) -> None:
    """This will refuse quantities below what is shipped or delivered; raises AlreadyShipped."""
    told = shipped_quantities(terms)
    for key, wanted in terms.items():
        shipped = max(told.get(key, Decimal(0)), _delivered(standing.parts[key]))
        if wanted.quantity < shipped:
            line_no = standing.lines[key].line_no
            raise AlreadyShipped(field="lines", line_no=line_no, shipped=f"{shipped.normalize():f}")


def shipped_quantities(line_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Decimal]:
    """This will add up what ship notices have told of lines; a line of which nothing was told is not there."""
    rows = ShipNoticeLine.objects.filter(line_id__in=list(line_ids), notice__status__in=SHIPPED)
    return dict(rows.order_by().values_list("line_id").annotate(quantity=Sum("quantity")))


def write_terms(standing: Standing, draft: Draft, terms: Mapping[uuid.UUID, LineTerms]) -> None:
    """This will store the changed lines and schedules, and what they order of requisitions.

    The caller has accepted a change to the next version of the order, which the database asks for. Raises
    OverOrdered.
    """
    amounts = {line.id: line.amount for line in draft.lines}
    rows = []
    ordered: dict[uuid.UUID, Decimal] = {}
    for key, wanted in terms.items():
        row = standing.lines[key]
        if row.requisition_line_id is not None:
            known = ordered.get(row.requisition_line_id, Decimal(0))
            ordered[row.requisition_line_id] = known + wanted.quantity - row.quantity
        row.quantity, row.unit_price = wanted.quantity, wanted.unit_price
        row.line_extension_amount = amounts[key]
        rows.append(row)
    change_ordered(ordered)
    PoLine.objects.bulk_update(rows, ["quantity", "unit_price", "line_extension_amount"])
    write_parts({key: agreed_parts(standing.parts[key], wanted) for key, wanted in terms.items()})


def agreed_parts(parts: Sequence[Part], wanted: LineTerms) -> list[Part]:
    """This will give what a line's schedules become under other terms."""
    sized = resized(parts, wanted.quantity)
    return sized if _latest(sized) == wanted.requested_date else requested_for(sized, wanted.requested_date)


def _latest(parts: Sequence[Part]) -> date | None:
    return max((part.requested_date for part in parts if part.requested_date is not None), default=None)


def _delivered(parts: Sequence[Part]) -> Decimal:
    return sum((part.delivered_quantity for part in parts), Decimal(0))


def _draft_line(line: PoLine, terms: LineTerms, amount: Decimal) -> DraftLine:
    return DraftLine(
        id=line.id,
        line_no=line.line_no,
        about=Named(line.item_gid, line.description, line.category_gid, line.unit),
        quantity=terms.quantity,
        unit_price=terms.unit_price,
        adjustment=line.adjustment_amount,
        amount=amount,
        tax_rate=line.tax_rate,
        requisition_line_id=line.requisition_line_id,
        parts=(ScheduleInput(terms.quantity, terms.requested_date),),
        external_ref=line.external_ref,
    )
