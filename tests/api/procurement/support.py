"""Runs operations on the unit API as an actor."""

from typing import Any

import orjson

from api.documents import documents_of
from api.execution import RequestContext, execute
from api.schema import unit_schema
from tenants.kernel.actor import Actor
from tests.support.world import NOW


def ask(actor: Actor, text: str, variables: dict[str, Any] | None = None, *, compiled: bool = True) -> Any:
    """This will run one operation in the open scope and give the answer as a client reads it."""
    schema = unit_schema()
    document = documents_of(schema).get(text, variables or {})
    context = RequestContext(actor=actor, at=NOW, text=text, variables=variables or {}, compiled=compiled)
    return orjson.loads(execute(schema, document, context).as_json())


def data(actor: Actor, text: str, variables: dict[str, Any] | None = None) -> Any:
    """This will run an operation that must succeed, both ways, and give its data."""
    answer = ask(actor, text, variables)
    assert "errors" not in answer, answer
    return answer["data"]


def supplier_id(key: object) -> str:
    return f"Supplier_{key}"
