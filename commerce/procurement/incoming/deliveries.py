"""Deliveries against due days: what came fills an order line's schedules in their order."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Q

from commerce.procurement.models import DeliveryRecord, GoodsReceipt, PoLine, PoSchedule, ReceiptLine
from tenants.kernel.ids import new_id
from tenants.kernel.money import exact_sum
from tenants.runtime.bulk import insert_rows, update_rows

COLUMNS = (
    "id", "receipt_line_id", "schedule_gid", "supplier_org_gid", "item_gid", "category_gid", "due_date",
    "received_date", "quantity", "accepted_quantity",
)  # fmt: skip


def record_deliveries(receipt: GoodsReceipt, lines: Sequence[ReceiptLine]) -> None:
    """This will split each line over the open parts of its order line, the earliest due first.

    What is kept counts as delivered in the schedule; what passes all schedules belongs to the last one.
    """
    schedules = _schedules(lines)
    about = {row[0]: row[1:] for row in _about(lines)}
    records, changed = [], {}
    for line in lines:
        item_gid, category_gid = about[line.order_line_id]
        for schedule, quantity, accepted in _split(line, schedules[line.order_line_id]):
            due = None if schedule is None else schedule.promised_date or schedule.requested_date
            records.append(
                (new_id(), line.id, schedule and schedule.id, receipt.supplier_org_gid, item_gid, category_gid,
                 due, receipt.received_date, quantity, accepted)
            )  # fmt: skip
            if schedule is not None:
                changed[schedule.id] = schedule
    insert_rows(DeliveryRecord, COLUMNS, records)
    for schedule in changed.values():
        schedule.delivered_date = max(schedule.delivered_date or receipt.received_date, receipt.received_date)
    _store(list(changed.values()))


def reverse_deliveries(lines: Sequence[ReceiptLine]) -> None:
    """This will mirror the records of the lines and take their quantities out of the schedules."""
    kept: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    rows = list(DeliveryRecord.objects.filter(receipt_line_id__in=[line.id for line in lines]))
    insert_rows(
        DeliveryRecord,
        COLUMNS,
        [
            (new_id(), row.receipt_line_id, row.schedule_gid, row.supplier_org_gid, row.item_gid,
             row.category_gid, row.due_date, row.received_date, -row.quantity, -row.accepted_quantity)
            for row in rows
        ],
    )  # fmt: skip
    for row in rows:
        if row.schedule_gid is not None:
            kept[row.schedule_gid] += row.accepted_quantity
    _take_from(kept)


def reject_delivered(quantities: Mapping[uuid.UUID, Decimal]) -> None:
    """This will count goods of receipt lines, kept in quarantine so far, as not kept: the latest due first."""
    wanted = {key: value for key, value in quantities.items() if value}
    rows = DeliveryRecord.objects.filter(receipt_line_id__in=wanted)
    kept: dict[tuple[uuid.UUID, uuid.UUID | None], Decimal] = defaultdict(Decimal)
    about: dict[tuple[uuid.UUID, uuid.UUID | None], DeliveryRecord] = {}
    for row in rows.order_by("id"):
        key = (row.receipt_line_id, row.schedule_gid)
        kept[key] += row.accepted_quantity
        about[key] = row
    records = []
    taken: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    for key in sorted(kept, key=lambda k: about[k].due_date or date.max, reverse=True):
        part = min(wanted[key[0]], kept[key])
        if part <= 0:
            continue
        wanted[key[0]] = exact_sum((wanted[key[0]], -part))
        row = about[key]
        records.append(
            (new_id(), row.receipt_line_id, row.schedule_gid, row.supplier_org_gid, row.item_gid,
             row.category_gid, row.due_date, row.received_date, Decimal(0), -part)
        )  # fmt: skip
        if row.schedule_gid is not None:
            taken[row.schedule_gid] += part
    insert_rows(DeliveryRecord, COLUMNS, records)
    _take_from(taken)


def _take_from(taken: Mapping[uuid.UUID, Decimal]) -> None:
    schedules = list(PoSchedule.objects.filter(id__in=taken))
    for schedule in schedules:
        schedule.delivered_quantity = max(
            Decimal(0), exact_sum((schedule.delivered_quantity, -taken[schedule.id]))
        )
        if schedule.delivered_quantity == 0:
            schedule.delivered_date = None
    _store(schedules)


def _schedules(lines: Sequence[ReceiptLine]) -> dict[uuid.UUID, list[PoSchedule]]:
    found: dict[uuid.UUID, list[PoSchedule]] = defaultdict(list)
    rows = PoSchedule.objects.filter(line_id__in={line.order_line_id for line in lines})
    for row in sorted(rows, key=_by_due):
        found[row.line_id].append(row)
    return found


def _by_due(schedule: PoSchedule) -> tuple[bool, str, int]:
    due = schedule.promised_date or schedule.requested_date
    return due is None, due.isoformat() if due else "", schedule.schedule_no


def _about(lines: Sequence[ReceiptLine]) -> Sequence[tuple[uuid.UUID, uuid.UUID | None, uuid.UUID | None]]:
    wanted = Q(id__in={line.order_line_id for line in lines})
    return list(PoLine.objects.filter(wanted).values_list("id", "item_gid", "category_gid"))


Part = tuple[PoSchedule | None, Decimal, Decimal]


def _split(line: ReceiptLine, schedules: Sequence[PoSchedule]) -> list[Part]:
    """Kept goods fill the schedules; rejected ones are recorded against the first that was open."""
    kept = exact_sum((line.accepted_quantity, line.quarantined_quantity))
    parts: list[Part] = []
    for place, schedule in enumerate(schedules):
        open_quantity = exact_sum((schedule.quantity, -schedule.delivered_quantity))
        is_last = place == len(schedules) - 1
        taken = kept if is_last else max(Decimal(0), min(kept, open_quantity))
        if taken > 0:
            parts.append((schedule, taken, taken))
            schedule.delivered_quantity = exact_sum((schedule.delivered_quantity, taken))
            kept = exact_sum((kept, -taken))
    if kept > 0:
        parts.append((None, kept, kept))
    return _with_the_rest(line, parts, schedules)


def _with_the_rest(line: ReceiptLine, parts: list[Part], schedules: Sequence[PoSchedule]) -> list[Part]:
    """Rejected goods are a record of their own; quarantined ones count as kept until they are rejected."""
    if not line.rejected_quantity:
        return parts
    first = parts[0][0] if parts else (schedules[0] if schedules else None)
    return [*parts, (first, line.rejected_quantity, Decimal(0))]


def _store(schedules: Sequence[PoSchedule]) -> None:
    update_rows(
        PoSchedule,
        ("id", "delivered_date", "delivered_quantity"),
        [(row.id, row.delivered_date, row.delivered_quantity) for row in schedules],
    )
