"""What people of the unit decide about suppliers: who is used, marks, terms of tiers."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from commerce.suppliers.scoring.dimensions import DIMENSIONS, MEASURED
from commerce.suppliers.scoring.tiers import TIERS
from commerce.suppliers.states import DECISIONS, UNQUALIFIED
from tenants.kernel.ids import new_id
from tenants.runtime.access import APPEND_ONLY, UnitAccess

ASSESSED = tuple(name for name in DIMENSIONS if name not in MEASURED)


class SupplierSetting(models.Model):
    """One row a unit; without it the defaults hold.

    `unqualified`: whether suppliers that are not qualified may be ordered from: allow, warn or refuse.
    """

    access = UnitAccess(unit="SIU")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    unqualified = models.TextField(default="warn", choices=[(u, u) for u in UNQUALIFIED])
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "suppliers_setting"
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="suppliers_setting_once"),
            models.CheckConstraint(
                condition=Q(unqualified__in=UNQUALIFIED), name="suppliers_setting_unqualified_known"
            ),
        ]


class SupplierRelation(models.Model):
    """The unit's own decision about a supplier of the group."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    supplier_org_gid = models.UUIDField(unique=True)
    decision = models.TextField(default="open", choices=[(d, d) for d in DECISIONS])
    reason = models.TextField(default="")
    decided_by_name = models.TextField(default="")
    decided_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "suppliers_relation"
        constraints = [
            models.CheckConstraint(condition=Q(decision__in=DECISIONS), name="suppliers_relation_known")
        ]


class Assessment(models.Model):
    """A mark of 0 to 100 that a person gave, with the reason and, if there is one, a file as evidence."""

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    supplier_org_gid = models.UUIDField()
    dimension = models.TextField(choices=[(d, d) for d in ASSESSED])
    value = models.DecimalField(max_digits=5, decimal_places=2)
    reason = models.TextField()
    evidence_gid = models.UUIDField(null=True)
    evidence_name = models.TextField(default="")
    assessed_date = models.DateField()
    assessed_by_name = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "suppliers_assessment"
        constraints = [
            models.CheckConstraint(
                condition=Q(value__gte=0, value__lte=100), name="suppliers_assessment_range"
            ),
            models.CheckConstraint(
                condition=Q(dimension__in=ASSESSED), name="suppliers_assessment_dimension"
            ),
        ]
        indexes = [
            models.Index(fields=["supplier_org_gid", "dimension", "-assessed_date"], name="assessment_newest")
        ]


class TierTerms(models.Model):
    """Terms of a tier from an instant on: the newest that has begun holds. A lower `pay_order` is paid first."""

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    tier = models.TextField(choices=[(t, t) for t in TIERS])
    payment_days = models.PositiveSmallIntegerField()
    pay_order = models.PositiveSmallIntegerField()
    reason = models.TextField(default="")
    from_at = models.DateTimeField()
    set_by_name = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "suppliers_tier_terms"
        constraints = [
            models.UniqueConstraint(fields=["tier", "from_at"], name="tier_terms_once"),
            models.CheckConstraint(condition=Q(tier__in=TIERS), name="tier_terms_tier_known"),
            models.CheckConstraint(condition=Q(payment_days__lte=365), name="tier_terms_days_range"),
            models.CheckConstraint(
                condition=Q(pay_order__gte=1, pay_order__lte=99), name="tier_terms_order_range"
            ),
        ]
