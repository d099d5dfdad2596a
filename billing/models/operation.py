"""What is asked of Stripe: stored first, done after the commit, with a key derived from its id."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from billing.states import KINDS, OPERATION
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class Operation(models.Model):
    """One thing asked of Stripe, and what came of it; a group has at most one that waits.

    `url` is where the person goes on, for checkout and portal. A refusal keeps Stripe's code and words.
    """

    access = PublicAccess(group="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    kind = models.TextField(choices=[(k, k) for k in KINDS])
    status = models.TextField(default="waiting", choices=[(s, s) for s in OPERATION.states])
    asked = models.JSONField(default=dict)
    url = models.TextField(default="")
    code = models.TextField(default="")
    message = models.TextField(default="")
    actor_key = models.TextField(default="")
    asked_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_operation"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id"], condition=Q(status="waiting"), name="operation_one_waits"
            ),
            models.CheckConstraint(condition=Q(status__in=OPERATION.states), name="operation_status_known"),
        ]
        indexes = [models.Index(fields=["group_id", "-id"], name="operation_by_group")]
