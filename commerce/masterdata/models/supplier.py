"""The group's register of suppliers, and every name and identifier each is known under."""

from django.db import models
from django.db.models.functions import Now

from commerce.masterdata.states import SUPPLIER
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

IDENTIFIER_KINDS = ("uscc", "tax_id", "duns", "lei", "external_code")
ALIAS_KINDS = ("name", "alias", *IDENTIFIER_KINDS)
"""`name`: the record's own names, present and former; `alias`: further names entered by people."""


class SupplierOrg(models.Model):
    """One supplier of the group.

    Identifiers are stored in canonical form: USCC 18 characters, tax id with its country in front, DUNS nine
    digits, LEI 20 characters; empty when unknown. `name_key` is the legal name reduced for comparison,
    `search_text` all names and identifiers, with their Latin transliteration. `same_as` points to the
    supplier of which this record is another name; such a supplier points nowhere itself. `risk_class` is that
    of the last credit check, 1 (lowest) to 5.
    """

    access = PublicAccess(group="SIUD", unit="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    same_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    legal_name = models.TextField()
    other_name = models.TextField(default="")
    name_key = models.TextField()
    search_text = models.TextField()
    country = models.CharField(max_length=2)
    uscc = models.TextField(default="")
    tax_id = models.TextField(default="")
    duns = models.TextField(default="")
    lei = models.TextField(default="")
    external_code = models.TextField(default="")
    email = models.TextField(default="")
    phone = models.TextField(default="")
    website = models.TextField(default="")
    contact_name = models.TextField(default="")
    street = models.TextField(default="")
    city = models.TextField(default="")
    postal_code = models.TextField(default="")
    currency = models.CharField(max_length=3, default="")
    note = models.TextField(default="")
    status = models.TextField(default="registered", choices=[(s, s) for s in SUPPLIER.states])
    risk_class = models.PositiveSmallIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_supplier_org"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", kind], condition=~models.Q(**{kind: ""}), name=f"supplier_{kind}_once"
            )
            for kind in IDENTIFIER_KINDS
        ] + [
            models.CheckConstraint(
                condition=models.Q(status__in=list(SUPPLIER.states)), name="supplier_status_known"
            ),
            models.CheckConstraint(
                condition=models.Q(same_as__isnull=True) | ~models.Q(same_as=models.F("id")),
                name="supplier_is_not_its_own_alias",
            ),
        ]
        indexes = [
            models.Index(fields=["group_id", "legal_name", "id"], name="supplier_by_name"),
            models.Index(fields=["group_id", "name_key"], name="supplier_by_name_key"),
            models.Index(
                fields=["group_id", "same_as"],
                name="supplier_by_same_as",
                condition=models.Q(same_as__isnull=False),
            ),
        ]


class SupplierAlias(models.Model):
    """A name or identifier under which a supplier is known, or was: then it is not `current`.

    The present identifiers are here too, so that one constraint keeps each of them with one supplier of
    the group, former ones included. `value_key` is the form that is compared.
    """

    access = PublicAccess(group="SIUD", unit="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    supplier_org = models.ForeignKey(
        SupplierOrg, on_delete=models.CASCADE, related_name="aliases", db_index=False
    )
    kind = models.TextField(choices=[(k, k) for k in ALIAS_KINDS])
    value = models.TextField()
    value_key = models.TextField()
    current = models.BooleanField(default=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_supplier_alias"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "kind", "value_key"],
                condition=models.Q(kind__in=list(IDENTIFIER_KINDS)),
                name="supplier_identifier_once",
            ),
            models.UniqueConstraint(
                fields=["group_id", "supplier_org", "kind", "value_key"], name="supplier_alias_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=list(ALIAS_KINDS)), name="supplier_alias_kind_known"
            ),
        ]
        indexes = [models.Index(fields=["group_id", "kind", "value_key"], name="supplier_alias_by_value")]
