"""What is to do today in a unit, as far as the actor may do it."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from commerce.approvals.queries import inbox_of
from commerce.procurement.incoming.queries import receipts_visible_to
from commerce.procurement.invoicing.queries import invoices_visible_to
from commerce.procurement.queries import orders_visible_to, requisitions_visible_to
from commerce.procurement.watch.kinds import DELIVERY_LATE
from tenants.accounts.queries.alerts import alerts_visible_to
from tenants.kernel.actor import Actor

Rows = Callable[[Actor], QuerySet[Any]]

WORK: tuple[tuple[str, str, Rows], ...] = (
    ("approvals", "approvals.task.decide", inbox_of),
    (
        "requisitions_to_order",
        "procurement.requisition.order",
        lambda actor: requisitions_visible_to(actor=actor).filter(status="approved"),
    ),
    (
        "orders_to_issue",
        "procurement.order.issue",
        lambda actor: orders_visible_to(actor=actor).filter(status="approved"),
    ),
    (
        "orders_unconfirmed",
        "procurement.order.edit",
        lambda actor: orders_visible_to(actor=actor).filter(status="issued", confirmation="none"),
    ),
    (
        "orders_conditional",
        "procurement.order_confirmation.accept",
        lambda actor: orders_visible_to(actor=actor).filter(status="issued", confirmation="conditional"),
    ),
    (
        "deliveries_late",
        DELIVERY_LATE.permission,
        lambda actor: alerts_visible_to(actor).filter(kind=DELIVERY_LATE.code, resolved_at__isnull=True),
    ),
    (
        "receipts_to_inspect",
        "procurement.receipt.post",
        lambda actor: receipts_visible_to(actor=actor).filter(status="inspecting"),
    ),
    (
        "invoice_exceptions",
        "procurement.invoice.resolve",
        lambda actor: invoices_visible_to(actor=actor).filter(status="exception"),
    ),
)
"""Code, the permission to do it, and what waits, among the unit's own rows."""


def desk(*, actor: Actor) -> list[tuple[str, Rows]]:
    """This will name what the actor may do, each with the rows that wait; partners have no desk."""
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return []
    return [(code, rows) for code, permission, rows in WORK if actor.may(permission)]
