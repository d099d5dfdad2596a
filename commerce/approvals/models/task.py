"""Step tasks: who is asked, and since when."""

from django.db import models

from commerce.approvals.states import TASK
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class StepTask(models.Model):
    """One person's seat or seats in one step of a run.

    `seats` are the indices of the step's seats that the person can fill. With a delegation `on_behalf_of`
    is the person the step asked for, and `chain` everybody from there to the assignee.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    run = models.ForeignKey("approvals.FlowRun", on_delete=models.PROTECT, related_name="tasks")
    step_id = models.TextField()
    step_index = models.PositiveSmallIntegerField()
    assignee_gid = models.UUIDField()
    assignee_name = models.TextField(default="")
    on_behalf_of_gid = models.UUIDField(null=True)
    on_behalf_of_name = models.TextField(default="")
    chain = models.JSONField(default=list)
    seats = models.JSONField(default=list)
    status = models.TextField(default="active", choices=[(s, s) for s in TASK.states])
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "approvals_step_task"
        constraints = [
            models.UniqueConstraint(
                fields=["run", "step_index", "assignee_gid"],
                name="task_active_once",
                condition=models.Q(status="active"),
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=list(TASK.states)), name="task_status_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["assignee_gid", "opened_at"],
                name="task_inbox",
                condition=models.Q(status="active"),
            ),
            models.Index(fields=["assignee_gid", "-opened_at"], name="task_of_person"),
        ]
