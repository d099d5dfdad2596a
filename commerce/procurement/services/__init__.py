"""Writes of requisitions and orders: one function per action, named as its permission."""

from commerce.procurement.services.requisition_steps import (
    requisition_cancel,
    requisition_submit,
    requisition_withdraw,
)
from commerce.procurement.services.requisition_write import (
    requisition_copy,
    requisition_create,
    requisition_edit,
)

__all__ = [
    "requisition_cancel",
    "requisition_copy",
    "requisition_create",
    "requisition_edit",
    "requisition_submit",
    "requisition_withdraw",
]
