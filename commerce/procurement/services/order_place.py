"""Writing, submitting and issuing an order in one step, for flows that ask nobody and for systems."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from commerce.procurement.ceilings import take_call_off
from commerce.procurement.frames import OrderFrame
from commerce.procurement.lines import NoLines, OrderLineInput
from commerce.procurement.locks import issue_approved
from commerce.procurement.services.order_steps import NotApprovedAsItStands, start_approval, tell_issued
from commerce.procurement.services.order_write import NO_FRAME, Header, written_order
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require


def order_place(
    *,
    actor: Actor,
    at: datetime,
    supplier_org_id: uuid.UUID,
    lines: Sequence[OrderLineInput],
    currency: str = "",
    order_type_code: str = "220",
    incoterm: str = "",
    payment_terms: str = "",
    ship_to: str = "",
    cost_centre: str = "",
    note: str = "",
    frame: OrderFrame | None = None,
) -> uuid.UUID:
    """This will write an order, send it through approval, and issue it when nobody has to be asked.

    Otherwise it waits in approval. It passes the blacklist gate once, whose lock lasts until the commit.
    Raises what creating, submitting and issuing raise, by which nothing is written.
    """
    require(actor, "procurement.order.place")
    require(actor, "procurement.order.create")
    require(actor, "procurement.order.submit")
    require(actor, "procurement.order.issue")
    if not lines:
        raise NoLines
    order, draft = written_order(
        actor=actor,
        at=at,
        supplier_org_id=supplier_org_id,
        lines=lines,
        header=Header(
            currency, order_type_code, incoterm, payment_terms, ship_to, cost_centre, note, frame or NO_FRAME
        ),
    )
    if not start_approval(order, draft.category_ids, actor=actor, at=at):
        return order.id
    take_call_off(order, at=at)
    version = issue_approved(order_id=order.id, version=order.version + 2, at=at)
    if version is None:
        raise NotApprovedAsItStands(number=order.number)
    tell_issued(
        order_id=order.id,
        number=order.number,
        version=version,
        supplier_org_id=supplier_org_id,
        actor=actor,
        at=at,
    )
    return order.id
