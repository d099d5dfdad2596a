"""The people who run the service."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

OPERATOR_ROLES = ["operator_admin", "operator_success", "operator_reader"]


class Operator(models.Model):
    """One person's place at the operator's console. E-mail and name are copies, for lists of the console."""

    access = PublicAccess(accounts="SIU", platform="S", operator="S")

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    role = models.TextField(choices=[(r, r) for r in OPERATOR_ROLES])
    email = models.TextField()
    display_name = models.TextField(default="")
    appointed_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_operator"
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="operator_once")
        ]
