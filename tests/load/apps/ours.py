"""Our WSGI application with the tests' shop among the root fields of the unit API."""

from infra.config.wsgi import application  # sets Django up

# isort: split
from api import answering
from api.schema import UNIT_CONTEXTS, build_schema
from tests.api.shop_mutations import SHOP_MUTATIONS
from tests.api.shop_types import ShopQuery

SCHEMA = build_schema(
    "unit", queries=[ShopQuery], mutations=SHOP_MUTATIONS, contexts=frozenset(UNIT_CONTEXTS)
)
answering.unit_schema = lambda modules: SCHEMA

__all__ = ["application"]
