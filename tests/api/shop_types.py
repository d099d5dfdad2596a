"""Read types over the tests' shop: one field of every kind."""

from datetime import datetime
from decimal import Decimal as PyDecimal
from typing import Any

import graphene
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Upper

from api import scalars
from api.reads import ReadType, children, column, computed, connection, loaded, money, one, reference
from tenants.kernel.actor import Actor
from tests.support.shop import Price, Product, Stock, Variant

READ = "procurement.order.read"
PRICES = "procurement.price.read"


class ProductStatus(graphene.Enum):
    """The state of a product."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"

    @property
    def description(self) -> str:
        return f"The product is {self.value}."


def products_visible_to(actor: Actor) -> QuerySet:
    """Own products and those without an owner; with the permission for all, all."""
    rows = Product.objects.annotate(shout=Upper(F("code")))
    if actor.may("procurement.requisition.read_all"):
        return rows
    return rows.filter(Q(owner_id=actor.person_id) | Q(owner_id=None))


def names_of_owners(*, actor: Actor, keys: list[Any]) -> dict[Any, str]:
    """Stands for another context's query."""
    return {key: f"owner {str(key)[:4]}" for key in keys if key.int % 2}


def age_in_days(created_at: datetime, *, at: datetime) -> int:
    return (at - created_at).days


class ShopProduct(ReadType):
    """A product."""

    class Meta:
        model = Product
        permission = READ
        visible = products_visible_to
        search = ["code", "name"]
        filters = {
            "status": ["eq", "in"],
            "code": ["eq", "contains"],
            "rank": ["eq", "gte", "is_null"],
            "active": ["eq"],
            "weight": ["gte", "lt", "is_null"],
            "total_amount": ["gte", "lte"],
            "created_at": ["gte", "lt"],
            "due_date": ["eq", "lte"],
            "parent_id": ["eq", "in"],
        }
        order_by = [
            "code",
            "name",
            "rank",
            "total_amount",
            "created_at",
            "sold_at",
            "due_date",
            "weight",
            "active",
        ]

    code = column(graphene.String, description="The code.")
    title = column(graphene.String, source="name", description="The name.")
    status = column(ProductStatus, description="The state.")
    rank = column(graphene.Int, description="The rank.")
    active = column(graphene.Boolean, description="Whether it is sold.")
    weight = column(scalars.Decimal, description="The weight in kilograms.")
    total = money("total_amount", "currency", description="The total.", permission=PRICES)
    created_at = column(scalars.DateTime, description="When it was made.")
    sold_at = column(scalars.DateTime, description="When it was sold.")
    due_date = column(scalars.Date, description="When it is due.")
    details = column(scalars.JSON, description="Details.")
    tags = column(graphene.List(graphene.NonNull(graphene.String)), description="Tags.")
    shout = column(graphene.String, description="The code, louder.")
    parent_id = column(graphene.ID, of="ShopProduct", description="The id of the parent.")
    parent = reference("ShopProduct", by="parent_id", description="The parent, when visible.")
    variants = children(
        "ShopVariant", by="product_id", order_by=("line_no",), expect=3, description="Variants."
    )
    parts = children("ShopProduct", by="parent_id", order_by=("-created_at",), description="Products below.")
    age_days = computed(
        graphene.Int,
        needs=("created_at",),
        resolve=age_in_days,
        required=True,
        description="Its age in days.",
    )
    double_weight = computed(
        scalars.Decimal,
        needs=("weight",),
        resolve=lambda weight: None if weight is None else weight * PyDecimal(2),
        description="Twice the weight.",
    )
    owner_name = loaded(
        graphene.String, by="owner_id", load=names_of_owners, description="The name of the owner."
    )


class ShopVariant(ReadType):
    """A variant of a product."""

    class Meta:
        model = Variant
        permission = READ
        visible = lambda actor: Variant.objects.all()  # noqa: E731
        order_by = ["sku"]

    sku = column(graphene.String, description="The SKU.")
    line_no = column(graphene.Int, description="The position.")
    note = column(graphene.String, description="A note.")
    product = reference("ShopProduct", by="product_id", description="Its product, when visible.")
    prices = children(
        "ShopPrice",
        by="variant_id",
        order_by=("channel",),
        expect=2,
        permission=PRICES,
        description="Prices.",
    )
    stocks = children("ShopStock", by="variant_id", order_by=("-quantity",), expect=2, description="Stock.")


class ShopPrice(ReadType):
    """A price of a variant."""

    class Meta:
        model = Price
        permission = PRICES
        visible = lambda actor: Price.objects.all()  # noqa: E731

    channel = column(graphene.String, description="The channel.")
    price = money("amount", "currency", description="The price.")


class ShopStock(ReadType):
    """Stock of a variant in one warehouse."""

    class Meta:
        model = Stock
        permission = READ
        visible = lambda actor: Stock.objects.all()  # noqa: E731

    warehouse = column(graphene.String, description="The warehouse.")
    quantity = column(graphene.Int, description="The quantity.")
    updated_at = column(scalars.DateTime, description="When it was counted.")


class ShopQuery:
    """Root fields of the tests' schema."""

    products = connection(ShopProduct, description="Products.")
    product = one(ShopProduct)
    variants = connection(ShopVariant, description="Variants.")
    stocks = connection(ShopStock, description="Stock.")
    greeting = graphene.String(
        description="A plain field.", required=True, resolver=lambda root, info: "hello"
    )
