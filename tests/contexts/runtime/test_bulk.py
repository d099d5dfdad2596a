"""Set-based writes store what the ORM stores, of every type, and refuse what they cannot write exactly."""

import uuid
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import DataError, IntegrityError, connection, models, transaction
from psycopg import errors

from tenants.runtime.bulk import _type_of, insert_rows, update_rows
from tenants.runtime.unit.models import NumberSeries, UnitAuditEntry
from tests.support.shop import MODELS, Product, Variant, make_shop
from tests.support.world import NOW

COLUMNS = [field.attname for field in Product._meta.concrete_fields]
TEXT = 'quote " back\\slash 三 % %s $1 \x01 {"a": 1}'


def a_product(**changes):
    values = {
        "id": uuid.uuid4(), "code": "P", "name": None, "status": "active", "rank": None, "active": True,
        "weight": None, "total_amount": Decimal("1.5"), "currency": "CNY", "created_at": NOW, "sold_at": None,
        "due_date": None, "details": None, "tags": [], "parent_id": None, "owner_id": None,
    }  # fmt: skip
    return {**values, **changes}


EXTREMES = [
    {},
    {"name": TEXT, "code": "", "rank": -(2**31), "active": False},
    {"weight": Decimal("99999999999999.123456"), "total_amount": Decimal("-0.00005")},
    {"weight": Decimal("0.0000005"), "total_amount": Decimal("12345678901234567890.12345")},
    {"weight": Decimal("1E+3"), "total_amount": Decimal("1.23E-2")},
    {
        "created_at": datetime(
            2026, 3, 29, 1, 30, 0, 123456, tzinfo=timezone(timedelta(hours=-5, minutes=-30))
        )
    },
    {"created_at": datetime(1900, 1, 1, tzinfo=UTC), "due_date": date(9999, 12, 31)},
    {"details": {"a": [1, None, "三", {"b": 1.5}], "empty": {}}, "tags": ["a", "b,c", '"', "", "null", "{}"]},
    {"details": [], "parent_id": uuid.uuid4(), "owner_id": uuid.UUID(int=0)},
]


@pytest.fixture
def unit(live_world, postgres):
    """Unit a1 with the empty tables of the tests' shop."""
    unit = live_world.a1
    make_shop(
        postgres.url_for("owner", connection.settings_dict["NAME"]),
        schema_name=unit.schema_name, role=unit.unit_scope.role, rows={model: [] for model in MODELS},
    )  # fmt: skip
    with unit.scope():
        yield unit


def test_rows_are_what_the_orm_would_have_stored(unit):
    wanted = [a_product(**changes) for changes in EXTREMES]
    insert_rows(Product, COLUMNS, [list(row.values()) for row in wanted])
    stored = Product.objects.in_bulk()
    for row in wanted:
        Product.objects.filter(id=row["id"]).delete()
        Product.objects.create(**row)
        by_orm = Product.objects.get(id=row["id"])
        for name in COLUMNS:
            assert getattr(stored[row["id"]], name) == getattr(by_orm, name), (name, row)
    update_rows(Product, COLUMNS, [[row["id"], *list(a_product().values())[1:]] for row in wanted])
    update_rows(Product, COLUMNS, [list(row.values()) for row in wanted])
    for key, row in Product.objects.in_bulk().items():
        assert vars(row).keys() == vars(stored[key]).keys()
        assert all(getattr(row, name) == getattr(stored[key], name) for name in COLUMNS)


def test_an_update_changes_the_named_columns_of_the_named_rows_and_counts_them(unit):
    rows = [a_product(code=f"P{n}", rank=n) for n in range(3)]
    insert_rows(Product, COLUMNS, [list(row.values()) for row in rows])
    assert update_rows(Product, ["id", "rank"], []) == 0
    assert update_rows(Product, ["id", "rank"], [(rows[0]["id"], 7), (rows[2]["id"], None)]) == 2
    assert update_rows(Product, ["id", "rank"], [(uuid.uuid4(), 9), (rows[1]["id"], 8)]) == 1
    assert dict(Product.objects.values_list("code", "rank")) == {"P0": 7, "P1": 8, "P2": None}


def test_what_cannot_be_stored_exactly_is_refused_and_nothing_is_written(unit):
    for change, error in (
        ({"name": "NUL \0 in it"}, DataError),
        ({"currency": "EURO"}, DataError),
        ({"total_amount": Decimal(10) ** 20}, DataError),
        ({"rank": 2**31}, DataError),
        ({"rank": 2**64}, TypeError),
        ({"code": b"bytes"}, TypeError),
        ({"details": {"at": timedelta(1)}}, TypeError),
        ({"code": None}, IntegrityError),
    ):
        rows = [a_product(), a_product(**change)]
        with pytest.raises(error), transaction.atomic():
            insert_rows(Product, COLUMNS, [list(row.values()) for row in rows])
        assert Product.objects.count() == 0, change


def test_columns_left_out_take_the_databases_default_or_none_at_all(world):
    with world.a1.scope():
        insert_rows(NumberSeries, ["kind", "year", "last"], [["PO", 2026, 1]])
        assert NumberSeries.objects.get().id is not None
        with pytest.raises(ValueError, match=r"UnitAuditEntry: name .*\bid\b"):
            insert_rows(UnitAuditEntry, ["at"], [[NOW]])
        with pytest.raises(ValueError, match="has no column colour"):
            insert_rows(NumberSeries, ["colour"], [["red"]])
        with pytest.raises(ValueError, match="zip"):
            insert_rows(NumberSeries, ["kind", "year", "last"], [["PO"]])
        assert NumberSeries.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "type_name"),
    [
        (models.CharField(max_length=3), "varchar"),
        (models.DecimalField(max_digits=24, decimal_places=6), "numeric"),
        (ArrayField(models.CharField(max_length=10)), "varchar[]"),
        (ArrayField(models.DecimalField(max_digits=4, decimal_places=2)), "numeric[]"),
        (models.DateTimeField(), "timestamp with time zone"),
        (models.ForeignKey(Variant, models.PROTECT), "uuid"),
    ],
)
def test_types_lose_their_length_and_nothing_else(field, type_name):
    field.set_attributes_from_name("x")
    assert _type_of(field) == type_name


def test_a_statement_bound_wrongly_is_an_error_of_djangos_kind(world):
    with world.a1.scope(), pytest.raises(DataError) as error, transaction.atomic():
        insert_rows(NumberSeries, ["kind", "year", "last"], [["PO", "year", 1]])
    assert isinstance(error.value.__cause__, errors.InvalidTextRepresentation)
