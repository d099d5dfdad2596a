"""The floor: no API, no login, no framework. Bare psycopg and orjson on the same tables, one process a core.

It answers two fixed questions with the JSON that our API answers them with.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from typing import Any

import orjson
import psycopg

from tenants.kernel.money import EXPONENTS

_local = threading.local()

PRODUCTS = """SELECT id::text, code, name, status, created_at, total_amount::text, currency
FROM shop_product ORDER BY code, id LIMIT 100"""
PRODUCT = """SELECT id::text, code, name, status, created_at, total_amount::text, currency
FROM shop_product WHERE id = %s"""
VARIANTS = """SELECT id::text, sku, line_no, note, product_id::text
FROM shop_variant WHERE product_id = ANY(%s::uuid[]) ORDER BY line_no, id"""
PRICES = """SELECT id::text, channel, amount::text, currency, variant_id::text
FROM shop_price WHERE variant_id = ANY(%s::uuid[]) ORDER BY channel, id"""
STOCKS = """SELECT id::text, warehouse, quantity, updated_at, variant_id::text
FROM shop_stock WHERE variant_id = ANY(%s::uuid[]) ORDER BY quantity DESC, id"""


def _connection() -> psycopg.Connection[Any]:
    if not hasattr(_local, "connection"):
        _local.connection = psycopg.connect(os.environ["FLOOR_URL"], autocommit=True, prepare_threshold=None)
        _local.connection.execute(f"SET search_path TO {os.environ['FLOOR_SCHEMA']}")
        _local.connection.execute("SET TIME ZONE 'UTC'")
    return _local.connection


def _money(amount: str, currency: str) -> dict[str, str]:
    whole, _, decimals = amount.partition(".")
    kept = decimals.rstrip("0").ljust(EXPONENTS[currency], "0")
    return {"amount": f"{whole}.{kept}" if kept else whole, "currency": currency}


def _product(row: Any, variants: list[Any]) -> dict[str, Any]:
    return {
        "id": "ShopProduct_" + row[0],
        "code": row[1],
        "title": row[2],
        "status": row[3].upper(),
        "createdAt": row[4],
        "total": _money(row[5], row[6]),
        "variants": variants,
    }


def products() -> Any:
    """This will answer the list."""
    connection = _connection()
    rows = connection.execute(PRODUCTS).fetchall()
    variant_rows = connection.execute(VARIANTS, [[r[0] for r in rows]]).fetchall()
    keys = [r[0] for r in variant_rows]
    prices: dict[str, list[Any]] = {}
    for r in connection.execute(PRICES, [keys]).fetchall():
        prices.setdefault(r[4], []).append(
            {"id": "ShopPrice_" + r[0], "channel": r[1], "price": _money(r[2], r[3])}
        )
    stocks: dict[str, list[Any]] = {}
    for r in connection.execute(STOCKS, [keys]).fetchall():
        stocks.setdefault(r[4], []).append(
            {"id": "ShopStock_" + r[0], "warehouse": r[1], "quantity": r[2], "updatedAt": r[3]}
        )
    variants: dict[str, list[Any]] = {}
    for r in variant_rows:
        variants.setdefault(r[4], []).append(
            {
                "id": "ShopVariant_" + r[0],
                "sku": r[1],
                "lineNo": r[2],
                "note": r[3],
                "prices": prices.get(r[0], []),
                "stocks": stocks.get(r[0], []),
            }
        )
    return {"data": {"products": {"nodes": [_product(r, variants.get(r[0], [])) for r in rows]}}}


def product(key: str) -> Any:
    """This will answer one product with its lines."""
    connection = _connection()
    row = connection.execute(PRODUCT, [key]).fetchone()
    lines = [
        {"id": "ShopVariant_" + r[0], "sku": r[1], "lineNo": r[2], "note": r[3]}
        for r in connection.execute(VARIANTS, [[key]]).fetchall()
    ]
    return {"data": {"product": _product(row, lines)}}


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The WSGI application: whatever is asked, one of the two answers."""
    asked = orjson.loads(environ["wsgi.input"].read())
    key = asked["variables"].get("id")
    answered = products() if key is None else product(key.rpartition("_")[2])
    body = orjson.dumps(answered, option=orjson.OPT_UTC_Z)
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return (body,)
