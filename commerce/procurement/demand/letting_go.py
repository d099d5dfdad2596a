"""Demand whose line a person takes out of a requisition."""

import uuid
from collections.abc import Collection
from datetime import datetime

from commerce.procurement.models import MrpDemand


def let_go(*, requisition_id: uuid.UUID, kept: Collection[uuid.UUID], at: datetime) -> None:
    """This will note that a person dropped the lines of a requisition that are not kept."""
    gone = MrpDemand.objects.filter(requisition_line__requisition_id=requisition_id)
    gone.exclude(requisition_line_id__in=kept).update(
        status="dropped", requisition_line=None, pending=[], exception="", exception_at=None, changed_at=at
    )
