"""Imports of the supplier register: the file, its mapping, and every row with what is wrong with it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from commerce.masterdata.states import IMPORT
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

ROW_OUTCOMES = ("pending", "bad", "new", "changed", "unchanged", "created", "amended", "kept")
"""What checking a row says it would do, and what applying it did."""


class ImportJob(models.Model):
    """One uploaded file on its way into the register.

    `columns` are the headers as found in row `header_row`; `mapping` gives the column's place for each
    field, counted from 0; `defaults` the value of a field whose cell is empty. `counts` holds the rows per
    outcome; `progress` and `total` count rows of the running step.
    """

    access = PublicAccess(group="SIUD", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    status = models.TextField(default="uploaded", choices=[(s, s) for s in IMPORT.states])
    file_id = models.UUIDField()
    file_name = models.TextField()
    size = models.PositiveBigIntegerField()
    sha256 = models.TextField()
    file_format = models.TextField(default="")
    encoding = models.TextField(default="")
    sheet = models.TextField(default="")
    header_row = models.PositiveIntegerField(default=0)
    columns = ArrayField(models.TextField(), default=list)
    preview = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    defaults = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    only_good_rows = models.BooleanField(default=False)
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    failure_code = models.TextField(default="")
    failure_en = models.TextField(default="")
    failure_zh = models.TextField(default="")
    actor = models.JSONField(default=dict)
    uploaded_by_name = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    changed_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "masterdata_import_job"
        indexes = [models.Index(fields=["group_id", "-created_at", "-id"], name="import_job_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=list(IMPORT.states)), name="import_status_known"
            )
        ]


class ImportRow(models.Model):
    """One row of an import: `cells` as found, `fields` as understood; `number` is its number in the file.

    `problems` is a list of {column, field, value, code, en, zh}.
    """

    access = PublicAccess(group="SIUD", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="rows", db_index=False)
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    fields = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    outcome = models.TextField(default="pending", choices=[(o, o) for o in ROW_OUTCOMES])
    supplier_org_id = models.UUIDField(null=True)

    class Meta:
        db_table = "masterdata_import_row"
        constraints = [models.UniqueConstraint(fields=["group_id", "job", "number"], name="import_row_once")]
        indexes = [
            models.Index(fields=["group_id", "job", "outcome", "number"], name="import_row_by_outcome")
        ]
