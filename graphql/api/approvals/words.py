"""Translations between approvals' own words and those of the API."""

import uuid

from api.ids import to_global_id
from commerce.procurement.receiving_states import INVOICE_TYPE
from commerce.procurement.states import CHANGE_TYPE, ORDER_TYPE, REQUISITION_TYPE

DOCUMENTS = {
    REQUISITION_TYPE: "Requisition",
    ORDER_TYPE: "PurchaseOrder",
    CHANGE_TYPE: "OrderChange",
    INVOICE_TYPE: "SupplierInvoice",
}
"""The GraphQL types of the documents that can be approved."""


def document_id_of(document_type: str, document_id: uuid.UUID) -> str:
    """This will give the opaque id of a document."""
    return to_global_id(DOCUMENTS.get(document_type, "Document"), document_id)


def step_of(plan: list[dict[str, object]], index: int) -> dict[str, object]:
    """This will give the step of a plan at an index, with its names and the number of steps."""
    step = plan[index]
    return {"name_en": step["name_en"], "name_zh": step["name_zh"], "number": index + 1, "of": len(plan)}


def is_open(ended_at: object, ends_at: object, *, at: object) -> bool:
    """This will tell whether a delegation has neither ended nor been ended."""
    return ended_at is None and ends_at > at  # type: ignore[operator]
