"""Memberships: which person has which role where."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

KINDS = ["group", "unit", "supplier", "distributor"]


class Membership(models.Model):
    """One role of one person in one context: the group, one unit, a supplier organisation or a distributor.

    E-mail and name are copies of the person's, so that a group sees its members and nobody else's.
    `unit_role` is the database role of the membership's unit, so that a unit sees its own members alone.
    """

    access = PublicAccess(
        group="SIUD", unit="S", accounts="SIUD", group_column="group_id", unit_rows="own_unit"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    kind = models.TextField(choices=[(k, k) for k in KINDS])
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(default="")
    supplier_org_id = models.UUIDField(null=True)
    distributor_id = models.UUIDField(null=True)
    role = models.TextField()
    email = models.TextField()
    display_name = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "accounts_membership"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "person", "kind", "unit_id", "supplier_org_id", "distributor_id", "role"],
                name="membership_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="membership_context",
                condition=models.Q(kind="group", unit_id=None)
                | models.Q(kind="unit", unit_id__isnull=False)
                | models.Q(kind="supplier", supplier_org_id__isnull=False)
                | models.Q(kind="distributor", distributor_id__isnull=False),
            ),
            models.CheckConstraint(
                name="membership_unit_role",
                condition=models.Q(unit_id=None, unit_role="")
                | models.Q(unit_id__isnull=False, unit_role__startswith="u_"),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "group_id"], name="membership_of_person"),
            models.Index(fields=["group_id", "unit_id", "role"], name="membership_of_unit"),
        ]


class CustomRole(models.Model):
    """A role that a group made for itself out of the permission catalogue."""

    access = PublicAccess(group="SIUD", unit="S", accounts="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    code = models.TextField()
    name = models.TextField()
    kind = models.TextField(choices=[(k, k) for k in KINDS])
    permissions = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "accounts_custom_role"
        constraints = [models.UniqueConstraint(fields=["group_id", "code"], name="custom_role_once")]
