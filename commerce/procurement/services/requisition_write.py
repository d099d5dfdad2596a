"""Writing requisitions down: create, edit, copy."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models.functions import Now

from commerce.approvals.services.run_invalidate import run_invalidate
from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.procurement.amounts import PricedLine, amounts_of
from commerce.procurement.content import content_hash
from commerce.procurement.demand.letting_go import let_go
from commerce.procurement.lines import Named, RequisitionLineInput, check_lines, named_lines
from commerce.procurement.models import Requisition, RequisitionLine
from commerce.procurement.queries import locked_requisition, requisitions_visible_to
from commerce.procurement.states import REQUISITION, REQUISITION_TYPE
from commerce.procurement.texts import check_text
from commerce.procurement.trail import leave_trail
from commerce.procurement.unit import this_unit
from commerce.procurement.usable_lines import LineLeftOut, usable_lines
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.money import exponent_of
from tenants.runtime.audit import changes
from tenants.runtime.bulk import insert_rows
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_number

UNCHANGED = date(1, 1, 1)
"""Stands for a day that is left as it is, where None clears it."""

LINE_COLUMNS = (
    "id", "requisition_id", "line_no", "item_gid", "description", "category_gid", "quantity", "unit",
    "unit_price", "line_amount", "need_by_date", "supplier_org_gid", "source", "ordered_quantity",
)  # fmt: skip


class NotRequester(DomainError):
    """Only the person who asked may change or submit a requisition."""

    code = "NOT_REQUESTER"
    en = "Only {requester}, who raised {number}, may do this. You can copy it instead."
    zh = "只有申请人 {requester} 可以对 {number} 执行此操作，您可以复制该申请。"


class PartlyOrdered(DomainError):
    """Some of the requisition is on orders."""

    code = "PARTLY_ORDERED"
    en = "Some of {number} is on purchase orders. Cancel those first."
    zh = "{number} 的部分内容已生成采购订单，请先取消这些订单。"


@dataclass(frozen=True, slots=True)
class Drafted:
    """Lines ready to be stored, with their sum and their part of the content hash."""

    rows: list[tuple[object, ...]]
    total: Decimal
    cells: list[tuple[object, ...]]


def requisition_create(
    *,
    actor: Actor,
    at: datetime,
    lines: Sequence[RequisitionLineInput],
    title: str = "",
    cost_centre: str = "",
    currency: str = "",
    need_by_date: date | None = None,
    justification: str = "",
    source: str = "manual",
) -> uuid.UUID:
    """This will write down a draft requisition of the actor and give its id.

    The currency is the unit's own when none is given. Raises Forbidden, NotFound for an item, category or
    supplier that is not the group's, and Invalid for figures and texts that cannot be kept.
    """
    require(actor, "procurement.requisition.create")
    requisition_id = new_id()
    _check_header(title, cost_centre, justification)
    currency = currency or this_unit().currency
    exponent_of(currency)
    drafted = _draft(actor, requisition_id, lines, currency, source)
    row = Requisition(
        id=requisition_id,
        requester_key=actor.key,
        requester_gid=actor.person_id,
        requester_name=actor.display_name,
        title=title.strip(),
        cost_centre=cost_centre.strip(),
        currency=currency,
        total_amount=drafted.total,
        need_by_date=need_by_date,
        justification=justification.strip(),
    )
    row.content_hash = _hash(row, drafted)
    _store(row, drafted, at)
    leave_trail(
        actor=actor, at=at, action="requisition.create", event="requisition.created",
        subject_type="requisition", subject_id=row.id, number=row.number, version=1,
        new={"total_amount": row.total_amount, "currency": currency, "lines": len(lines)},
    )  # fmt: skip
    return row.id


def requisition_edit(
    *,
    actor: Actor,
    at: datetime,
    requisition_id: uuid.UUID,
    version: int,
    lines: Sequence[RequisitionLineInput] | None = None,
    title: str | None = None,
    cost_centre: str | None = None,
    currency: str | None = None,
    need_by_date: date | None = UNCHANGED,
    justification: str | None = None,
) -> uuid.UUID:
    """This will change a draft, or re-open a returned or approved requisition; `lines` replace all lines.

    A change of content after the approval takes the approval away: the requisition is a draft again. Raises
    Forbidden, NotFound, NotRequester, Conflict, IllegalTransition, PartlyOrdered, Invalid.
    """
    require(actor, "procurement.requisition.edit")
    row = locked_requisition(actor=actor, requisition_id=requisition_id, version=version)
    check_requester(actor, row)
    before = {name: getattr(row, name) for name in _HEADER}
    given = {"title": title, "cost_centre": cost_centre, "currency": currency, "justification": justification}
    for name, value in given.items():
        if value is not None:
            setattr(row, name, value.strip())
    if need_by_date != UNCHANGED:
        row.need_by_date = need_by_date
    _check_header(row.title, row.cost_centre, row.justification)
    exponent_of(row.currency)
    inputs = stored_inputs(row.id) if lines is None else lines
    refuse_partly_ordered(row)
    kept = _kept_lines(row.id, inputs)
    drafted = _draft(actor, row.id, inputs, row.currency, "manual", kept)
    row.total_amount = drafted.total
    row.content_hash = _hash(row, drafted)
    _reopen(actor, row, before, at)
    if lines is not None or row.currency != before["currency"]:
        let_go(requisition_id=row.id, kept=set(kept), at=at)
        RequisitionLine.objects.filter(requisition_id=row.id).delete()
        insert_rows(RequisitionLine, LINE_COLUMNS, drafted.rows)
    _save(row)
    old, new = changes(before, {name: getattr(row, name) for name in _HEADER})
    leave_trail(
        actor=actor, at=at, action="requisition.edit", event="requisition.edited",
        subject_type="requisition", subject_id=row.id, number=row.number, version=row.version,
        old=old, new={**new, **({"lines": len(inputs)} if lines is not None else {})},
    )  # fmt: skip
    return row.id


@dataclass(frozen=True, slots=True)
class Copied:
    """The new draft, and the lines that could not be taken over."""

    requisition_id: uuid.UUID
    left_out: tuple[LineLeftOut, ...]


def requisition_copy(*, actor: Actor, at: datetime, requisition_id: uuid.UUID) -> Copied:
    """This will write down a new draft of the actor with the lines that can still be asked for.

    Lines of discontinued items and blacklisted suppliers are left out and named. Raises Forbidden, NotFound,
    NothingLeft.
    """
    require(actor, "procurement.requisition.copy")
    source = requisitions_visible_to(actor=actor).filter(id=requisition_id).first()
    if source is None:
        raise NotFound(field="requisitionId")
    lines, left_out = usable_lines(actor=actor, lines=stored_inputs(source.id), at=at)
    copy_id = requisition_create(
        actor=actor,
        at=at,
        lines=lines,
        title=source.title,
        cost_centre=source.cost_centre,
        currency=source.currency,
        justification=source.justification,
    )
    Requisition.objects.filter(id=copy_id).update(copied_from_id=source.id)
    return Copied(copy_id, tuple(left_out))


def refuse_partly_ordered(row: Requisition) -> None:
    """This will pass while nothing of the requisition is on orders; raises PartlyOrdered."""
    if RequisitionLine.objects.filter(requisition_id=row.id, ordered_quantity__gt=0).exists():
        raise PartlyOrdered(number=row.number)


def check_requester(actor: Actor, row: Requisition) -> None:
    """This will pass for the person who raised the requisition; raises NotRequester."""
    if row.requester_key != actor.key:
        raise NotRequester(requester=row.requester_name or "—", number=row.number)


_HEADER = (
    "title", "cost_centre", "currency", "need_by_date", "justification", "status", "total_amount",
    "content_hash",
)  # fmt: skip


def _check_header(title: str, cost_centre: str, justification: str) -> None:
    check_text(title, field="title", longest=200)
    check_text(cost_centre, field="costCentre", longest=64)
    check_text(justification, field="justification", longest=10_000)


def _draft(
    actor: Actor,
    requisition_id: uuid.UUID,
    lines: Sequence[RequisitionLineInput],
    currency: str,
    source: str,
    kept: Mapping[uuid.UUID, str] | None = None,
) -> Drafted:
    check_lines(lines)
    named = named_lines(actor=actor, lines=lines)
    _check_suppliers(actor, lines)
    amounts = amounts_of([PricedLine(line.quantity, line.unit_price) for line in lines], currency)
    rows: list[tuple[object, ...]] = []
    cells: list[tuple[object, ...]] = []
    sources = kept or {}
    for number, (line, about, amount) in enumerate(zip(lines, named, amounts.lines, strict=True), start=1):
        line_id = line.line_id if line.line_id in sources else None
        came = sources[line_id] if line_id else source
        rows.append((line_id or new_id(), *_line_row(requisition_id, number, line, about, amount, came)))
        cells.append((about.item_id, about.description, about.category_id, line.quantity, about.unit,
                      line.unit_price, line.supplier_org_id))  # fmt: skip
    return Drafted(rows, amounts.total, cells)


def _line_row(
    requisition_id: uuid.UUID,
    number: int,
    line: RequisitionLineInput,
    about: Named,
    amount: Decimal,
    source: str,
) -> tuple[object, ...]:
    return (
        requisition_id, number, about.item_id, about.description, about.category_id,
        line.quantity, about.unit, line.unit_price, amount, line.need_by_date, line.supplier_org_id,
        source, Decimal(0),
    )  # fmt: skip


def _kept_lines(requisition_id: uuid.UUID, lines: Sequence[RequisitionLineInput]) -> dict[uuid.UUID, str]:
    """The stored lines that are replaced by lines naming them, with where they came from; raises NotFound."""
    stored = dict(RequisitionLine.objects.filter(requisition_id=requisition_id).values_list("id", "source"))
    kept: dict[uuid.UUID, str] = {}
    for index, line in enumerate(lines):
        if line.line_id is None:
            continue
        if line.line_id not in stored or line.line_id in kept:
            raise NotFound(field=f"lines.{index}.lineId")
        kept[line.line_id] = stored[line.line_id]
    return kept


def _check_suppliers(actor: Actor, lines: Sequence[RequisitionLineInput]) -> None:
    wanted = {line.supplier_org_id for line in lines if line.supplier_org_id is not None}
    if not wanted:
        return
    known = set(supplier_orgs_visible_to(actor=actor).filter(id__in=wanted).values_list("id", flat=True))
    for index, line in enumerate(lines):
        if line.supplier_org_id is not None and line.supplier_org_id not in known:
            raise NotFound(field=f"lines.{index}.supplierOrgId")


def _hash(row: Requisition, drafted: Drafted) -> str:
    return content_hash(
        [row.currency, row.cost_centre, drafted.total],
        drafted.cells,  # type: ignore[arg-type]
    )


def _store(row: Requisition, drafted: Drafted, at: datetime) -> None:
    row.number = next_number(kind="PR", at=at)
    Requisition.objects.bulk_create([row])
    insert_rows(RequisitionLine, LINE_COLUMNS, drafted.rows)


def _reopen(actor: Actor, row: Requisition, before: dict[str, object], at: datetime) -> None:
    """A returned requisition becomes a draft; an approved one does when its content changed."""
    if row.status == "draft":
        return
    if row.status == "approved" and row.content_hash == before["content_hash"]:
        return
    if row.status not in ("returned", "approved"):
        raise IllegalTransition(field="status", state=row.status)
    REQUISITION.check(row.status, "draft")
    if row.status == "approved":
        run_invalidate(
            actor=actor, document_type=REQUISITION_TYPE, document_id=row.id,
            content_hash=row.content_hash, at=at,
        )  # fmt: skip
        row.approved_hash, row.approved_at, row.approval_run_gid = "", None, None
    row.status = "draft"


def _save(row: Requisition) -> None:
    row.version += 1
    row.updated_at = Now()
    row.save(
        update_fields=[
            *_HEADER, "version", "updated_at", "approved_hash", "approved_at", "approval_run_gid",
        ]
    )  # fmt: skip


def stored_inputs(requisition_id: uuid.UUID) -> list[RequisitionLineInput]:
    """This will give a requisition's lines as they would be written down again, in order."""
    rows = RequisitionLine.objects.filter(requisition_id=requisition_id).order_by("line_no")
    return [
        RequisitionLineInput(
            quantity=row.quantity,
            unit_price=row.unit_price,
            unit=row.unit,
            item_id=row.item_gid,
            description=row.description,
            category_id=row.category_gid,
            need_by_date=row.need_by_date,
            supplier_org_id=row.supplier_org_gid,
            line_id=row.id,
        )
        for row in rows
    ]
