"""What a unit knows of an item by itself: read, set and removed."""

import graphene
from graphene import ID, Int, String

from api.inputs import id_of
from api.mutation import Mutation
from api.reads import ReadType, column, read_back, reference
from api.scalars import DateTime, Decimal
from commerce.procurement.queries import item_terms_visible_to
from commerce.procurement.services.item_terms import item_terms_remove, item_terms_set


class ItemTerms(ReadType):
    """An item at one supplier as the unit buys it; the group's item stays as it is."""

    class Meta:
        model = "procurement.ItemTerms"
        permission = "procurement.item_terms.read"
        visible = item_terms_visible_to
        search = ("supplier_part_no",)
        filters = {
            "item_gid": ["eq", "in"],
            "supplier_org_gid": ["eq", "in"],
            "supplier_part_no": ["eq", "contains"],
        }
        order_by = ("set_at",)
        default_order = "-set_at"

    item_id = column(ID, source="item_gid", of="Item", description="The item.")
    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    supplier_part_no = column(String, description="The supplier's own number, or empty.")
    unit_price = column(
        Decimal,
        permission="procurement.price.read",
        description="The price of one of the item's unit of measure; none without one.",
    )
    currency = column(String, description="The price's currency (ISO 4217).")
    lead_days = column(Int, description="Days from order to delivery; none when unknown.")
    set_by_name = column(String, description="Who set them last.")
    set_at = column(DateTime, description="When.")
    version = column(Int, description="The version, for changes.")
    item = reference("Item", by="item_gid", description="The item.")
    supplier = reference("Supplier", by="supplier_org_gid", description="The supplier.")


class ItemTermsSet(Mutation):
    """Sets the unit's own terms of an item at a supplier."""

    permission = "procurement.item_terms.set"
    service = item_terms_set

    class Input:
        item_id = id_of("Item", required=True, description="The item.")
        supplier_org_id = id_of("Supplier", required=True, description="The supplier.")
        version = graphene.Int(required=True, description="The version that was read, 0 for none.")
        currency = graphene.String(required=True, description="The price's currency (ISO 4217).")
        supplier_part_no = graphene.String(description="The supplier's own number.")
        unit_price = Decimal(description="The price of one of the item's unit of measure.")
        lead_days = graphene.Int(description="Days from order to delivery, 0 to 1,000.")

    class Payload:
        item_terms = read_back(ItemTerms)


class ItemTermsRemove(Mutation):
    """Forgets the unit's terms of an item at a supplier."""

    permission = "procurement.item_terms.set"
    service = item_terms_remove

    class Input:
        item_terms_id = id_of("ItemTerms", required=True, description="The terms.")
        version = graphene.Int(required=True, description="The version that was read.")

    class Payload:
        done = graphene.Boolean(description="True when it was done.")


UNIT = [ItemTermsSet, ItemTermsRemove]
