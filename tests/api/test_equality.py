"""Compiled reads answer exactly what graphql-core answers, and what plain ORM resolvers answer."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.conftest import ALL, Shop
from tests.api.documents_strategy import operations
from tests.api.reference import NaiveApi
from tests.support.shop import MODELS

EXAMPLES = int(os.environ.get("HANSE_EQUALITY_EXAMPLES", "150"))
SEES_ALL = (*ALL, "procurement.requisition.read_all")


@pytest.mark.parametrize("permissions", [ALL, SEES_ALL])
def test_compiled_plain_and_naive_answers_are_equal(shop: Shop, permissions: Any) -> None:
    ids = {
        f"Shop{model.__name__}": [
            f"Shop{model.__name__}_{key}" for key in model.objects.values_list("id", flat=True)
        ]
        for model in MODELS
    }
    reference = NaiveApi(shop.schema, shop.world.a1.actor(*permissions))
    compiled = 0

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def equal(data: Any) -> None:
        nonlocal compiled
        text, variables = data.draw(operations(shop.schema, ids))
        context = shop.context(text, variables, permissions=permissions)
        ours = shop.answer(text, context)
        assert context.fell_back == [], text
        plain = shop.run(text, variables, permissions=permissions, compiled=False)
        assert ours == plain, text
        assert ours == {"data": reference.run(text, variables)}, text
        compiled += 1

    equal()
    assert compiled >= EXAMPLES
