"""The blacklist gate: whoever does something with a supplier passes here first, in the same transaction."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.masterdata.models import Sanction
from commerce.masterdata.queries import supplier_with_blocking_sanction
from commerce.masterdata.states import ACTIONS
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.runtime.locks import LockSpace, lock_shared
from tenants.runtime.scope import current_scope

ACTION_WORDS = {
    "invite": ("invitations", "邀请"),
    "award": ("awards", "授标"),
    "issue": ("new orders", "下达订单"),
    "call_off": ("call-offs", "框架下单"),
    "pay": ("payments", "付款"),
}
_OPENING_ACTIONS = ("invite", "award", "issue", "call_off")


class SupplierSanctioned(DomainError):
    """A sanction forbids this action with the supplier."""

    code = "SUPPLIER_SANCTIONED"
    en = (
        "{supplier} is blacklisted for {action_en} {period_en}. Reason: {reason} "
        "Choose another supplier, or ask headquarters."
    )
    zh = "供应商“{supplier}”已被列入黑名单（{period_zh}），不得{action_zh}。原因：{reason} 请选择其他供应商或联系总部。"


class SupplierArchived(DomainError):
    """The supplier was taken out of the register."""

    code = "SUPPLIER_ARCHIVED"
    en = "{supplier} is archived in the supplier register. Choose another supplier, or ask headquarters."
    zh = "供应商“{supplier}”已在供应商库中归档，请选择其他供应商或联系总部。"


@dataclass(frozen=True, slots=True)
class GatedSupplier:
    """What a document takes over from the supplier that passed the gate."""

    id: uuid.UUID
    legal_name: str
    country: str
    currency: str
    email: str


def lock_suppliers(*, actor: Actor, supplier_org_ids: Iterable[uuid.UUID]) -> None:
    """This will take the shared locks of several suppliers in order, before their gates are passed."""
    if actor.group_id is None:
        raise NotFound(field="supplierOrgId")
    lock_shared(LockSpace.SUPPLIER, actor.group_id, supplier_org_ids)


def supplier_gate(
    *,
    actor: Actor,
    supplier_org_id: uuid.UUID,
    action: str,
    category_ids: Sequence[uuid.UUID | None],
    at: datetime,
) -> GatedSupplier:
    """This will pass when the unit may do the action with the supplier in these categories, now.

    It waits for a sanction that is being committed and then holds off further ones until the caller's
    transaction ends. No categories, or None among them, means uncategorised: any sanction of a category
    then binds. `action` is one of `states.ACTIONS`. Raises NotFound, SupplierSanctioned, SupplierArchived.
    """
    if action not in ACTIONS:
        raise ValueError(f"unknown action {action!r}")
    lock_suppliers(actor=actor, supplier_org_ids=[supplier_org_id])
    supplier = supplier_with_blocking_sanction(
        actor=actor,
        supplier_org_id=supplier_org_id,
        action=action,
        category_ids=category_ids,
        unit_id=current_scope().unit_id,
        at=at,
    )
    if supplier is None or actor.supplier_org_id not in (None, supplier_org_id):
        raise NotFound(field="supplierOrgId")
    blocking_id = getattr(supplier, "blocking_id", None)
    if blocking_id is not None:
        raise _refusal(supplier.legal_name, action, Sanction.objects.get(id=blocking_id))
    if supplier.status == "archived" and action in _OPENING_ACTIONS:
        raise SupplierArchived(field="supplierOrgId", supplier=supplier.legal_name)
    return GatedSupplier(
        id=supplier.id,
        legal_name=supplier.legal_name,
        country=supplier.country,
        currency=supplier.currency,
        email=supplier.email,
    )


def _refusal(supplier: str, action: str, sanction: Sanction) -> SupplierSanctioned:
    start = f"{sanction.from_at or sanction.imposed_at:%Y-%m-%d}"
    end = f"{sanction.until_at:%Y-%m-%d}" if sanction.until_at else None
    action_en, action_zh = ACTION_WORDS[action]
    return SupplierSanctioned(
        field="supplierOrgId",
        supplier=supplier,
        action_en=action_en,
        action_zh=action_zh,
        reason=sanction.reason,
        period_en=f"from {start} until {end}" if end else f"from {start}, without end",
        period_zh=f"{start} 至 {end}" if end else f"自 {start} 起，无期限",
    )
