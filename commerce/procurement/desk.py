"""What is to do today in a unit, as far as the actor may do it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from commerce.approvals.queries import inbox_of
from commerce.procurement.incoming.queries import receipts_visible_to
from commerce.procurement.invoicing.queries import invoices_visible_to
from commerce.procurement.queries import orders_visible_to, requisitions_visible_to
from commerce.procurement.watch.kinds import DELIVERY_LATE
from tenants.accounts.queries.alerts import alerts_visible_to
from tenants.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of thing to do, and how many of it wait."""

    code: str
    count: int


COUNTS: tuple[tuple[str, str, Callable[[Actor], int]], ...] = (
    ("approvals", "approvals.task.decide", lambda actor: inbox_of(actor).count()),
    (
        "requisitions_to_order",
        "procurement.requisition.order",
        lambda actor: requisitions_visible_to(actor=actor).filter(status="approved").count(),
    ),
    (
        "orders_to_issue",
        "procurement.order.issue",
        lambda actor: orders_visible_to(actor=actor).filter(status="approved").count(),
    ),
    (
        "orders_unconfirmed",
        "procurement.order.edit",
        lambda actor: orders_visible_to(actor=actor).filter(status="issued", confirmation="none").count(),
    ),
    (
        "orders_conditional",
        "procurement.order_confirmation.accept",
        lambda actor: (
            orders_visible_to(actor=actor).filter(status="issued", confirmation="conditional").count()
        ),
    ),
    (
        "deliveries_late",
        DELIVERY_LATE.permission,
        lambda actor: (
            alerts_visible_to(actor).filter(kind=DELIVERY_LATE.code, resolved_at__isnull=True).count()
        ),
    ),
    (
        "receipts_to_inspect",
        "procurement.receipt.post",
        lambda actor: receipts_visible_to(actor=actor).filter(status="inspecting").count(),
    ),
    (
        "invoice_exceptions",
        "procurement.invoice.resolve",
        lambda actor: invoices_visible_to(actor=actor).filter(status="exception").count(),
    ),
)
"""Code, the permission to do it, and how many wait: one statement each, over the unit's own rows."""


def desk(*, actor: Actor) -> tuple[Work, ...]:
    """This will count what waits for the actor; what the actor may not do is left out, partners see nothing."""
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return ()
    return tuple(_work(actor))


def _work(actor: Actor) -> Iterator[Work]:
    for code, permission, count in COUNTS:
        if actor.may(permission):
            yield Work(code, count(actor))
