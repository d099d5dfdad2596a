"""Invitations by e-mail into a group or a unit with a role."""

from django.db import models
from django.db.models.functions import Now

from tenants.accounts.models.membership import KINDS
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class Invitation(models.Model):
    """One open or used invitation. Only a hash of its token is kept."""

    access = PublicAccess(
        group="SIUD", unit="S", accounts="SU", group_column="group_id", unit_rows="own_unit"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    kind = models.TextField(choices=[(k, k) for k in KINDS])
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(default="")
    supplier_org_id = models.UUIDField(null=True)
    distributor_id = models.UUIDField(null=True)
    role = models.TextField()
    email = models.TextField()
    token_hash = models.TextField(unique=True)
    invited_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_invitation"
        indexes = [models.Index(fields=["group_id", "-created_at"], name="invitation_of_group")]
