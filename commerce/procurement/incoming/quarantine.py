"""What of a receipt's lines is accepted, rejected and in quarantine by now, with the decisions since it was posted."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum

from commerce.procurement.incoming.queries import receipt_lines_visible_to
from commerce.procurement.models import QuarantineDecision, ReceiptLine
from tenants.kernel.actor import Actor
from tenants.kernel.money import exact_sum


@dataclass(frozen=True, slots=True)
class Stand:
    """A receipt line's quantities by now, in its unit."""

    accepted: Decimal
    rejected: Decimal
    quarantined: Decimal


def quarantine_decisions_visible_to(actor: Actor) -> QuerySet[QuarantineDecision]:
    """This will give the decisions on goods of the receipts that the actor sees."""
    return QuarantineDecision.objects.filter(receipt_line__in=receipt_lines_visible_to(actor=actor))


def stand_of(lines: Sequence[ReceiptLine]) -> dict[uuid.UUID, Stand]:
    """This will give where each line stands, by its id."""
    sums = (
        QuarantineDecision.objects.filter(receipt_line_id__in=[line.id for line in lines])
        .order_by().values_list("receipt_line_id").annotate(a=Sum("accepted_quantity"), r=Sum("rejected_quantity"))
    )  # fmt: skip
    decided = {key: (accepted, rejected) for key, accepted, rejected in sums}
    nothing = (Decimal(0), Decimal(0))
    return {line.id: _stand(line, *decided.get(line.id, nothing)) for line in lines}


def _stand(line: ReceiptLine, accepted: Decimal, rejected: Decimal) -> Stand:
    return Stand(
        exact_sum((line.accepted_quantity, accepted)),
        exact_sum((line.rejected_quantity, rejected)),
        exact_sum((line.quarantined_quantity, -accepted, -rejected)),
    )
