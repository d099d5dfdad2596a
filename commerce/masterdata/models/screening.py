"""Public sanctions lists, and how the register compares with them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from commerce.masterdata.models.supplier import SupplierOrg
from commerce.masterdata.states import SCREENING_HIT, SCREENING_RUN
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

REFERENCE_ROWS = PublicAccess(group="S", platform="SIUD")


class WatchlistImport(models.Model):
    """One edition of a public list that was loaded."""

    access = REFERENCE_ROWS

    id = models.UUIDField(primary_key=True, default=new_id)
    source = models.TextField()
    sha256 = models.TextField()
    entries = models.PositiveIntegerField()
    imported_at = models.DateTimeField()

    class Meta:
        db_table = "masterdata_watchlist_import"
        indexes = [models.Index(fields=["source", "-imported_at"], name="watchlist_import_newest")]


class WatchlistEntry(models.Model):
    """A person, organisation or vessel on a public list. `names` holds the main name first, then aliases."""

    access = REFERENCE_ROWS

    id = models.UUIDField(primary_key=True, default=new_id)
    source = models.TextField()
    source_id = models.TextField()
    kind = models.TextField()
    names = ArrayField(models.TextField())
    programs = models.TextField(default="")
    countries = ArrayField(models.TextField(), default=list)
    remarks = models.TextField(default="")
    listed_on = models.TextField(default="")
    digest = models.TextField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "masterdata_watchlist_entry"
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="watchlist_entry_once")]


class ScreeningRun(models.Model):
    """One comparison of the whole register with the lists, by the suppliers' ids up to `last_supplier_id`.

    `threshold` is a score of 0 to 100.
    """

    access = PublicAccess(group="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    status = models.TextField(default="queued", choices=[(s, s) for s in SCREENING_RUN.states])
    threshold = models.PositiveSmallIntegerField()
    suppliers = models.PositiveIntegerField(default=0)
    entries = models.PositiveIntegerField(default=0)
    hits = models.PositiveIntegerField(default=0)
    last_supplier_id = models.UUIDField(null=True)
    started_by_id = models.UUIDField(null=True)
    started_by_name = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "masterdata_screening_run"
        indexes = [models.Index(fields=["group_id", "-created_at", "-id"], name="screening_run_newest")]


class ScreeningHit(models.Model):
    """A supplier that resembles a list entry. One row per pair: a decision outlives later runs.

    `evidence` tells which names were compared and which parts agreed, for people to judge.
    """

    access = PublicAccess(group="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    run = models.ForeignKey(ScreeningRun, on_delete=models.PROTECT, related_name="+", db_index=False)
    supplier_org = models.ForeignKey(SupplierOrg, on_delete=models.PROTECT, related_name="+", db_index=False)
    entry = models.ForeignKey(WatchlistEntry, on_delete=models.PROTECT, related_name="+", db_index=False)
    supplier_name = models.TextField()
    entry_name = models.TextField()
    score = models.PositiveSmallIntegerField()
    evidence = models.JSONField(default=dict)
    entry_digest = models.TextField()
    status = models.TextField(default="open", choices=[(s, s) for s in SCREENING_HIT.states])
    decided_by_id = models.UUIDField(null=True)
    decided_by_name = models.TextField(default="")
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_screening_hit"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "supplier_org", "entry"], name="screening_hit_once")
        ]
        indexes = [models.Index(fields=["group_id", "status", "-score", "id"], name="screening_hit_by_score")]
