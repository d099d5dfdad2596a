"""Writing a ship notice and sending it: what is on its way, in which packages, lots and quantities."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Sum

from commerce.masterdata.uoms import unit_words
from commerce.procurement.collaboration import lines_by_id, locked_placed_order, side_of, tell_both
from commerce.procurement.collaboration_queries import locked_notice, order_of_notice
from commerce.procurement.models import (
    PoLine,
    PoSchedule,
    PurchaseOrder,
    ShipNotice,
    ShipNoticeLine,
    ShipNoticePackage,
)
from commerce.procurement.restating import shipped_quantities
from commerce.procurement.sscc import check_sscc
from commerce.procurement.states import SHIP_NOTICE
from commerce.procurement.texts import check_text
from commerce.procurement.unit import unit_day
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.money import exact_sum
from tenants.kernel.quantity import check_quantity
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_number

MODES = ("", "road", "rail", "sea", "air", "post")
MAX_LINES = 3_000


class ShippedTooMuch(DomainError):
    """More would be shipped than is ordered."""

    code = "SHIPPED_TOO_MUCH"
    en = "Of line {line_no}, {open_quantity} {unit_en} are still to be shipped; the notice has {wanted}."
    zh = "第 {line_no} 行尚可发运 {open_quantity} {unit_zh}，通知数量为 {wanted}。"


@dataclass(frozen=True, slots=True)
class NoticePackage:
    """One transport handling unit; `sscc` has 18 digits, `type_code` is of UN/ECE Recommendation 21."""

    sscc: str = ""
    type_code: str = ""
    gross_weight_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """How much of an order line goes; `package_no` counts the packages from 1."""

    line_id: uuid.UUID
    quantity: Decimal
    schedule_id: uuid.UUID | None = None
    package_no: int | None = None
    lot_no: str = ""
    expiry_date: date | None = None


@dataclass(frozen=True, slots=True)
class NoticeHeader:
    """How and when the goods travel."""

    shipped_date: date | None = None
    expected_date: date | None = None
    carrier_name: str = ""
    tracking_no: str = ""
    transport_mode: str = ""
    gross_weight_kg: Decimal | None = None
    note: str = ""
    external_ref: str = ""


def ship_notice_create(
    *,
    actor: Actor,
    at: datetime,
    order_id: uuid.UUID,
    lines: Sequence[NoticeLine],
    packages: Sequence[NoticePackage] = (),
    header: NoticeHeader | None = None,
) -> uuid.UUID:
    """This will write a draft notice for an issued order and give its id; the buyer does not see it yet.

    Raises Forbidden, NotFound, IllegalTransition, Invalid naming the line.
    """
    require(actor, "procurement.ship_notice.create")
    about = header or NoticeHeader()
    _check_header(about)
    order = locked_placed_order(actor=actor, order_id=order_id, version=None)
    _check_lines(order.id, lines, packages)
    notice = ShipNotice(
        id=new_id(), number=next_number(kind="SN", at=at), order_id=order.id,
        supplier_org_gid=order.supplier_org_gid, side=side_of(actor), sender_key=actor.key,
        sender_name=actor.display_name, **_fields(about),
    )  # fmt: skip
    notice.save(force_insert=True)
    _write_content(notice, lines, packages)
    tell_notice(notice, order, actor=actor, at=at, word="create", event="created")
    return notice.id


def ship_notice_edit(
    *,
    actor: Actor,
    at: datetime,
    notice_id: uuid.UUID,
    version: int,
    lines: Sequence[NoticeLine] | None = None,
    packages: Sequence[NoticePackage] = (),
    header: NoticeHeader | None = None,
) -> uuid.UUID:
    """This will change a draft; `lines`, with their packages, replace all lines and packages.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, Invalid naming the line.
    """
    require(actor, "procurement.ship_notice.edit")
    order, notice = locked_for(actor, notice_id, version)
    if notice.status != "draft":
        raise IllegalTransition(field="status", state=notice.status)
    if header is not None:
        _check_header(header)
        for name, value in _fields(header).items():
            setattr(notice, name, value)
    if lines is not None:
        _check_lines(order.id, lines, packages)
        ShipNoticeLine.objects.filter(notice_id=notice.id).delete()
        ShipNoticePackage.objects.filter(notice_id=notice.id).delete()
        _write_content(notice, lines, packages)
    notice.version += 1
    notice.save()
    tell_notice(notice, order, actor=actor, at=at, word="edit", event="edited")
    return notice.id


def ship_notice_send(*, actor: Actor, at: datetime, notice_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will tell the buyer of the delivery; from now on its quantities count as shipped.

    The order's row is locked, so that parallel notices never ship more than is ordered. Raises Forbidden,
    NotFound, Conflict, IllegalTransition, ShippedTooMuch, Invalid for a notice without lines.
    """
    require(actor, "procurement.ship_notice.send")
    order, notice = locked_for(actor, notice_id, version)
    SHIP_NOTICE.check(notice.status, "sent")
    _check_open(order, notice)
    notice.shipped_date = notice.shipped_date or unit_day(at)
    notice.sent_at = at
    move_notice(notice, order, "sent", actor=actor, at=at, word="send", event="sent")
    return notice.id


def locked_for(actor: Actor, notice_id: uuid.UUID, version: int | None) -> tuple[PurchaseOrder, ShipNotice]:
    """This will lock a notice's order, which still runs, and then the notice."""
    order_id = order_of_notice(actor=actor, notice_id=notice_id)
    order = locked_placed_order(actor=actor, order_id=order_id, version=None)
    return order, locked_notice(notice_id, version)


