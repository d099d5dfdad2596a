"""Alerts: what is wrong, for whom it matters, and since when."""

from django.db import models
from django.db.models import Q

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


class Alert(models.Model):
    """One cause of one kind in one place: there is one row for it, however often it comes and goes.

    `key` names the cause. `permission` says who sees it; `owner_gid` is the person it is for, if it is for one.
    `details` holds the evidence: ids, names, days and counts, never a price; `search_text` what it says, folded, in
    both languages. It is open until its cause is gone (`resolved_at`) or somebody closes it (`closed_at`), and out of
    sight until `snoozed_until_at`. `assignee_gid` is who looks after it.
    """

    access = PublicAccess(group="SIU", unit="SIU", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    kind = models.TextField()
    key = models.TextField()
    urgent = models.BooleanField(default=False)
    permission = models.TextField()
    owner_gid = models.UUIDField(null=True)
    subject_type = models.TextField()
    subject_gid = models.UUIDField()
    details = models.JSONField(default=dict)
    raised_at = models.DateTimeField()
    times_raised = models.PositiveIntegerField(default=1)
    seen_at = models.DateTimeField(null=True)
    seen_by_name = models.TextField(default="")
    resolved_at = models.DateTimeField(null=True)
    search_text = models.TextField(db_default="", default="")
    assignee_gid = models.UUIDField(null=True)
    assignee_name = models.TextField(db_default="", default="")
    snoozed_until_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by_name = models.TextField(db_default="", default="")
    closed_reason = models.TextField(db_default="", default="")

    class Meta:
        db_table = "accounts_alert"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit_id", "kind", "key"], name="alert_once", nulls_distinct=False
            )
        ]
        indexes = [
            models.Index(
                fields=["group_id", "unit_id", "-raised_at", "-id"],
                condition=Q(resolved_at__isnull=True),
                name="alert_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class AlertNote(models.Model):
    """What somebody did about an alert, or said: never changed afterwards.

    `unit_id` and `unit_role` are the alert's, so that its unit reads what head office wrote and the other way round.
    `text` is the comment, the reason, or the name of the person it was given to; `until_at` the end of a snooze.
    """

    access = PublicAccess(group="SI", unit="SI", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="notes", db_index=False)
    action = models.TextField()
    text = models.TextField(default="")
    until_at = models.DateTimeField(null=True)
    author_gid = models.UUIDField(null=True)
    author_name = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "accounts_alert_note"
        indexes = [models.Index(fields=["group_id", "alert", "at"], name="alert_note_of_alert")]

    def __str__(self) -> str:
        return f"{self.action} {self.alert_id}"
