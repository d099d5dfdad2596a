"""The exchange index: which documents exist between the group's units and a supplier. No prices, no bodies."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


class ExchangeDoc(models.Model):
    """One document of a unit as its supplier finds it in the inbox; the body is fetched from the unit.

    `document_hash` is SHA-256 of the document's body. `awaits` says which side has to act; `order_gid` is the
    order that a document belongs to. A unit sees and writes its own rows alone; the accounts role reads them
    for a supplier's contact, who works with units of several groups.
    """

    access = PublicAccess(group="S", unit="SIU", accounts="S", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    supplier_org_id = models.UUIDField()
    doc_type = models.TextField()
    doc_gid = models.UUIDField()
    doc_number = models.TextField()
    order_gid = models.UUIDField(null=True)
    state = models.TextField()
    awaits = models.TextField(db_default="", default="", choices=[(a, a) for a in ("", "supplier", "buyer")])
    doc_version = models.PositiveIntegerField(default=1)
    document_hash = models.TextField(default="")
    changed_at = models.DateTimeField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_exchange_doc"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit_id", "doc_type", "doc_gid"], name="exchange_doc_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["group_id", "supplier_org_id", "-changed_at", "-id"], name="exchange_doc_inbox"
            )
        ]
