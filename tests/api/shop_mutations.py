"""Mutations over the tests' shop."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal as PyDecimal

import graphene

from api import scalars
from api.inputs import Input, id_of, list_of
from api.mutation import Mutation
from api.reads import read_back
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, NotFound
from tests.api.shop_types import ShopProduct
from tests.support.shop import Product, Variant


@dataclass(frozen=True)
class VariantDraft:
    """One variant to be made."""

    sku: str
    line_no: int = 0
    note: str | None = None


def product_rename(
    *, actor: Actor, at: datetime, product_id: uuid.UUID, title: str, weight: PyDecimal | None
) -> uuid.UUID:
    """This will rename a product; raises NotFound, and Conflict for the title "taken" after having written."""
    changed = Product.objects.filter(id=product_id, owner_id=actor.person_id).update(
        name=title, weight=weight
    )
    if not changed:
        raise NotFound(field="productId")
    if title == "taken":
        raise Conflict(field="title", current_version=7)
    if title == "boom":
        raise RuntimeError("secret detail")
    return product_id


def variants_create(
    *, actor: Actor, at: datetime, product_id: uuid.UUID, variants: list[VariantDraft]
) -> dict[str, object]:
    """This will add variants to a product."""
    rows = [
        Variant(id=uuid.uuid4(), product_id=product_id, sku=v.sku, line_no=v.line_no, note=v.note)
        for v in variants
    ]
    Variant.objects.bulk_create(rows)
    return {"product_id": product_id, "made": len(rows)}


class ProductRename(Mutation):
    """Renames a product."""

    permission = "procurement.order.edit"
    service = product_rename

    class Input:
        product_id = id_of("ShopProduct", required=True, description="The product.")
        title = graphene.String(required=True, description="The new name.")
        weight = scalars.Decimal(description="The new weight.")

    class Payload:
        product = read_back(ShopProduct)


class VariantInput(Input):
    """One variant to be made."""

    class Meta:
        into = VariantDraft

    sku = graphene.String(required=True, description="The SKU.")
    line_no = graphene.Int(description="The position.")
    note = graphene.String(description="A note.")


class VariantsCreate(Mutation):
    """Adds variants to a product."""

    permission = "procurement.order.create"
    service = variants_create
    creates = True

    class Input:
        product_id = id_of("ShopProduct", required=True, description="The product.")
        variants = list_of(VariantInput, required=True, description="The variants.")

    class Payload:
        product = read_back(ShopProduct)
        made = graphene.Int(description="How many were made.")


SHOP_MUTATIONS = [ProductRename, VariantsCreate]
