"""A small shop in a unit's schema: products, variants, prices and stock, with one column of each kind.

Its tables exist in the tests' and the benchmark's databases alone; the read path is proved on them.
"""

import random
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import psycopg
from django.contrib.postgres.fields import ArrayField
from django.db import models
from psycopg import sql
from psycopg.types.json import Jsonb


class Product(models.Model):
    """A product of the shop."""

    id = models.UUIDField(primary_key=True)
    code = models.TextField()
    name = models.TextField(null=True)  # noqa: DJ001
    status = models.TextField()
    rank = models.IntegerField(null=True)
    active = models.BooleanField()
    weight = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    total_amount = models.DecimalField(max_digits=24, decimal_places=4)
    currency = models.CharField(max_length=3)
    created_at = models.DateTimeField()
    sold_at = models.DateTimeField(null=True)
    due_date = models.DateField(null=True)
    details = models.JSONField(null=True)
    tags = ArrayField(models.TextField())
    parent_id = models.UUIDField(null=True)
    owner_id = models.UUIDField(null=True)

    class Meta:
        app_label = "shop"
        managed = False
        db_table = "shop_product"


class Variant(models.Model):
    """A variant of a product."""

    id = models.UUIDField(primary_key=True)
    product_id = models.UUIDField()
    sku = models.TextField()
    line_no = models.IntegerField()
    note = models.TextField(null=True)  # noqa: DJ001

    class Meta:
        app_label = "shop"
        managed = False
        db_table = "shop_variant"


class Price(models.Model):
    """A price of a variant."""

    id = models.UUIDField(primary_key=True)
    variant_id = models.UUIDField()
    channel = models.TextField()
    amount = models.DecimalField(max_digits=24, decimal_places=6)
    currency = models.CharField(max_length=3)

    class Meta:
        app_label = "shop"
        managed = False
        db_table = "shop_price"


class Stock(models.Model):
    """Stock of a variant in a warehouse."""

    id = models.UUIDField(primary_key=True)
    variant_id = models.UUIDField()
    warehouse = models.TextField()
    quantity = models.IntegerField()
    updated_at = models.DateTimeField()

    class Meta:
        app_label = "shop"
        managed = False
        db_table = "shop_stock"


MODELS = (Product, Variant, Price, Stock)

DDL = """
CREATE TABLE shop_product (
  id uuid PRIMARY KEY, code text NOT NULL, name text, status text NOT NULL, rank integer, active boolean NOT NULL,
  weight numeric(20,6), total_amount numeric(24,4) NOT NULL, currency varchar(3) NOT NULL,
  created_at timestamptz NOT NULL, sold_at timestamptz, due_date date, details jsonb, tags text[] NOT NULL,
  parent_id uuid, owner_id uuid);
CREATE TABLE shop_variant (
  id uuid PRIMARY KEY, product_id uuid NOT NULL, sku text NOT NULL, line_no integer NOT NULL, note text);
CREATE TABLE shop_price (
  id uuid PRIMARY KEY, variant_id uuid NOT NULL, channel text NOT NULL, amount numeric(24,6) NOT NULL,
  currency varchar(3) NOT NULL);
CREATE TABLE shop_stock (
  id uuid PRIMARY KEY, variant_id uuid NOT NULL, warehouse text NOT NULL, quantity integer NOT NULL,
  updated_at timestamptz NOT NULL);
CREATE INDEX shop_variant_product ON shop_variant (product_id, line_no);
CREATE INDEX shop_price_variant ON shop_price (variant_id);
CREATE INDEX shop_stock_variant ON shop_stock (variant_id);
"""

OWNER = uuid.UUID(int=0x0195_0000_0000_7000_8000_0000_0000_9001)
"""Person 1 of the tests' world, who owns about half of the products."""


def shop_rows(*, products: int, seed: int = 7, variants: tuple[int, int] = (2, 4)) -> dict[type, list[Any]]:
    """This will make the rows of a shop, always the same for the same seed."""
    rng = random.Random(seed)
    start = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
    rows: dict[type, list[Any]] = {model: [] for model in MODELS}
    ids = [uuid.UUID(int=rng.getrandbits(128), version=4) for _ in range(products)]
    for number, key in enumerate(ids):
        rows[Product].append(_product(rng, number, key, start, ids))
        for line in range(rng.randint(*variants)):
            variant = Variant(
                id=uuid.UUID(int=rng.getrandbits(128), version=4),
                product_id=key,
                sku=f"SKU-{number:04}-{line}",
                line_no=line,
                note=rng.choice([None, "脆弱", "keep dry"]),
            )
            rows[Variant].append(variant)
            rows[Price].extend(_prices(rng, variant))
            rows[Stock].extend(_stocks(rng, variant, start))
    return rows


