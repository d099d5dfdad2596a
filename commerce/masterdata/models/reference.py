"""Units of measure, the same for everyone, and a group's dated exchange rates."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class Uom(models.Model):
    """A unit of measure of UN/ECE Recommendation 20, e.g. KGM. `dimension` groups what can be converted."""

    access = PublicAccess(group="S", unit="S", platform="SIUD")

    code = models.TextField(primary_key=True)
    name_en = models.TextField()
    name_zh = models.TextField()
    symbol = models.TextField()
    dimension = models.TextField()

    class Meta:
        db_table = "masterdata_uom"


class FxRate(models.Model):
    """One unit of `base` costs `rate` units of `quote` from `rate_date` on, until the next rate."""

    access = PublicAccess(group="SIUD", unit="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    base = models.CharField(max_length=3)
    quote = models.CharField(max_length=3)
    rate_date = models.DateField()
    rate = models.DecimalField(max_digits=24, decimal_places=10)
    source = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_fx_rate"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "base", "quote", "rate_date"], name="fx_rate_once_a_day"
            ),
            models.CheckConstraint(condition=models.Q(rate__gt=0), name="fx_rate_above_zero"),
            models.CheckConstraint(condition=~models.Q(base=models.F("quote")), name="fx_rate_of_two"),
        ]
