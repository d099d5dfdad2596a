"""The business unit: one subsidiary, one schema."""

from django.db import models
from django.db.models.functions import Now
from django_tenants.models import DomainMixin, TenantMixin

from tenants.directory.states import UNIT
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class BusinessUnit(TenantMixin):
    """A subsidiary in its own schema. `slug` is what people see in addresses; `schema_name` is generated.

    `epoch` grows when the unit is suspended, closed or restored: tasks signed under an older one are refused.
    """

    access = PublicAccess(
        group="SIU", unit="S", accounts="SI", platform="SU", operator="S", group_column="group_id"
    )

    auto_create_schema = False
    auto_drop_schema = False

    id = models.UUIDField(primary_key=True, default=new_id)
    group = models.ForeignKey("directory.Group", on_delete=models.PROTECT, related_name="+")
    slug = models.TextField()
    name = models.TextField()
    country = models.CharField(max_length=2)
    region = models.TextField(default="")
    currency = models.CharField(max_length=3)
    time_zone = models.TextField(default="UTC")
    status = models.TextField(default="requested", choices=[(s, s) for s in UNIT.states])
    epoch = models.PositiveBigIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    activated_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "directory_business_unit"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(schema_name__regex=r"^t_[0-9a-hjkmnp-tv-z]{26}$"),
                name="unit_schema_is_generated",
            ),
            models.CheckConstraint(
                condition=models.Q(slug__regex=r"^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$"),
                name="unit_slug_is_plain",
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=~models.Q(status="purged"), name="unit_slug_once"
            ),
            models.UniqueConstraint(
                fields=["group", "name"], condition=~models.Q(status="purged"), name="unit_name_once_in_group"
            ),
        ]
        indexes = [models.Index(fields=["group", "status"], name="unit_by_status")]

    def __str__(self) -> str:
        return self.name


class Domain(DomainMixin):
    """A custom domain that leads to one unit."""

    access = PublicAccess(group="SIUD", unit="S", accounts="S", platform="S", group_column="group_id")

    tenant = models.ForeignKey(
        "directory.BusinessUnit", db_index=True, related_name="domains", on_delete=models.CASCADE
    )
    group_id = models.UUIDField()
    is_primary = models.BooleanField(default=True)

    class Meta:
        db_table = "directory_domain"
