"""Imports of orders: the file, how it is read, and what was found wrong with it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from commerce.procurement.import_states import IMPORT
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class OrderImport(models.Model):
    """One uploaded table of orders on its way into the unit.

    `columns` are the headers as found; `mapping` gives the column's place for each field, counted from 0, `fixed`
    the text of fields that no column gives. `counts` holds orders by what became of them; `problems` the first of
    {row, column, value, code, en, zh}; `progress` and `total` count orders of the running step.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    status = models.TextField(default="uploaded", choices=[(s, s) for s in IMPORT.states])
    file_id = models.UUIDField()
    file_name = models.TextField()
    sha256 = models.TextField()
    columns = ArrayField(models.TextField(), default=list)
    preview = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    fixed = models.JSONField(default=dict)
    date_format = models.TextField(default="%Y-%m-%d")
    decimal_mark = models.TextField(default=".")
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    failure_en = models.TextField(default="")
    failure_zh = models.TextField(default="")
    actor = models.JSONField(default=dict)
    uploaded_by_key = models.TextField()
    uploaded_by_name = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "procurement_order_import"
        indexes = [models.Index(fields=["-created_at", "-id"], name="order_import_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=list(IMPORT.states)), name="order_import_status_known"
            )
        ]
