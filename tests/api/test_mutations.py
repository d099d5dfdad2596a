"""Mutations: one service call, refusals in the payload, everything or nothing."""

import uuid

from django.db import transaction

from tests.api.conftest import ALL, Shop
from tests.support.shop import OWNER, Product, Variant

EDIT = (*ALL, "procurement.order.edit", "procurement.order.create")
RENAME = """
mutation ($id: ID!, $title: String!) {
  productRename(input: {productId: $id, title: $title, weight: "1.50"}) {
    product { id title weight }
    errors { code message field }
  }
}
"""


def own_product() -> Product:
    found = Product.objects.filter(owner_id=OWNER).order_by("code").first()
    assert found is not None
    return found


def test_a_mutation_acts_once_and_reads_the_record_back(shop: Shop) -> None:
    product = own_product()
    gid = f"ShopProduct_{product.id}"
    answer = shop.run(RENAME, {"id": gid, "title": "新名称"}, permissions=EDIT)
    assert answer == {
        "data": {
            "productRename": {
                "product": {"id": gid, "title": "新名称", "weight": "1.500000"},
                "errors": [],
            }
        }
    }


def test_a_refusal_is_told_in_the_payload_and_rolls_back(shop: Shop) -> None:
    product = own_product()
    outcome = shop.outcome(RENAME, {"id": f"ShopProduct_{product.id}", "title": "taken"}, permissions=EDIT)
    assert outcome.roll_back
    assert outcome.errors == []
    assert outcome.data == {
        "productRename": {
            "product": None,
            "errors": [
                {
                    "code": "CONFLICT",
                    "message": "This was changed meanwhile (it is at version 7). Reload and try again.",
                    "field": "title",
                }
            ],
        }
    }


def test_without_the_permission_the_service_is_not_called(shop: Shop) -> None:
    product = own_product()
    answer = shop.run(RENAME, {"id": f"ShopProduct_{product.id}", "title": "x"}, permissions=ALL)
    assert [e["code"] for e in answer["data"]["productRename"]["errors"]] == ["FORBIDDEN"]
    assert Product.objects.get(id=product.id).name == product.name


def test_an_id_of_another_type_or_of_nothing_is_not_found(shop: Shop) -> None:
    absent = uuid.uuid4()
    for gid in (f"ShopVariant_{own_product().id}", f"ShopProduct_{absent}", "x", ""):
        answer = shop.run(RENAME, {"id": gid, "title": "x"}, permissions=EDIT)
        assert answer["data"]["productRename"]["errors"] == [
            {"code": "NOT_FOUND", "message": "Not found.", "field": "productId"}
        ]


def test_a_surprise_is_answered_with_an_id_alone(shop: Shop) -> None:
    product = own_product()
    outcome = shop.outcome(RENAME, {"id": f"ShopProduct_{product.id}", "title": "boom"}, permissions=EDIT)
    assert outcome.roll_back
    (error,) = outcome.errors
    assert error["extensions"]["code"] == "INTERNAL"
    assert error["message"] == f"Internal error {error['extensions']['id']}."
    assert "secret" not in str(outcome)


CREATE = """
mutation ($id: ID!, $key: String, $sku: String!) {
  variantsCreate(input: {productId: $id, idempotencyKey: $key, variants: [{sku: $sku, note: "n"}, {sku: "B"}]}) {
    made
    product { variants { sku lineNo note } }
    errors { code field }
  }
}
"""


def test_an_idempotency_key_acts_once_and_answers_the_same_again(shop: Shop) -> None:
    product = own_product()
    Variant.objects.filter(product_id=product.id).delete()
    variables = {"id": f"ShopProduct_{product.id}", "key": "k-1", "sku": "A"}
    first = shop.run(CREATE, variables, permissions=EDIT)
    made = first["data"]["variantsCreate"]
    assert (made["made"], made["errors"]) == (2, [])
    assert sorted(map(tuple, (v.values() for v in made["product"]["variants"]))) == [
        ("A", 0, "n"),
        ("B", 0, None),
    ]
    assert shop.run(CREATE, variables, permissions=EDIT) == first
    assert Variant.objects.filter(product_id=product.id).count() == 2
    other = shop.run(CREATE, {**variables, "sku": "C"}, permissions=EDIT)
    assert other["data"]["variantsCreate"]["errors"] == [
        {"code": "IDEMPOTENCY_MISMATCH", "field": "idempotencyKey"}
    ]
    assert Variant.objects.filter(product_id=product.id).count() == 2


def test_two_mutations_in_one_request_are_refused(shop: Shop) -> None:
    product = own_product()
    text = """
    mutation ($id: ID!) {
      a: productRename(input: {productId: $id, title: "1"}) { errors { code } }
      b: productRename(input: {productId: $id, title: "2"}) { errors { code } }
    }
    """
    outcome = shop.outcome(text, {"id": f"ShopProduct_{product.id}"}, permissions=EDIT)
    assert [e["extensions"]["code"] for e in outcome.errors] == ["TOO_COMPLEX"]
    assert Product.objects.get(id=product.id).name == product.name
    assert transaction.get_connection().in_atomic_block
