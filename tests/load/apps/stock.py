"""The comparator: graphene-django over the same tables, with prefetch_related so that it makes no N+1 queries."""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.load.apps.stock_settings"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

import graphene
from django.db import models
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from graphene_django import DjangoObjectType
from graphene_django.views import GraphQLView


class Product(models.Model):
    id = models.UUIDField(primary_key=True)
    code = models.TextField()
    name = models.TextField(null=True)  # noqa: DJ001
    status = models.TextField()
    created_at = models.DateTimeField()
    total_amount = models.DecimalField(max_digits=24, decimal_places=4)
    currency = models.CharField(max_length=3)

    class Meta:
        app_label = "stock"
        managed = False
        db_table = "shop_product"


class Variant(models.Model):
    id = models.UUIDField(primary_key=True)
    product = models.ForeignKey(Product, models.DO_NOTHING, related_name="variants")
    sku = models.TextField()
    line_no = models.IntegerField()
    note = models.TextField(null=True)  # noqa: DJ001

    class Meta:
        app_label = "stock"
        managed = False
        db_table = "shop_variant"


class Price(models.Model):
    id = models.UUIDField(primary_key=True)
    variant = models.ForeignKey(Variant, models.DO_NOTHING, related_name="prices")
    channel = models.TextField()
    amount = models.DecimalField(max_digits=24, decimal_places=6)
    currency = models.CharField(max_length=3)

    class Meta:
        app_label = "stock"
        managed = False
        db_table = "shop_price"


class Stock(models.Model):
    id = models.UUIDField(primary_key=True)
    variant = models.ForeignKey(Variant, models.DO_NOTHING, related_name="stocks")
    warehouse = models.TextField()
    quantity = models.IntegerField()
    updated_at = models.DateTimeField()

    class Meta:
        app_label = "stock"
        managed = False
        db_table = "shop_stock"


class MoneyType(graphene.ObjectType):
    amount = graphene.String()
    currency = graphene.String()


class PriceType(DjangoObjectType):
    price = graphene.Field(MoneyType)

    class Meta:
        model = Price
        fields = ("id", "channel")

    def resolve_price(self, info):
        return {"amount": str(self.amount), "currency": self.currency}


class StockType(DjangoObjectType):
    class Meta:
        model = Stock
        fields = ("id", "warehouse", "quantity", "updated_at")


class VariantType(DjangoObjectType):
    prices = graphene.List(PriceType)
    stocks = graphene.List(StockType)

    class Meta:
        model = Variant
        fields = ("id", "sku", "line_no", "note")

    def resolve_prices(self, info):
        return self.prices.all()

    def resolve_stocks(self, info):
        return self.stocks.all()


class ProductType(DjangoObjectType):
    title = graphene.String(source="name")
    total = graphene.Field(MoneyType)
    variants = graphene.List(VariantType)

    class Meta:
        model = Product
        fields = ("id", "code", "status", "created_at")

    def resolve_total(self, info):
        return {"amount": str(self.total_amount), "currency": self.currency}

    def resolve_variants(self, info):
        return self.variants.all()


class ProductOrder(graphene.Enum):
    CODE_ASC = "code"


class ProductPage(graphene.ObjectType):
    nodes = graphene.List(ProductType)


class Query(graphene.ObjectType):
    products = graphene.Field(ProductPage, first=graphene.Int(), order_by=ProductOrder())
    product = graphene.Field(ProductType, id=graphene.ID(required=True))

    def resolve_products(self, info, first, order_by):
        rows = Product.objects.prefetch_related("variants__prices", "variants__stocks")
        return {"nodes": rows.order_by("code")[:first]}

    def resolve_product(self, info, id):
        return Product.objects.prefetch_related("variants").get(id=id.rpartition("_")[2])


view = GraphQLView.as_view(schema=graphene.Schema(query=Query))
urlpatterns = [path("graphql", csrf_exempt(view)), path("u/a1/graphql", csrf_exempt(view))]
