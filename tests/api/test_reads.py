"""Lists and records over the shop: pages, guards, ids, statements."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db.models import Q, Value

from api.reads.cursor import observed_statements
from api.reads.statements import door_sql, select
from api.reads.types import read_type
from tests.api.conftest import ALL, Shop
from tests.api.shop_types import PRICES, READ
from tests.support.shop import OWNER, Product

ORDERS = ["CODE", "NAME", "RANK", "TOTAL_AMOUNT", "CREATED_AT", "SOLD_AT", "DUE_DATE", "WEIGHT", "ACTIVE"]
EVERYTHING = """
query ($first: Int) {
  products(first: $first) {
    totalCount
    nodes {
      id ownerName parent { id code parent { code } }
      parts { id }
      variants { sku prices { price { amount currency } } stocks { quantity warehouse } product { code } }
      again: variants { note }
    }
  }
}
"""


def codes(answer: dict[str, Any]) -> list[str]:
    return [error["extensions"]["code"] for error in answer["errors"]]


def test_a_list_answers_in_order_and_tells_whether_more_follows(shop: Shop) -> None:
    answer = shop.run(
        "{ products(first: 2, orderBy: CODE_ASC) { nodes { code } pageInfo { hasNextPage } totalCount } }"
    )
    assert answer == {
        "data": {
            "products": {
                "nodes": [{"code": "P-00000"}, {"code": "P-00002"}],
                "pageInfo": {"hasNextPage": True},
                "totalCount": 27,
            }
        }
    }


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("order", ORDERS)
def test_pages_give_every_row_once_in_any_order(shop: Shop, order: str, direction: str) -> None:
    text = f"""
    query ($after: String) {{
      products(first: 4, after: $after, orderBy: {order}_{direction}) {{
        nodes {{ id }} pageInfo {{ endCursor hasNextPage hasPreviousPage }}
      }}
    }}
    """
    seen: list[str] = []
    after: str | None = None
    for turn in range(10):
        page = shop.run(text, {"after": after})["data"]["products"]
        assert page["pageInfo"]["hasPreviousPage"] is (turn > 0)
        seen += [node["id"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    whole = shop.run(f"{{ products(orderBy: {order}_{direction}) {{ nodes {{ id }} }} }}")
    assert seen == [node["id"] for node in whole["data"]["products"]["nodes"]]
    assert len(set(seen)) == 27


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "WyJjb2RlIiwiUC0wMDAwMiJd", "W10", "e30", "bnVsbA", "WyJjb2RlIiwgMSwgIngiXQ", "A" * 5_000, "é"],
)
def test_a_cursor_that_is_not_ours_is_refused(shop: Shop, cursor: str) -> None:
    answer = shop.run(
        "query ($c: String) { products(after: $c, orderBy: CODE_ASC) { nodes { id } } }", {"c": cursor}
    )
    assert answer["data"] is None
    assert codes(answer) == ["INVALID"]


def test_a_cursor_of_another_order_is_refused(shop: Shop) -> None:
    page = shop.run("{ products(first: 1, orderBy: CODE_ASC) { pageInfo { endCursor } } }")
    cursor = page["data"]["products"]["pageInfo"]["endCursor"]
    for order in ("NAME_ASC", "CODE_DESC"):
        answer = shop.run(
            f"query ($c: String) {{ products(after: $c, orderBy: {order}) {{ nodes {{ id }} }} }}",
            {"c": cursor},
        )
        assert codes(answer) == ["INVALID"]


@pytest.mark.parametrize("first", [0, -1, 501, 2**31 - 1])
def test_a_page_has_1_to_500_rows(shop: Shop, first: int) -> None:
    answer = shop.run("query ($n: Int) { products(first: $n) { nodes { id } } }", {"n": first})
    assert codes(answer) == ["INVALID"]
    assert answer["errors"][0]["extensions"]["field"] == "first"


@pytest.mark.parametrize("compiled", [True, False])
def test_the_number_of_statements_does_not_grow_with_the_rows(shop: Shop, compiled: bool) -> None:
    counts = []
    for first in (1, 3, 27):
        with observed_statements() as statements:
            answer = shop.run(EVERYTHING, {"first": first}, compiled=compiled)
        assert len(answer["data"]["products"]["nodes"]) == first
        counts.append(len(statements))
    assert max(counts) <= 9, (
        counts
    )  # rows, count, parent, grandparent, parts, variants, prices, stocks, product


def test_a_count_is_made_only_when_it_is_asked_for(shop: Shop) -> None:
    with observed_statements() as statements:
        shop.run("{ products { nodes { id } } }")
    assert len(statements) == 1
    with observed_statements() as statements:
        shop.run("{ products { nodes { id } totalCount } }")
    assert [("count(*)" in s) for s in statements] == [False, True]


def test_only_the_columns_that_are_asked_for_are_fetched(shop: Shop) -> None:
    with observed_statements() as (statements):
        shop.run("{ products { nodes { code } } }")
    assert statements[0].startswith('SELECT "v"."id", "v"."code" FROM (SELECT "shop_product"."id"')
    assert "weight" not in statements[0]


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "{ products { nodes { total { amount } } } }",
        "{ products { nodes { t: total { __typename } } } }",
        "{ products { edges { node { ...F } } } } fragment F on ShopProduct { total { currency } }",
        "{ products { nodes { ... on Node { ... on ShopProduct { total { currency } } } } } }",
        "{ products { nodes { variants { prices { id } } } } }",
        '{ products(first: 1, search: "nothing at all") { nodes { total { amount } } } }',
        "{ products(orderBy: TOTAL_AMOUNT_ASC) { nodes { id } } }",
        '{ products(filter: {totalAmount: {gte: "1"}}) { totalCount } }',
        '{ node(id: "ShopProduct_00000000-0000-4000-8000-000000000000") { ... on ShopProduct { total { amount } } } }',
    ],
)
def test_a_field_without_its_permission_gives_no_bit(shop: Shop, text: str, compiled: bool) -> None:
    with observed_statements() as statements:
        answer = shop.run(text, permissions=(READ,), compiled=compiled)
    assert codes(answer) == ["FORBIDDEN"]
    assert not any("shop_price" in s or "total_amount" in s for s in statements)
    assert not any(answer["data"].values()) if answer["data"] else True
    assert PRICES in answer["errors"][0]["message"]


def test_a_switched_off_field_needs_no_permission(shop: Shop) -> None:
    text = "query ($p: Boolean!) { products(first: 1) { nodes { id total @include(if: $p) { amount } } } }"
    assert "errors" not in shop.run(text, {"p": False}, permissions=(READ,))
    assert codes(shop.run(text, {"p": True}, permissions=(READ,))) == ["FORBIDDEN"]
    assert "errors" not in shop.run(text, {"p": True}, permissions=ALL)


def test_a_type_without_its_permission_is_forbidden_in_lists_and_absent_by_id(shop: Shop) -> None:
    assert codes(shop.run("{ products { totalCount } }", permissions=())) == ["FORBIDDEN"]
    own = Product.objects.filter(owner_id=OWNER).first()
    assert own is not None
    assert shop.run(f'{{ node(id: "ShopProduct_{own.id}") {{ id }} }}', permissions=()) == {
        "data": {"node": None}
    }


@pytest.mark.parametrize("compiled", [True, False])
def test_absent_foreign_and_misspelt_ids_get_the_same_bytes(shop: Shop, compiled: bool) -> None:
    hidden = Product.objects.exclude(Q(owner_id=OWNER) | Q(owner_id=None)).first()
    assert hidden is not None
    ids = [
        f"ShopProduct_{hidden.id}",
        f"ShopProduct_{uuid.uuid4()}",
        f"ShopProduct_{hidden.id}".upper(),
        f"Nothing_{hidden.id}",
        f"Requisition_{hidden.id}",
        str(hidden.id),
        "ShopProduct_",
        "_",
        "",
        "😀" * 50,
    ]
    for field in ("node", "product"):
        text = f"query ($id: ID!) {{ {field}(id: $id) {{ __typename id }} }}"
        answers = [shop.outcome(text, {"id": gid}, compiled=compiled).as_json() for gid in ids]
        assert set(answers) == {b'{"data":{"%s":null}}' % field.encode()}


def test_search_takes_every_word_and_no_pattern(shop: Shop) -> None:
    def found(words: str) -> int:
        text = "query ($s: String) { products(first: 500, search: $s) { totalCount } }"
        return shop.run(text, {"s": words})["data"]["products"]["totalCount"]

    assert found("p-0000 pump") == found("PUMP  P-0000") > 0
    assert found("_____") == found("%%") == 0
    assert (
        found("50%_off\\")
        == Product.objects.filter(Q(owner_id=OWNER) | Q(owner_id=None), name="50%_off\\").count()
    )
    assert found("' OR 1=1 --") == 0
    assert found("   ") == 27


def test_text_that_postgresql_cannot_store_is_refused(shop: Shop) -> None:
    text = "query ($s: String) { products(search: $s) { totalCount } }"
    assert codes(shop.run(text, {"s": "a\x00b"})) == ["INVALID"]
    text = "query ($s: String) { products(filter: {code: {eq: $s}}) { totalCount } }"
    assert codes(shop.run(text, {"s": "a\x00b"})) == ["INVALID"]


class TestDoors:
    """The door's SQL is compiled once for actors of one shape, and never mixes two actors up."""

    def rows(self, shop: Shop, actor: Any) -> set[uuid.UUID]:
        read = read_type("ShopProduct").read
        statement = select(read, actor, columns=("id",))
        assert statement is not None
        from api.reads.cursor import fetch

        return {uuid.UUID(row[0]) for row in fetch(*statement)}

    def test_each_actor_gets_its_own_rows(self, shop: Shop) -> None:
        for person in (1, 2, 3, 1):
            actor = shop.world.a1.actor(*ALL, person=person)
            wanted = Product.objects.filter(Q(owner_id=actor.person_id) | Q(owner_id=None))
            assert self.rows(shop, actor) == set(wanted.values_list("id", flat=True))

    def test_the_orm_compiles_a_door_once(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        read = read_type("ShopProduct").read
        actor = shop.world.a1.actor(*ALL, "procurement.order.submit")
        assert door_sql(read, actor, ("id", "rank")) is not None
        calls = []
        monkeypatch.setattr(read, "visible", lambda a: calls.append(a) or Product.objects.none())
        again = shop.world.a1.actor(*ALL, "procurement.order.submit", person=2)
        found = door_sql(read, again, ("id", "rank"))
        assert found is not None
        assert found[1] == (again.person_id,)
        assert calls == []

    @pytest.mark.parametrize(
        "door",
        [
            lambda a: Product.objects.filter(rank=a.person_id.int % 7),
            lambda a: Product.objects.filter(code=str(a.person_id)),
            lambda a: Product.objects.filter(id__in=list(Product.objects.values_list("id", flat=True)[:2])),
            lambda a: Product.objects.all() if a.person_id.int % 2 else Product.objects.filter(active=True),
            lambda a: Product.objects.annotate(n=Value(uuid.uuid4().hex)).filter(code=uuid.uuid4().hex),
            lambda a: Product.objects.filter(code=a.fingerprint),
            lambda a: Product.objects.filter(rank=1 if a.person_id == OWNER else 2),
            lambda a: Product.objects.filter(rank=1 if a.person_id in {OWNER} else 2),
            lambda a: Product.objects.filter(rank=1 if a.email else 2),
            lambda a: Product.objects.filter(rank=len(a.key)),
        ],
    )
    def test_a_door_that_computes_from_the_actor_is_asked_every_time(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch, door: Any
    ) -> None:
        read = read_type("ShopProduct").read
        asked = []

        def visible(actor: Any) -> Any:
            asked.append(actor)
            return door(actor)

        monkeypatch.setattr(read, "visible", visible)
        marker = f"shape.{uuid.uuid4().hex}"
        for person in (1, 2, 3, 4):
            actor = shop.world.a1.actor(marker, person=person)
            expected = set(door(actor).values_list("id", flat=True))
            asked.clear()
            assert self.rows(shop, actor) == expected
            assert asked[-1] == actor
