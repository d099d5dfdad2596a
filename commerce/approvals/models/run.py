"""Runs: one document's way through the flow that was published when it was submitted."""

from django.db import models
from django.db.models.functions import Now

from commerce.approvals.states import RUN
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class FlowRun(models.Model):
    """One run. Document data are copies from the moment of submission, which `content_hash` seals.

    `plan` is the list of human steps that apply to the `facts`; `step_index` is the open one. `is_blocked`
    says that nobody may decide the open step at present, `escalated_at` since when it is open to those it
    escalates to.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    flow = models.ForeignKey("approvals.FlowDefinition", on_delete=models.PROTECT, related_name="runs")
    flow_number = models.PositiveIntegerField()
    document_type = models.TextField()
    document_id = models.UUIDField()
    document_number = models.TextField()
    title = models.TextField(default="")
    amount = models.DecimalField(max_digits=24, decimal_places=4)
    currency = models.CharField(max_length=3)
    summary_lines = models.JSONField(default=list)
    requester_gid = models.UUIDField()
    requester_name = models.TextField(default="")
    facts = models.JSONField(default=dict)
    path = models.JSONField(default=list)
    plan = models.JSONField(default=list)
    step_index = models.PositiveSmallIntegerField(default=0)
    is_blocked = models.BooleanField(default=False)
    escalated_at = models.DateTimeField(null=True)
    status = models.TextField(default="pending", choices=[(s, s) for s in RUN.states])
    content_hash = models.TextField()
    approved_hash = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "approvals_flow_run"
        constraints = [
            models.UniqueConstraint(
                fields=["document_type", "document_id"],
                name="run_pending_once",
                condition=models.Q(status="pending"),
            ),
            models.CheckConstraint(condition=models.Q(status__in=list(RUN.states)), name="run_status_known"),
            models.CheckConstraint(
                condition=models.Q(
                    status__in=["approved", "invalidated"], approved_hash=models.F("content_hash")
                )
                | (~models.Q(status__in=["approved", "invalidated"]) & models.Q(approved_hash="")),
                name="run_approved_hash_is_contents",
            ),
        ]
        indexes = [
            models.Index(fields=["document_id", "-started_at"], name="run_of_document"),
            models.Index(fields=["document_type", "-started_at"], name="run_by_type"),
        ]
