"""What can be done with items, categories and exchange rates."""

import graphene

from api.inputs import Input, id_of
from api.masterdata.merge_types import ItemMerge
from api.masterdata.supplier_mutations import the_version
from api.masterdata.types import Category, FxRate, Item
from api.mutation import Mutation
from api.reads import read_back
from api.scalars import Date, Decimal
from commerce.masterdata.services.category import category_archive, category_create, category_edit
from commerce.masterdata.services.fx_rate import fx_rate_enter
from commerce.masterdata.services.item import ItemFields, item_archive, item_create, item_edit
from commerce.masterdata.services.item_merge import item_merge_confirm, item_merge_preview


class ItemInput(Input):
    """The fields of an item; what is left out stays as it is, an empty text clears it."""

    class Meta:
        into = ItemFields

    sku = graphene.String(description="The group's stock keeping unit.")
    name = graphene.String(description="The name.")
    other_name = graphene.String(description="The name in another language.")
    description = graphene.String(description="A longer description.")
    category_id = id_of("Category", description="Its category.")
    base_uom = graphene.String(description="The unit it is counted in, e.g. C62 or KGM.")
    gtin = graphene.String(description="The GTIN.")
    hs_code = graphene.String(description="The customs code.")


def _the_item() -> object:
    return id_of("Item", required=True, description="The item.")


def _the_category() -> object:
    return id_of("Category", required=True, description="The category.")


class ItemCreate(Mutation):
    """Adds an item."""

    permission = "masterdata.item.edit"
    service = item_create
    creates = True

    class Input:
        item = ItemInput(required=True, description="The item.")

    class Payload:
        item = read_back(Item)


class ItemEdit(Mutation):
    """Changes fields of an item."""

    permission = "masterdata.item.edit"
    service = item_edit

    class Input:
        item_id = _the_item()
        version = the_version()
        item = ItemInput(required=True, description="The fields that change.")

    class Payload:
        item = read_back(Item)


class ItemArchive(Mutation):
    """Takes an item out of use."""

    permission = "masterdata.item.edit"
    service = item_archive

    class Input:
        item_id = _the_item()
        version = the_version()

    class Payload:
        item = read_back(Item)


class ItemMergePreview(Mutation):
    """Has every unit count what names an item that is to go into another; nothing changes yet."""

    permission = "masterdata.item.merge"
    service = item_merge_preview
    creates = True

    class Input:
        from_item_id = id_of("Item", required=True, description="The item that goes.")
        into_item_id = id_of("Item", required=True, description="The item that stays.")

    class Payload:
        item_merge = read_back(ItemMerge)


class ItemMergeConfirm(Mutation):
    """Merges the items: all units re-point their references, the old item tells where it went."""

    permission = "masterdata.item.merge"
    service = item_merge_confirm

    class Input:
        item_merge_id = id_of("ItemMerge", required=True, description="The merge that was counted.")
        version = the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        item_merge = read_back(ItemMerge)


class CategoryCreate(Mutation):
    """Adds a category."""

    permission = "masterdata.category.edit"
    service = category_create
    creates = True

    class Input:
        code = graphene.String(required=True, description="The code, once in the group.")
        name_en = graphene.String(required=True, description="The name in English.")
        name_zh = graphene.String(description="The name in Chinese.")
        parent_id = id_of("Category", description="The category above; left out: at the top.")

    class Payload:
        category = read_back(Category)


class CategoryEdit(Mutation):
    """Changes a category, or moves it with all below it."""

    permission = "masterdata.category.edit"
    service = category_edit

    class Input:
        category_id = _the_category()
        version = the_version()
        code = graphene.String(description="The code.")
        name_en = graphene.String(description="The name in English.")
        name_zh = graphene.String(description="The name in Chinese.")
        parent_id = id_of("Category", description="The category it is moved below.")
        to_top = graphene.Boolean(description="Whether it is moved to the top.")

    class Payload:
        category = read_back(Category)


class CategoryArchive(Mutation):
    """Takes a category out of use."""

    permission = "masterdata.category.edit"
    service = category_archive

    class Input:
        category_id = _the_category()
        version = the_version()

    class Payload:
        category = read_back(Category)


class FxRateEnter(Mutation):
    """Enters an exchange rate, in the place of that day's."""

    permission = "masterdata.fx_rate.edit"
    service = fx_rate_enter

    class Input:
        base = graphene.String(required=True, description="The currency that is priced (ISO 4217).")
        quote = graphene.String(required=True, description="The currency of the price (ISO 4217).")
        rate = Decimal(required=True, description="The price of one unit of the base.")
        rate_date = Date(required=True, description="The day from which it holds.")
        source = graphene.String(description="Where it was taken from.")

    class Payload:
        fx_rate = read_back(FxRate)


ITEM_MUTATIONS = [
    ItemCreate,
    ItemEdit,
    ItemArchive,
    ItemMergePreview,
    ItemMergeConfirm,
    CategoryCreate,
    CategoryEdit,
    CategoryArchive,
    FxRateEnter,
]
