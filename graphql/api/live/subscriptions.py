"""Subscriptions for API clients: graphql-sse in its distinct-connections mode, at the live process.

The schemas of both APIs describe the same `Subscription`; it is executed here, where streams live, with the
token that the query `liveStream` gives.
"""

from __future__ import annotations

from typing import Any

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    build_schema,
    execute_sync,
    parse,
    specified_rules,
    validate,
)
from graphql.execution.values import get_argument_values, get_variable_values

from api.live.hub import Message

MAX_TOKENS = 300

SDL = '''
"""Something that changed: what it is, which one, and its version. Query it to see it."""
type Change {
  """The id of the event."""
  id: ID!
  """The type of the event, e.g. procurement.requisition.submitted."""
  type: String!
  """The id of the record that changed, without its type."""
  subjectId: ID!
  """The version of the record after the change, if it has versions."""
  version: Int
}

"""What can be listened to, at the address that `liveStream` gives (graphql-sse, distinct connections)."""
type Subscription {
  """Changes of the types that are given, or of all that the caller may hear of."""
  changed(
    """Types of events, e.g. procurement.requisition.submitted; a dot and a star at the end stand for all below."""
    types: [String!]
  ): Change!
}

type Query { changed: Change }
'''

_schema: GraphQLSchema = build_schema(SDL)


class BadSubscription(Exception):
    """The request is not a subscription that can be run."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.answer = orjson.dumps({"errors": [{"message": message, "extensions": {"code": code}}]})


class Subscription:
    """A checked subscription: which events it wants and how each is answered."""

    def __init__(
        self, document: DocumentNode, operation: OperationDefinitionNode, variables: dict[str, Any]
    ) -> None:
        self.document = document
        self.variables = variables
        field = operation.selection_set.selections[0]
        definition = _schema.subscription_type.fields["changed"]  # type: ignore[union-attr]
        self.types = tuple(get_argument_values(definition, field, variables).get("types") or ())  # type: ignore[arg-type]

    def wants(self, event_type: str) -> bool:
        """This will tell whether an event's type was asked for."""
        if not self.types:
            return True
        return any(
            event_type == wanted or (wanted.endswith(".*") and event_type.startswith(wanted[:-1]))
            for wanted in self.types
        )

    def frame(self, message: Message) -> bytes:
        """This will write the answer for one event; nothing when it was not asked for."""
        if not self.wants(message.type):
            return b""
        result = execute_sync(
            _schema, self.document, {"changed": message.body}, variable_values=self.variables
        )
        return b"event: next\nid: %s\ndata: %s\n\n" % (
            message.position.encode(),
            orjson.dumps(result.formatted),
        )


def read_subscription(body: bytes) -> Subscription:
    """This will read and check the body of a request; raises BadSubscription."""
    try:
        asked = orjson.loads(body)
        text, variables = asked["query"], asked.get("variables") or {}
        document = parse(text, max_tokens=MAX_TOKENS)
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadSubscription("BAD_REQUEST", "Send an object with a subscription in `query`.") from None
    except GraphQLError as error:
        raise BadSubscription("GRAPHQL_ERROR", error.message) from None
    errors = validate(_schema, document, specified_rules, max_errors=3, hide_suggestions=True)
    if errors:
        raise BadSubscription("GRAPHQL_ERROR", errors[0].message)
    operation = document.definitions[0]
    if (
        not isinstance(operation, OperationDefinitionNode)
        or operation.operation is not OperationType.SUBSCRIPTION
        or not isinstance(operation.selection_set.selections[0], FieldNode)
    ):
        raise BadSubscription("GRAPHQL_ERROR", "Send one subscription.")
    values = get_variable_values(_schema, operation.variable_definitions, variables)
    if isinstance(values, list):
        raise BadSubscription("GRAPHQL_ERROR", values[0].message)
    return Subscription(document, operation, values)
