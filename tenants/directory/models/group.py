"""The company group: one customer."""

from django.db import models
from django.db.models import Value
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class Group(models.Model):
    """A company group. `mfa_required_roles` names the roles that must log in with a second factor.

    `limits` are what its plan allows (units, seats); what is not named has no limit. A group
    that is `read_only`, or that `closes_at` some day, reads and exports, and changes nothing.
    """

    access = PublicAccess(group="SU", unit="S", accounts="SI", platform="SU", operator="S", group_column="id")

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField()
    currency = models.CharField(max_length=3, default="CNY")
    locale = models.TextField(default="zh-CN")
    status = models.TextField(
        default="active", choices=[("active", "active"), ("suspended", "suspended"), ("closed", "closed")]
    )
    mfa_required_roles = models.JSONField(default=list)
    limits = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    read_only = models.BooleanField(default=False, db_default=False)
    closes_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "directory_group"

    def __str__(self) -> str:
        return self.name
