"""Reads over the shop through the plain executor and the compiled path."""

from tests.api.conftest import Shop


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
