"""Moving orders forward: submit, withdraw, issue."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal, localcontext

from django.db.models import F
from django.db.models.functions import Now

from commerce.approvals.services.run_start import run_start
from commerce.approvals.services.run_withdraw import run_withdraw_document
from commerce.procurement.ceilings import take_call_off
from commerce.procurement.facts import approval_facts
from commerce.procurement.gate import pass_gate
from commerce.procurement.lines import NoLines
from commerce.procurement.locks import issue_approved, to_approval
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.queries import locked_order, order_about, setting
from commerce.procurement.states import CALL_OFF, ORDER, ORDER_TYPE
from commerce.procurement.texts import check_text
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, IllegalTransition
from tenants.kernel.money import line_amount
from tenants.runtime.guard import require


class OrderOnHold(DomainError):
    """Somebody, or a sanction, holds the order back."""

    code = "ORDER_ON_HOLD"
    en = "{number} is on hold ({hold_en}). Release it first."
    zh = "{number} 处于暂停状态（{hold_zh}），请先解除。"


class NotApprovedAsItStands(DomainError):
    """The order's content is not what was approved."""

    code = "NOT_APPROVED"
    en = "{number} is not approved as it stands. Submit it for approval."
    zh = "{number} 的当前内容未经批准，请重新提交审批。"


