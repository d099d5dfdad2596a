"""What third parties say of a supplier's credit and licence."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from commerce.masterdata.models.qualification import GROUP_DECIDES
from commerce.masterdata.models.supplier import SupplierOrg
from commerce.masterdata.states import CHECK_KINDS, PROVIDER_CHECK
from tenants.kernel.ids import new_id


class ProviderCheck(models.Model):
    """One enquiry and its answer. `fields` are the same whether a provider or a person gave them.

    `risk_class` is 1 (lowest risk) to 5. `response_gid` is the raw answer in the group's vault and
    `response_sha256` its digest. The result counts until `expires_at`.
    """

    access = GROUP_DECIDES

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    supplier_org = models.ForeignKey(SupplierOrg, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.TextField(choices=[(k, k) for k in CHECK_KINDS])
    provider = models.TextField()
    status = models.TextField(default="pending", choices=[(s, s) for s in PROVIDER_CHECK.states])
    risk_class = models.PositiveSmallIntegerField(null=True)
    fields = models.JSONField(default=dict)
    response_gid = models.UUIDField(null=True)
    response_sha256 = models.TextField(default="")
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(default="")
    requested_by_name = models.TextField(default="")
    requested_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_provider_check"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(CHECK_KINDS)), name="check_kind_known"),
            models.CheckConstraint(
                condition=Q(status__in=list(PROVIDER_CHECK.states)), name="check_status_known"
            ),
            models.CheckConstraint(
                condition=Q(risk_class__isnull=True) | Q(risk_class__gte=1, risk_class__lte=5),
                name="check_risk_class_range",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["passed", "failed"])
                | Q(answered_at__isnull=False, expires_at__isnull=False),
                name="check_answer_has_end",
            ),
        ]
        indexes = [
            models.Index(
                fields=["group_id", "supplier_org", "kind", "-requested_at"], name="check_of_supplier"
            )
        ]
