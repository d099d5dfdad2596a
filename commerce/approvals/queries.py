"""What other contexts and the API may know of approvals."""

import uuid

from commerce.approvals.models import FlowRun


def is_approved(*, document_type: str, document_id: uuid.UUID, content_hash: str) -> bool:
    """This will tell whether exactly this content of the document stands approved."""
    return FlowRun.objects.filter(
        document_type=document_type,
        document_id=document_id,
        status="approved",
        approved_hash=content_hash,
    ).exists()
