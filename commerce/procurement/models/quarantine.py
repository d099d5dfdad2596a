"""What became of goods that were put aside."""

from django.db import models
from django.db.models import Q

from commerce.procurement.receiving_states import REJECT_REASONS
from tenants.kernel.ids import new_id
from tenants.runtime.access import APPEND_ONLY


class QuarantineDecision(models.Model):
    """How much of a receipt line's quarantined goods was accepted and how much rejected, in the line's unit.

    The receipt stays as it was posted; its decisions stand beside it.
    """

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    receipt_line = models.ForeignKey("procurement.ReceiptLine", on_delete=models.PROTECT, related_name="+")
    accepted_quantity = models.DecimalField(max_digits=21, decimal_places=6)
    rejected_quantity = models.DecimalField(max_digits=21, decimal_places=6)
    reason_code = models.TextField(default="", choices=[(r, r) for r in ("", *REJECT_REASONS)])
    reason = models.TextField()
    decider_key = models.TextField()
    decider_name = models.TextField(default="")
    decided_at = models.DateTimeField()

    class Meta:
        db_table = "procurement_quarantine_decision"
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_quantity__gte=0, rejected_quantity__gte=0)
                & (Q(accepted_quantity__gt=0) | Q(rejected_quantity__gt=0)),
                name="quarantine_decision_range",
            ),
            models.CheckConstraint(
                condition=Q(rejected_quantity=0) | ~Q(reason_code=""), name="quarantine_rejected_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"accepted {self.accepted_quantity}, rejected {self.rejected_quantity}"
