"""The end of a group's account."""

from django.db import models
from django.db.models.functions import Now

from tenants.departure.states import CLOSURE
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class Closure(models.Model):
    """One closing of a group: until `due_at` it can be taken back; at its end the proof of deletion stands here.

    The row outlives the group. `proof` is what was signed, as text; `signature` is over its bytes.
    """

    access = PublicAccess(group="SIU", platform="SU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    status = models.TextField(default="closing", choices=[(s, s) for s in CLOSURE.states])
    note = models.TextField(default="")
    requested_by = models.UUIDField(null=True)
    requested_at = models.DateTimeField()
    due_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    proof = models.TextField(default="")
    signature = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "departure_closure"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id"],
                condition=models.Q(status__in=["closing", "deleting"]),
                name="one_closure_at_a_time",
            )
        ]
