"""Decisions: written once, never changed."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import APPEND_ONLY

DECISIONS = ["approve", "reject", "return"]


class DecisionRecord(models.Model):
    """One person's decision on one step of one run, and the hash of the content it was taken on.

    `chain` names everybody whose seat it was: the person the step asked for, then each delegate.
    """

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    run = models.ForeignKey("approvals.FlowRun", on_delete=models.PROTECT, related_name="decisions")
    step_id = models.TextField()
    step_index = models.PositiveSmallIntegerField()
    actor_gid = models.UUIDField()
    actor_name = models.TextField(default="")
    on_behalf_of_gid = models.UUIDField(null=True)
    on_behalf_of_name = models.TextField(default="")
    chain = models.JSONField(default=list)
    seats = models.JSONField(default=list)
    decision = models.TextField(choices=[(d, d) for d in DECISIONS])
    comment = models.TextField(default="")
    content_hash = models.TextField()
    decided_at = models.DateTimeField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "approvals_decision_record"
        constraints = [
            models.UniqueConstraint(fields=["run", "step_index", "actor_gid"], name="decision_once"),
            models.CheckConstraint(
                condition=models.Q(decision__in=DECISIONS), name="decision_is_approve_reject_return"
            ),
        ]
        indexes = [models.Index(fields=["actor_gid", "-decided_at"], name="decision_of_actor")]
