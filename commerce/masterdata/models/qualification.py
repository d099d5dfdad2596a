"""What the group knows of a supplier's fitness: certificates, and qualification per category and region."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from commerce.masterdata.models.item import Category
from commerce.masterdata.models.supplier import SupplierOrg
from commerce.masterdata.states import CERTIFICATE, GRADES, QUALIFICATION
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

GROUP_DECIDES = PublicAccess(group="SIU", unit="S", group_column="group_id")


class Certificate(models.Model):
    """A document that proves something of a supplier until `expires_date`, the first day it counts no more.

    `file_gid` is a file in the group's vault, `file_sha256` the digest of its content. `warned_days` is the
    last warning given: 30, 7 or 0 days before.
    """

    access = GROUP_DECIDES

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    supplier_org = models.ForeignKey(SupplierOrg, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.TextField()
    number = models.TextField(default="")
    issuer = models.TextField(default="")
    issued_date = models.DateField(null=True)
    expires_date = models.DateField(null=True)
    file_gid = models.UUIDField(null=True)
    file_name = models.TextField(default="")
    file_sha256 = models.TextField(default="")
    status = models.TextField(default="submitted", choices=[(s, s) for s in CERTIFICATE.states])
    warned_days = models.PositiveSmallIntegerField(null=True)
    submitted_by_name = models.TextField(default="")
    decided_by_name = models.TextField(default="")
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_certificate"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=list(CERTIFICATE.states)), name="certificate_status_known"
            ),
        ]
        indexes = [
            models.Index(fields=["group_id", "supplier_org", "-created_at"], name="certificate_of_supplier"),
            models.Index(fields=["group_id", "expires_date"], name="certificate_by_expiry"),
        ]


class SupplierQualification(models.Model):
    """Whether a supplier may be asked in a category and region, and its grade there.

    `region` is a country or empty for everywhere. It counts from `start_date` and no more on `end_date`,
    which is the earliest of `decided_end_date` and the ends of the certificates it rests on.
    """

    access = GROUP_DECIDES

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    supplier_org = models.ForeignKey(SupplierOrg, on_delete=models.PROTECT, related_name="+", db_index=False)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.CharField(max_length=2, default="")
    status = models.TextField(default="in_qualification", choices=[(s, s) for s in QUALIFICATION.states])
    grade = models.CharField(max_length=1, default="")
    start_date = models.DateField(null=True)
    decided_end_date = models.DateField(null=True)
    end_date = models.DateField(null=True)
    certificate_ids = ArrayField(models.UUIDField(), default=list)
    decided_by_name = models.TextField(default="")
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_supplier_qualification"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "supplier_org", "category", "region"], name="qualification_once"
            ),
            models.CheckConstraint(
                condition=Q(status__in=list(QUALIFICATION.states)), name="qualification_status_known"
            ),
            models.CheckConstraint(condition=Q(grade__in=["", *GRADES]), name="qualification_grade_known"),
            models.CheckConstraint(
                condition=~Q(status__in=["qualified", "preferred"]) | Q(start_date__isnull=False),
                name="qualification_has_start",
            ),
        ]
        indexes = [
            models.Index(fields=["group_id", "category", "region", "grade"], name="qualification_by_grade"),
            models.Index(fields=["group_id", "end_date"], name="qualification_by_end"),
        ]


class SupplierAlert(models.Model):
    """Something about a supplier that people must see. The same thing is told once: `key` is its name."""

    access = GROUP_DECIDES

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    supplier_org = models.ForeignKey(SupplierOrg, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.TextField()
    key = models.TextField()
    details = models.JSONField(default=dict)
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    seen_by_name = models.TextField(default="")

    class Meta:
        db_table = "masterdata_supplier_alert"
        constraints = [models.UniqueConstraint(fields=["group_id", "key"], name="supplier_alert_once")]
        indexes = [
            models.Index(fields=["group_id", "-raised_at", "-id"], name="supplier_alert_newest"),
            models.Index(fields=["group_id", "supplier_org"], name="supplier_alert_of_supplier"),
        ]


class SupplierPolicy(models.Model):
    """What the group asks of suppliers; without a row the defaults hold.

    `blocking_class` is the risk class, 1 to 5, from which a check fails; a result counts for `check_days`.
    `manual_seconds` is the median active work an application took before there were rules, measured over
    `manual_sample` applications; null while nobody measured it.
    """

    access = GROUP_DECIDES

    group_id = models.UUIDField(primary_key=True)
    required_certificates = ArrayField(models.TextField(), default=list)
    required_checks = ArrayField(models.TextField(), default=list)
    blocking_class = models.PositiveSmallIntegerField(default=4)
    check_days = models.PositiveSmallIntegerField(default=180)
    accept_automatically = models.BooleanField(default=False)
    manual_seconds = models.PositiveIntegerField(null=True)
    manual_sample = models.PositiveIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "masterdata_supplier_policy"
        constraints = [
            models.CheckConstraint(
                condition=Q(blocking_class__gte=2, blocking_class__lte=5), name="policy_blocking_class_range"
            ),
            models.CheckConstraint(
                condition=Q(check_days__gte=1, check_days__lte=730), name="policy_check_days_range"
            ),
        ]
