"""Suppliers, items, categories, units of measure and exchange rates, as they are read."""

from graphene import ID, Boolean, Int, List, NonNull, String

from api.ids import to_global_id
from api.reads import ReadType, children, column, computed, reference
from api.scalars import Date, DateTime, Decimal
from commerce.masterdata.queries import (
    categories_visible_to,
    fx_rates_visible_to,
    items_visible_to,
    supplier_aliases_visible_to,
    supplier_register_visible_to,
)

HQ = "masterdata.supplier.edit"
CHECKS = "masterdata.provider_check.read"


class SupplierName(ReadType):
    """A name or identifier under which a supplier is known, or was."""

    class Meta:
        model = "masterdata.SupplierAlias"
        permission = "masterdata.supplier.read"
        visible = supplier_aliases_visible_to

    kind = column(
        String, description="name, alias (entered by people), uscc, tax_id, duns, lei or external_code."
    )
    value = column(String, description="The name or identifier.")
    current = column(Boolean, description="Whether it is still in use.")


class Supplier(ReadType):
    """A supplier in the group's register."""

    class Meta:
        model = "masterdata.SupplierOrg"
        permission = "masterdata.supplier.read"
        visible = supplier_register_visible_to
        search = ("search_text",)
        filters = {
            "country": ["eq", "in"],
            "status": ["eq", "in"],
            "sanctioned": ["eq"],
            "legal_name": ["eq", "contains"],
            "city": ["eq", "contains"],
            "uscc": ["eq", "in"],
            "tax_id": ["eq", "in"],
            "duns": ["eq", "in"],
            "external_code": ["eq", "in"],
            "same_as_id": ["eq", "is_null"],
            "created_at": ["gte", "lt"],
            "changed_at": ["gte", "lt"],
        }
        order_by = ("legal_name", "country", "created_at", "changed_at", "external_code")
        default_order = "legal_name"

    legal_name = column(String, description="The name in the commercial register.")
    other_name = column(String, description="Another name, e.g. in English.")
    country = column(String, description="The country, two letters of ISO 3166.")
    uscc = column(String, description="The unified social credit code (China), or empty.")
    tax_id = column(String, description="The tax number with its country in front, or empty.")
    duns = column(String, description="The D-U-N-S number, or empty.")
    lei = column(String, description="The legal entity identifier, or empty.")
    external_code = column(String, description="The supplier's code in the group's own systems, or empty.")
    email = column(String, description="Where orders are sent.")
    phone = column(String, description="The phone number.")
    website = column(String, description="The web address.")
    contact_name = column(String, description="The contact person.")
    street = column(String, description="The address.")
    city = column(String, description="The city.")
    postal_code = column(String, description="The postal code.")
    currency = column(String, description="The currency the supplier usually sells in, or empty.")
    note = column(String, permission=HQ, description="A note of headquarters.")
    status = column(String, description="prospect, invited, registered, …, suspended or archived.")
    sanctioned = column(Boolean, required=True, description="Whether a sanction binds the supplier now.")
    search_text = column(String, description="Everything the supplier is found by, folded.")
    same_as_id = column(ID, of="Supplier", description="The supplier of which this record is another name.")
    risk_class = column(Int, permission=CHECKS, description="Of the last credit check, 1 (lowest) to 5.")
    version = column(Int, description="The version, for changes.")
    created_at = column(DateTime, description="When it was added.")
    changed_at = column(DateTime, description="When it was last changed.")
    names = children(
        "SupplierName", by="supplier_org_id", expect=5, description="All its names and identifiers."
    )
    same_as = reference("Supplier", by="same_as_id", description="The supplier it is another name of.")
    sanctions = children(
        "Sanction",
        by="supplier_org_id",
        order_by=("-imposed_at",),
        expect=2,
        permission="masterdata.sanction.read",
        description="Sanctions on this record, past ones included.",
    )
    qualifications = children(
        "SupplierQualification",
        by="supplier_org_id",
        order_by=("created_at",),
        expect=4,
        permission="masterdata.qualification.read",
        description="Where it may be asked.",
    )
    certificates = children(
        "Certificate",
        by="supplier_org_id",
        order_by=("-created_at",),
        expect=4,
        permission="masterdata.certificate.read",
        description="Its certificates, the newest first.",
    )


