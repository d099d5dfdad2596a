"""Feature switches, and the operator's own trail."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

FEATURE_STATES = ["held", "lent"]


class FeatureSwitch(models.Model):
    """A module held back from one group or all, or lent to it beyond its plan. A group's own comes before all's.

    It is put in force as a mark among the group's choices of modules, which every check reads.
    """

    access = PublicAccess(platform="S", operator="SIUD")

    id = models.UUIDField(primary_key=True, default=new_id)
    for_group = models.UUIDField(null=True)
    module = models.TextField()
    state = models.TextField(choices=[(s, s) for s in FEATURE_STATES])
    reason = models.TextField()
    changed_by = models.TextField()
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "operations_feature_switch"
        constraints = [
            models.UniqueConstraint(
                fields=["for_group", "module"], name="feature_switch_once", nulls_distinct=False
            )
        ]


class OperatorTrail(models.Model):
    """What the operator's people did. Append-only."""

    access = PublicAccess(operator="SI")

    id = models.UUIDField(primary_key=True, default=new_id)
    at = models.DateTimeField()
    actor_key = models.TextField()
    actor_name = models.TextField()
    action = models.TextField()
    subject_id = models.UUIDField()
    about_group = models.UUIDField(null=True)
    details = models.JSONField(default=dict)
    ip_address = models.TextField(default="")
    request_id = models.TextField(default="")

    class Meta:
        db_table = "operations_operator_trail"
        indexes = [models.Index(fields=["-at"], name="operator_trail_by_time")]
