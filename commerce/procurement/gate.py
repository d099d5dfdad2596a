"""Every order passes the blacklist gate here: when it is written, submitted and issued."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from commerce.masterdata.services.gate import supplier_gate
from commerce.procurement.states import CALL_OFF
from commerce.suppliers.services.order_gate import supplier_order_gate
from tenants.kernel.actor import Actor


def pass_gate(
    *,
    actor: Actor,
    supplier_org_id: uuid.UUID,
    order_type_code: str,
    category_ids: Sequence[uuid.UUID | None],
    at: datetime,
) -> None:
    """This will pass when the unit may order from the supplier in these categories; a call-off is an order too.

    The caller has locked no rows yet (R6). Raises NotFound, SupplierSanctioned, SupplierArchived,
    SupplierNotQualified.
    """
    actions = ("issue", "call_off") if order_type_code == CALL_OFF else ("issue",)
    for action in actions:
        supplier_gate(
            actor=actor, supplier_org_id=supplier_org_id, action=action, category_ids=category_ids, at=at
        )
    supplier_order_gate(actor=actor, supplier_org_id=supplier_org_id, category_ids=category_ids, at=at)
