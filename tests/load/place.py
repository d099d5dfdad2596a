"""Where measurements take place: a database of its own with the tests' world, a shop, and a person who reads it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import psycopg
from django.db import connections

from infra.embedded.postgres import Postgres, start_postgres
from infra.embedded.valkey import Valkey, start_valkey
from tenants.directory.schemas import migrate_public
from tests.support.database import HOME, clone, drop, point_at
from tests.support.shop import Product, Variant, make_shop, shop_rows
from tests.support.world import World, make_world, populate

NAME = "hanse_bench"
ORDER = uuid.UUID(int=0x0195_0000_0000_7000_8000_0000_0000_0020)


@dataclass
class Place:
    """The database and who reads it."""

    server: Postgres
    valkey: Valkey
    world: World
    session: str

    @property
    def environment(self) -> dict[str, str]:
        """What our processes need to know."""
        return {
            "DATABASE_URL": self.server.url_for("runtime", NAME),
            "DATABASE_OWNER_URL": self.server.url_for("owner", NAME),
            "REDIS_URL": self.valkey.url,
            **{f"API_POINTS_{who}": str(10**12) for who in ("CALLER", "GROUP", "STRANGER")},
            "DJANGO_SETTINGS_MODULE": "infra.config.settings.development",
        }

    @property
    def floor_environment(self) -> dict[str, str]:
        """What the processes without tenancy need to know: the owner's login, for it may read the schema."""
        return {"FLOOR_URL": self.server.url_for("owner", NAME), "FLOOR_SCHEMA": self.world.a1.schema_name}

    @property
    def product_id(self) -> str:
        """The id of the one with 20 lines."""
        return f"ShopProduct_{ORDER}"

    @property
    def postgres_pid(self) -> int:
        """The main process of PostgreSQL."""
        return self.server.pid

    def close(self) -> None:
        """This will drop the database."""
        connections.close_all()
        drop(self.server, NAME)


def make_place() -> Place:
    """This will start PostgreSQL and make the database."""
    HOME.mkdir(parents=True, exist_ok=True)
    server = start_postgres(HOME / "bench", fsync=True)
    clone(server, "template1", NAME)
    point_at(server, NAME)
    world = make_world()
    migrate_public()
    populate(world)
    session = _person(world)
    rows = shop_rows(products=100, variants=(2, 4))
    rows[Product].append(_order())
    rows[Variant] += [
        Variant(id=uuid.uuid4(), product_id=ORDER, sku=f"LINE-{n:02}", line_no=n, note=None)
        for n in range(20)
    ]
    unit = world.a1
    make_shop(
        server.url_for("owner", NAME), schema_name=unit.schema_name, role=unit.unit_scope.role, rows=rows
    )
    with psycopg.connect(server.url_for("owner", NAME)) as connection:
        table = f'"{unit.schema_name}".shop_product'
        connection.execute(f"UPDATE {table} SET owner_id = NULL")  # everybody sees all 100
    return Place(server, start_valkey(HOME / "bench-valkey", durable=False), world, session)


def _person(world: World) -> str:
    from tests.factories.people import make_member, make_person, make_session

    person = make_person("bench@example.com")
    make_member(person, world.a1, "buyer")
    return make_session(person)


def _order() -> Any:
    return Product(
        id=ORDER, code="ZZZ-ORDER", name="An order of 20 lines", status="active", rank=1, active=True,
        weight=None, total_amount=Decimal("1234.5000"), currency="CNY", created_at=datetime(2026, 1, 1, tzinfo=UTC),
        sold_at=None, due_date=None, details=None, tags=[], parent_id=None, owner_id=None,
    )  # fmt: skip
