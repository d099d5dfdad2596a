"""Sanctions and open orders: stopped when one begins, released when none covers them any more.

These act for the platform, not for a person: the decision was headquarters'.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q

from commerce.masterdata.queries import categories_visible_to, supplier_with_blocking_sanction
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.services.order_end import cancel_locked, hold_for_sanction
from commerce.procurement.states import CALL_OFF, OPEN
from tenants.kernel.actor import Actor, system_actor
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import current_scope


def orders_stop(
    *,
    at: datetime,
    sanction_id: uuid.UUID,
    supplier_org_ids: Sequence[uuid.UUID],
    actions: Sequence[str],
    category_ids: Sequence[uuid.UUID] | None,
    unit_ids: Sequence[uuid.UUID] | None,
    policy: str,
) -> list[uuid.UUID]:
    """This will hold or cancel the unit's open orders in a sanction's scope, as its policy says; gives their ids.

    `category_ids` and `unit_ids` are None for all. Orders for which goods came in are held, not cancelled.
    """
    scope = current_scope()
    if policy == "block_new" or (unit_ids is not None and scope.unit_id not in unit_ids):
        return []
    actor = system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Sanctions")
    rows = PurchaseOrder.objects.filter(supplier_org_gid__in=supplier_org_ids, status__in=OPEN)
    if "issue" not in actions:
        if "call_off" not in actions:
            return []
        rows = rows.filter(order_type_code=CALL_OFF)
    if category_ids is not None:
        rows = rows.filter(id__in=_orders_in(actor, category_ids))
    reason = f"sanction {sanction_id}"
    stopped = []
    for order in lock_rows(rows):
        hold_for_sanction(order, held=True, actor=actor, at=at, reason=reason)
        if policy == "cancel_open" and order.receipt == "none" and order.invoice == "none":
            cancel_locked(order, actor=actor, at=at, reason=reason)
        stopped.append(order.id)
    return stopped


def orders_release_held(*, at: datetime) -> list[uuid.UUID]:
    """This will release the open orders whose hold no sanction explains any more; gives their ids."""
    scope = current_scope()
    actor = system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Sanctions")
    released = []
    for order in lock_rows(PurchaseOrder.objects.filter(sanction_hold=True, status__in=OPEN)):
        if not is_blocked(order, actor, at):
            hold_for_sanction(order, held=False, actor=actor, at=at, reason="no sanction any more")
            released.append(order.id)
    return released


def _orders_in(actor: Actor, category_ids: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Orders with a line in one of the categories or below, or without a category."""
    below = categories_visible_to(actor=actor).filter(path__overlap=list(category_ids))
    covered = list(below.values_list("id", flat=True))
    lines = PoLine.objects.filter(Q(category_gid__isnull=True) | Q(category_gid__in=covered))
    return list(lines.filter(order__status__in=OPEN).values_list("order_id", flat=True).distinct())


def is_blocked(order: PurchaseOrder, actor: Actor, at: datetime) -> bool:
    """This will tell whether a sanction in force bars an order as it stands."""
    categories = PoLine.objects.filter(order_id=order.id).values_list("category_gid", flat=True).distinct()
    actions = ("issue", "call_off") if order.order_type_code == CALL_OFF else ("issue",)
    for action in actions:
        supplier = supplier_with_blocking_sanction(
            actor=actor,
            supplier_org_id=order.supplier_org_gid,
            action=action,
            category_ids=list(categories),
            unit_id=current_scope().unit_id,
            at=at,
        )
        if getattr(supplier, "blocking_id", None) is not None:
            return True
    return False
