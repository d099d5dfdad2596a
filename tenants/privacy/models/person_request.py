"""What a person asks a group about their own data."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

KINDS = ["erasure", "correction", "other"]
STATUSES = ["open", "done", "refused"]


class PersonRequest(models.Model):
    """One request. `display_name` and `email` are emptied when an erasure is done; `holds` is what had to stay."""

    access = PublicAccess(accounts="SI", group="SU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    person_id = models.UUIDField()
    email = models.TextField(default="")
    display_name = models.TextField(default="")
    kind = models.TextField(choices=[(k, k) for k in KINDS])
    status = models.TextField(default="open", choices=[(s, s) for s in STATUSES])
    note = models.TextField(default="")
    comment = models.TextField(default="")
    holds = models.JSONField(default=list)
    erased = models.JSONField(default=dict)
    requested_at = models.DateTimeField()
    due_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "privacy_person_request"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "person_id", "kind"],
                condition=models.Q(status="open"),
                name="one_open_request_of_a_kind",
            )
        ]
        indexes = [models.Index(fields=["group_id", "-requested_at"], name="person_request_by_group")]
