"""The blacklist: cases with their reasons, and the sanctions they led to."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from commerce.masterdata.models.supplier import SupplierOrg
from commerce.masterdata.states import ACTIONS, OPEN_DOCUMENT_POLICIES, SANCTION
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class SanctionCase(models.Model):
    """Why a supplier was sanctioned, and by whom. Units never see it."""

    access = PublicAccess(group="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    supplier_org = models.ForeignKey(SupplierOrg, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.TextField(choices=[("regular", "regular"), ("emergency", "emergency")])
    reason = models.TextField()
    statement = models.TextField(default="")
    screening_hit_id = models.UUIDField(null=True)
    opened_by_id = models.UUIDField(null=True)
    opened_by_name = models.TextField(default="")
    opened_at = models.DateTimeField()
    decided_by_id = models.UUIDField(null=True)
    decided_by_name = models.TextField(default="")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "masterdata_sanction_case"
        indexes = [
            models.Index(fields=["group_id", "supplier_org", "-opened_at"], name="sanction_case_supplier")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_by_id__isnull=True)
                | models.Q(opened_by_id__isnull=True)
                | ~models.Q(kind="emergency")
                | ~models.Q(decided_by_id=models.F("opened_by_id")),
                name="sanction_emergency_by_two",
            )
        ]


class Sanction(models.Model):
    """What is forbidden with a supplier, where, and for how long.

    It binds in the states of `states.BINDING`: at once when `from_at` is null, otherwise from `from_at` on;
    until `until_at`, which is excluded, or without end. Sub-categories are meant with their parent.
    """

    access = PublicAccess(group="SIU", unit="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    case = models.ForeignKey(SanctionCase, on_delete=models.PROTECT, related_name="+", db_index=False)
    supplier_org = models.ForeignKey(SupplierOrg, on_delete=models.PROTECT, related_name="+", db_index=False)
    status = models.TextField(choices=[(s, s) for s in SANCTION.states])
    actions = ArrayField(models.TextField())
    all_categories = models.BooleanField()
    category_ids = ArrayField(models.UUIDField(), default=list)
    all_units = models.BooleanField()
    unit_ids = ArrayField(models.UUIDField(), default=list)
    from_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)
    open_document_policy = models.TextField(choices=[(p, p) for p in OPEN_DOCUMENT_POLICIES])
    reason = models.TextField()
    imposed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_sanction"
        indexes = [
            models.Index(fields=["group_id", "supplier_org", "status"], name="sanction_by_supplier"),
            models.Index(fields=["group_id", "-imposed_at", "-id"], name="sanction_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=list(SANCTION.states)), name="sanction_status_known"
            ),
            models.CheckConstraint(
                condition=models.Q(actions__contained_by=list(ACTIONS)) & models.Q(actions__len__gt=0),
                name="sanction_actions_known",
            ),
            models.CheckConstraint(
                condition=models.Q(open_document_policy__in=list(OPEN_DOCUMENT_POLICIES)),
                name="sanction_policy_known",
            ),
            models.CheckConstraint(
                condition=models.Q(all_categories=True) | models.Q(category_ids__len__gt=0),
                name="sanction_has_categories",
            ),
            models.CheckConstraint(
                condition=models.Q(all_units=True) | models.Q(unit_ids__len__gt=0), name="sanction_has_units"
            ),
            models.CheckConstraint(
                condition=models.Q(until_at__isnull=True)
                | models.Q(from_at__isnull=True)
                | models.Q(until_at__gt=models.F("from_at")),
                name="sanction_period_forward",
            ),
        ]