def order_submit(*, actor: Actor, at: datetime, order_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will send a draft order into the unit's approval flow.

    An order that stays within what its requisitions were approved for is approved without a flow, when the
    unit says so. Raises Forbidden, NotFound, Conflict, IllegalTransition, NoLines, SupplierSanctioned,
    SupplierArchived, and what starting an approval raises.
    """
    require(actor, "procurement.order.submit")
    about = order_about(actor=actor, order_id=order_id, version=version)
    ORDER.check(about.status, "in_approval")
    if not about.category_ids:
        raise NoLines
    pass_gate(
        actor=actor,
        supplier_org_id=about.supplier_org_gid,
        order_type_code=about.order_type_code,
        category_ids=about.category_ids,
        at=at,
    )
    order = locked_order(actor=actor, order_id=order_id, version=version)
    if _requisitions_cover(order):
        _approve_on("requisition", order, actor=actor, at=at)
    else:
        start_approval(order, about.category_ids, actor=actor, at=at)
    return order.id


def order_withdraw(
    *, actor: Actor, at: datetime, order_id: uuid.UUID, version: int, reason: str = ""
) -> uuid.UUID:
    """This will take an order out of approval and make it a draft again.

    Raises Forbidden, NotFound, Conflict, IllegalTransition.
    """
    require(actor, "procurement.order.withdraw")
    check_text(reason, field="reason", longest=2_000)
    order = locked_order(actor=actor, order_id=order_id, version=version)
    if order.status != "in_approval":
        raise IllegalTransition(field="status", state=order.status)
    run_withdraw_document(actor=actor, document_type=ORDER_TYPE, document_id=order.id, reason=reason, at=at)
    PurchaseOrder.objects.filter(id=order.id).update(
        status="draft", approval_run_gid=None, version=F("version") + 1, updated_at=Now()
    )
    leave_trail(
        actor=actor, at=at, action="order.withdraw", event="order.withdrawn", subject_type="order",
        subject_id=order.id, number=order.number, version=order.version + 1,
        old={"status": "in_approval"}, new={"status": "draft"}, reason=reason,
    )  # fmt: skip
    return order.id


def order_issue(*, actor: Actor, at: datetime, order_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will place an approved order with its supplier.

    The supplier passes the blacklist gate in the same transaction: a sanction that commits first refuses
    the issue, one that comes later waits for it. Raises Forbidden, NotFound, Conflict, IllegalTransition,
    SupplierSanctioned, SupplierArchived, OrderOnHold, NotApprovedAsItStands.
    """
    require(actor, "procurement.order.issue")
    about = order_about(actor=actor, order_id=order_id, version=version)
    ORDER.check(about.status, "issued")
    pass_gate(
        actor=actor,
        supplier_org_id=about.supplier_org_gid,
        order_type_code=about.order_type_code,
        category_ids=about.category_ids,
        at=at,
    )
    if about.order_type_code == CALL_OFF:
        take_call_off(PurchaseOrder.objects.get(id=order_id), at=at)
    new_version = issue_approved(order_id=order_id, version=version, at=at)
    if new_version is None:
        raise _why_not_issued(actor, order_id, version)
    tell_issued(
        order_id=order_id,
        number=about.number,
        version=new_version,
        supplier_org_id=about.supplier_org_gid,
        actor=actor,
        at=at,
    )
    return order_id


def _why_not_issued(actor: Actor, order_id: uuid.UUID, version: int) -> DomainError:
    order = locked_order(actor=actor, order_id=order_id, version=None)
    if order.version != version:
        return Conflict(field="version", current_version=order.version)
    if order.status != "approved":
        return IllegalTransition(field="status", state=order.status)
    if order.sanction_hold or order.buyer_hold:
        holds = ("sanction", "制裁") if order.sanction_hold else ("by a buyer", "采购员")
        return OrderOnHold(number=order.number, hold_en=holds[0], hold_zh=holds[1])
    return NotApprovedAsItStands(number=order.number)


def _requisitions_cover(order: PurchaseOrder) -> bool:
    """Whether every line stays within the approved estimate of its requisition line, in its currency."""
    if order.origin != "requisition":
        return False
    choices = setting()
    if not choices.requisition_covers_order:
        return False
    lines = PoLine.objects.filter(order_id=order.id).select_related("requisition_line__requisition")
    return all(_covered(line, order.currency, choices.over_approved_percent) for line in lines)


def _covered(line: PoLine, currency: str, over_percent: Decimal) -> bool:
    asked = line.requisition_line
    if asked is None or asked.requisition.currency != currency:
        return False
    if asked.requisition.approved_hash != asked.requisition.content_hash:
        return False
    with localcontext() as context:
        context.prec = 60
        limit = line_amount(quantity=line.quantity, unit_price=asked.unit_price, currency=currency)
        return line.line_extension_amount * 100 <= limit * (100 + over_percent)


def _approve_on(basis: str, order: PurchaseOrder, *, actor: Actor, at: datetime, versions: int = 1) -> None:
    ORDER.check(order.status, "approved")
    PurchaseOrder.objects.filter(id=order.id).update(
        status="approved",
        approval_basis=basis,
        approved_hash=order.content_hash,
        version=F("version") + versions,
        updated_at=Now(),
    )
    leave_trail(
        actor=actor, at=at, action="order.submit", event="order.approved", subject_type="order",
        subject_id=order.id, number=order.number, version=order.version + versions,
        old={"status": "draft"},
        new={"status": "approved", "approval_basis": basis, "content_hash": order.content_hash},
    )  # fmt: skip


def start_approval(
    order: PurchaseOrder, category_ids: Sequence[uuid.UUID | None], *, actor: Actor, at: datetime
) -> bool:
    """This will send a locked, or just written, draft into its flow; tells whether it is approved already.

    The order is then two versions on, otherwise one. Where the module of approvals is off, nobody is asked. Raises
    what starting an approval raises.
    """
    if not actor.has("approvals"):
        _approve_on("no_module", order, actor=actor, at=at, versions=2)
        return True
    requester_id = actor.person_id or actor.api_key_id
    if requester_id is None:
        raise ValueError("an order is submitted by a person or an API key")
    facts = approval_facts(
        actor=actor,
        amount=order.total_amount,
        currency=order.currency,
        categories=category_ids,
        cost_centre=order.cost_centre,
        suppliers=[order.supplier_org_gid],
        at=at,
    )
    to_approval(order.id)
    leave_trail(
        actor=actor, at=at, action="order.submit", event="order.submitted", subject_type="order",
        subject_id=order.id, number=order.number, version=order.version + 1,
        old={"status": "draft"}, new={"status": "in_approval", "content_hash": order.content_hash},
    )  # fmt: skip
    run = run_start(
        actor=actor,
        document_type=ORDER_TYPE,
        document_id=order.id,
        document_number=order.number,
        requester_id=requester_id,
        facts=facts,
        content_hash=order.content_hash,
        at=at,
    )
    if run.status == "approved":
        return True
    PurchaseOrder.objects.filter(id=order.id).update(approval_run_gid=run.run_id)
    return False


def tell_issued(
    *, order_id: uuid.UUID, number: str, version: int, supplier_org_id: uuid.UUID, actor: Actor, at: datetime
) -> None:
    """This will leave the trail of an issued order."""
    leave_trail(
        actor=actor, at=at, action="order.issue", event="order.issued", subject_type="order",
        subject_id=order_id, number=number, version=version,
        old={"status": "approved"}, new={"status": "issued"},
        payload={"supplier_org_id": str(supplier_org_id), "audience": [str(supplier_org_id)]},
    )  # fmt: skip
