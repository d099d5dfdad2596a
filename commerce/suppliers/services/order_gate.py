"""Whether the unit orders from a supplier that is not qualified: asked when an order is written and placed."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from commerce.suppliers.queries import reasons_against, refuses_unqualified
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError

REASON_WORDS = {
    "DECLINED": ("this unit declined it", "本单元已停用该供应商"),
    "NOT_QUALIFIED": ("it is not qualified in a category of the order", "未取得订单品类的资质"),
    "CHECK_FAILED": ("a third party's check failed", "第三方核验未通过"),
    "CHECK_EXPIRED": ("a third party's check is over", "第三方核验已过期"),
    "CHECK_MISSING": ("a required check is missing", "缺少必需的第三方核验"),
}


class SupplierNotQualified(DomainError):
    """The unit orders from qualified suppliers alone, and this one is not."""

    code = "SUPPLIER_NOT_QUALIFIED"
    en = "This unit does not order from this supplier: {reason_en}. Choose another one, or have it qualified."
    zh = "本单元不可向该供应商下单：{reason_zh}。请选择其他供应商，或先完成资质认定。"


def supplier_order_gate(
    *, actor: Actor, supplier_org_id: uuid.UUID, category_ids: Sequence[uuid.UUID | None], at: datetime
) -> None:
    """This will pass when the unit may order from the supplier in these categories by its own setting.

    Where the setting does not refuse, it costs one prepared statement. Raises SupplierNotQualified.
    """
    if not actor.has("suppliers") or not refuses_unqualified():
        return
    against = reasons_against(
        actor=actor, supplier_org_id=supplier_org_id, category_ids=category_ids or [None], at=at
    )
    if against:
        en, zh = REASON_WORDS[against[0].code]
        raise SupplierNotQualified(field="supplierOrgId", reason_en=en, reason_zh=zh)