def _product(
    rng: random.Random, number: int, key: uuid.UUID, start: datetime, ids: list[uuid.UUID]
) -> Product:
    return Product(
        id=key,
        code=f"P-{number:05}",
        name=rng.choice([None, f"Pump {number % 7}", f"阀门 {number % 5}", "50%_off\\"]),
        status=rng.choice(["draft", "active", "retired"]),
        rank=rng.choice([None, number % 5]),
        active=rng.random() < 0.7,
        weight=rng.choice([None, Decimal("0.000000"), Decimal(rng.randint(1, 10**9)).scaleb(-6)]),
        total_amount=Decimal(rng.randint(0, 10**9)).scaleb(-4),
        currency=rng.choice(["CNY", "EUR", "JPY"]),
        created_at=start + timedelta(seconds=rng.randint(0, 20) * 3600, microseconds=rng.choice([0, 125])),
        sold_at=rng.choice([None, start + timedelta(days=rng.randint(1, 40))]),
        due_date=rng.choice([None, date(2026, 2, 1) + timedelta(days=rng.randint(0, 30))]),
        details=rng.choice([None, {"a": [1, 2.5, "三"], "b": {"c": None}}, [], "text", 3]),
        tags=rng.choice([[], ["new"], ["new", "热销"]]),
        parent_id=rng.choice([None, rng.choice(ids), uuid.UUID(int=rng.getrandbits(128), version=4)]),
        owner_id=rng.choice([OWNER, None, uuid.UUID(int=rng.getrandbits(128), version=4)]),
    )


def _prices(rng: random.Random, variant: Variant) -> Iterable[Price]:
    for channel in ("retail", "wholesale"):
        yield Price(
            id=uuid.UUID(int=rng.getrandbits(128), version=4),
            variant_id=variant.id,
            channel=channel,
            amount=Decimal(rng.randint(1, 10**8)).scaleb(-rng.choice([2, 6])),
            currency=rng.choice(["CNY", "JPY", "BHD"]),
        )


def _stocks(rng: random.Random, variant: Variant, start: datetime) -> Iterable[Stock]:
    for warehouse in ("Shanghai", "Hamburg"):
        yield Stock(
            id=uuid.UUID(int=rng.getrandbits(128), version=4),
            variant_id=variant.id,
            warehouse=warehouse,
            quantity=rng.randint(0, 500),
            updated_at=start + timedelta(minutes=rng.randint(0, 10_000)),
        )


def make_shop(
    url: str, *, schema_name: str, role: str, rows: dict[type, list[Any]], extra_roles: Iterable[str] = ()
) -> None:
    """This will make the shop's tables in a unit's schema as the owner and fill them; done twice it does nothing."""
    with psycopg.connect(url) as connection:
        connection.execute(sql.SQL("SET search_path TO {}, public").format(sql.Identifier(schema_name)))
        if connection.execute("SELECT to_regclass('shop_product')").fetchone() != (None,):
            return
        for statement in filter(str.strip, DDL.split(";")):
            connection.execute(statement)  # type: ignore[arg-type]
        for model in MODELS:
            table = sql.Identifier(model._meta.db_table)
            for name in (role, *extra_roles):
                grant = sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON {} TO {}")
                connection.execute(grant.format(table, sql.Identifier(name)))
            _copy(connection, model, rows[model])
        connection.execute("ANALYZE")


def _copy(connection: psycopg.Connection[Any], model: type[models.Model], rows: list[Any]) -> None:
    names = [f.attname for f in model._meta.concrete_fields]
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    copy = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), columns)
    with connection.cursor() as cursor, cursor.copy(copy) as writer:
        for row in rows:
            values = {name: getattr(row, name) for name in names}
            if values.get("details") is not None:
                values["details"] = Jsonb(values["details"])
            writer.write_row(list(values.values()))