def move_notice(
    notice: ShipNotice,
    order: PurchaseOrder,
    target: str,
    *,
    actor: Actor,
    at: datetime,
    word: str,
    event: str,
    reason: str = "",
) -> None:
    """This will bring a notice, whose row the caller holds, to another state, with its trail."""
    SHIP_NOTICE.check(notice.status, target)
    before, notice.status = notice.status, target
    notice.version += 1
    notice.save()
    tell_notice(notice, order, actor=actor, at=at, word=word, event=event, before=before, reason=reason)


def tell_notice(
    notice: ShipNotice,
    order: PurchaseOrder,
    *,
    actor: Actor,
    at: datetime,
    word: str,
    event: str,
    before: str = "",
    reason: str = "",
) -> None:
    """This will leave the trail of a step of a notice."""
    tell_both(
        order=order, actor=actor, at=at, action=f"ship_notice.{word}", event=f"ship_notice.{event}",
        subject_type="ship_notice", subject_id=notice.id, number=notice.number, version=notice.version,
        old={"status": before} if before else None, new={"status": notice.status}, reason=reason,
        state=notice.status, is_shared=notice.side == "supplier" or notice.status != "draft",
    )  # fmt: skip


def _check_header(about: NoticeHeader) -> None:
    for name, field, longest in (
        ("carrier_name", "header.carrierName", 200), ("tracking_no", "header.trackingNo", 100),
        ("note", "header.note", 5_000), ("external_ref", "header.externalRef", 200),
    ):  # fmt: skip
        check_text(getattr(about, name), field=field, longest=longest)
    if about.transport_mode not in MODES:
        raise Invalid(
            field="header.transportMode",
            reason_en="The mode is road, rail, sea, air or post.",
            reason_zh="运输方式为公路、铁路、海运、空运或邮递。",
        )
    if about.shipped_date and about.expected_date and about.expected_date < about.shipped_date:
        raise Invalid(
            field="header.expectedDate",
            reason_en="It cannot arrive before it is shipped.",
            reason_zh="预计到达日期不能早于发运日期。",
        )
    _check_weight(about.gross_weight_kg, "header.grossWeightKg")


def _check_weight(weight: Decimal | None, field: str) -> None:
    if weight is not None:
        check_quantity(weight, field=field)


def _check_lines(order_id: uuid.UUID, lines: Sequence[NoticeLine], packages: Sequence[NoticePackage]) -> None:
    if len(lines) > MAX_LINES or len(packages) > MAX_LINES:
        raise Invalid(
            field="lines", reason_en=f"At most {MAX_LINES} lines.", reason_zh=f"最多 {MAX_LINES} 行。"
        )
    for place, package in enumerate(packages):
        check_sscc(package.sscc, field=f"packages.{place}.sscc")
        check_text(package.type_code, field=f"packages.{place}.typeCode", longest=3)
        _check_weight(package.gross_weight_kg, f"packages.{place}.grossWeightKg")
    known = lines_by_id(order_id)
    schedules = dict(PoSchedule.objects.filter(line__order_id=order_id).values_list("id", "line_id"))
    for place, line in enumerate(lines):
        at = f"lines.{place}"
        if line.line_id not in known:
            raise NotFound(field=f"{at}.lineId")
        if line.schedule_id is not None and schedules.get(line.schedule_id) != line.line_id:
            raise NotFound(field=f"{at}.scheduleId")
        if line.package_no is not None and not 1 <= line.package_no <= len(packages):
            raise NotFound(field=f"{at}.packageNo")
        check_quantity(line.quantity, field=f"{at}.quantity")
        check_text(line.lot_no, field=f"{at}.lotNo", longest=100)


def _check_open(order: PurchaseOrder, notice: ShipNotice) -> None:
    sums = (
        ShipNoticeLine.objects.filter(notice_id=notice.id)
        .order_by().values_list("line_id").annotate(quantity=Sum("quantity"))
    )  # fmt: skip
    wanted = dict(sums)
    if not wanted:
        raise Invalid(field="lines", reason_en="Add at least one line.", reason_zh="请至少添加一行。")
    shipped = shipped_quantities(wanted)
    for line in PoLine.objects.filter(id__in=wanted).order_by("line_no"):
        left = exact_sum((line.quantity, -shipped.get(line.id, Decimal(0))))
        if wanted[line.id] > left:
            raise ShippedTooMuch(
                field="lines", line_no=line.line_no, **unit_words(line.unit),
                open_quantity=f"{max(left, Decimal(0)).normalize():f}",
                wanted=f"{wanted[line.id].normalize():f}",
            )  # fmt: skip


def _fields(about: NoticeHeader) -> dict[str, object]:
    return {
        "shipped_date": about.shipped_date, "expected_date": about.expected_date,
        "carrier_name": about.carrier_name.strip(), "tracking_no": about.tracking_no.strip(),
        "transport_mode": about.transport_mode, "gross_weight_kg": about.gross_weight_kg,
        "note": about.note.strip(), "external_ref": about.external_ref.strip(),
    }  # fmt: skip


def _write_content(
    notice: ShipNotice, lines: Sequence[NoticeLine], packages: Sequence[NoticePackage]
) -> None:
    boxes = [
        ShipNoticePackage(
            id=new_id(), notice=notice, package_no=number, sscc=box.sscc, type_code=box.type_code,
            gross_weight_kg=box.gross_weight_kg,
        )
        for number, box in enumerate(packages, start=1)
    ]  # fmt: skip
    ShipNoticePackage.objects.bulk_create(boxes)
    ShipNoticeLine.objects.bulk_create(
        ShipNoticeLine(
            notice=notice, line_no=number, line_id=line.line_id, schedule_id=line.schedule_id,
            package=None if line.package_no is None else boxes[line.package_no - 1],
            quantity=line.quantity, lot_no=line.lot_no.strip(), expiry_date=line.expiry_date,
        )
        for number, line in enumerate(lines, start=1)
    )  # fmt: skip