def _ids_of_categories(path: list[str]) -> list[str]:
    return [to_global_id("Category", key) for key in path]


def _depth(path: list[str]) -> int:
    return len(path)


class Category(ReadType):
    """A category of goods or services."""

    class Meta:
        model = "masterdata.Category"
        permission = "masterdata.category.read"
        visible = categories_visible_to
        search = ("code", "name_en", "name_zh")
        filters = {"status": ["eq", "in"], "parent_id": ["eq", "is_null"], "code": ["eq", "in"]}
        order_by = ("code", "name_en")
        default_order = "code"

    code = column(String, description="The code, once in the group.")
    name_en = column(String, description="The name in English.")
    name_zh = column(String, description="The name in Chinese, or empty.")
    status = column(String, description="active or archived.")
    parent_id = column(ID, of="Category", description="The category above; none at the top.")
    version = column(Int, description="The version, for changes.")
    path = computed(
        List(NonNull(ID)),
        needs=("path",),
        resolve=_ids_of_categories,
        required=True,
        description="The categories from the top down to this one.",
    )
    depth = computed(
        Int, needs=("path",), resolve=_depth, required=True, description="Its level in the tree, from 1."
    )
    parent = reference("Category", by="parent_id", description="The category above.")
    children = children("Category", by="parent_id", order_by=("code",), description="Those right below.")


class Item(ReadType):
    """A thing the group buys, under one SKU in all its units."""

    class Meta:
        model = "masterdata.Item"
        permission = "masterdata.item.read"
        visible = items_visible_to
        search = ("search_text",)
        filters = {
            "status": ["eq", "in"],
            "category_id": ["eq", "in", "is_null"],
            "sku": ["eq", "in", "contains"],
            "gtin": ["eq", "in"],
            "hs_code": ["eq", "contains"],
            "base_uom": ["eq", "in"],
            "merged_into_id": ["eq", "is_null"],
        }
        order_by = ("sku", "name", "created_at", "changed_at")
        default_order = "name"

    sku = column(String, description="The group's stock keeping unit.")
    name = column(String, description="The name.")
    other_name = column(String, description="The name in another language, or empty.")
    description = column(String, description="A longer description.")
    search_text = column(String, description="Everything the item is found by, folded.")
    category_id = column(ID, of="Category", description="Its category.")
    base_uom = column(String, description="The unit it is counted in, a code of UN/ECE Recommendation 20.")
    gtin = column(String, description="The GTIN with 14 digits, or empty.")
    hs_code = column(String, description="The customs code, or empty.")
    status = column(String, description="active or archived.")
    merged_into_id = column(ID, of="Item", description="The item that took its place, once it was merged.")
    version = column(Int, description="The version, for changes.")
    created_at = column(DateTime, description="When it was added.")
    changed_at = column(DateTime, description="When it was last changed.")
    category = reference("Category", by="category_id", description="Its category.")
    merged_into = reference("Item", by="merged_into_id", description="The item that took its place.")


class FxRate(ReadType):
    """One unit of `base` costs `rate` units of `quote` from a day on, until the next rate."""

    class Meta:
        model = "masterdata.FxRate"
        permission = "masterdata.fx_rate.read"
        visible = fx_rates_visible_to
        search = ("base", "quote", "source")
        filters = {"base": ["eq", "in"], "quote": ["eq", "in"], "rate_date": ["eq", "gte", "lte"]}
        order_by = ("rate_date", "base")
        default_order = "-rate_date"

    base = column(String, description="The currency that is priced (ISO 4217).")
    quote = column(String, description="The currency of the price (ISO 4217).")
    rate = column(Decimal, description="The price of one unit of the base.")
    rate_date = column(Date, description="The day from which it holds.")
    source = column(String, description="Where it was taken from.")
