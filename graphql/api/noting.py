"""What is noted of a request beside its answer: modules used, failures of ours, and every act of support.

Modules and failures go to counters in memory and Valkey after the transaction. An act of support has its audit row
committed before the request is answered, so that a refused one is in the trail too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from graphql import FieldNode, GraphQLSchema, OperationDefinitionNode, OperationType, parse

from api.access import access_of
from api.documents import Document
from api.doors import Asked
from api.modules import module_of_declared
from api.mutation import MutationRoot
from api.persisted import persisted_text
from tenants.accounts.services.support import record_use
from tenants.accounts.support_access import SUPPORT_HEADER
from tenants.kernel.actor import Actor
from tenants.operations import usage
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, unit_of_work

_ATTRIBUTE = "hanse_modules_to_note"
LONGEST_NAME = 80


def note_modules(request: HttpRequest, actor: Actor, document: Document, *, at: datetime) -> None:
    """This will remember on the request which modules its document is about."""
    setattr(request, _ATTRIBUTE, (actor, document, at))


def write_noted_modules(request: HttpRequest) -> None:
    """This will count the use of what the request noted; outside of transactions."""
    noted = getattr(request, _ATTRIBUTE, None)
    if noted is not None:
        actor, document, at = noted
        usage.note_use_of(_modules(document), actor=actor, at=at)


def write_noted_failure(request: HttpRequest) -> None:
    """This will count a request that failed by a fault of ours, when it is known whose it was."""
    noted = getattr(request, _ATTRIBUTE, None)
    if noted is not None:
        usage.note_failure(actor=noted[0], at=noted[2])


def _modules(document: Document) -> tuple[str, ...]:
    if document.modules is None:
        document.modules = modules_of(document.schema, document.ast)
    return document.modules


def modules_of(schema: GraphQLSchema, ast: Any) -> tuple[str, ...]:
    """This will name the modules whose root fields a document asks for."""
    found = set()
    for operation in ast.definitions:
        if isinstance(operation, OperationDefinitionNode):
            root = schema.get_root_type(operation.operation)
            for node in operation.selection_set.selections:
                field = root.fields.get(node.name.value) if root and isinstance(node, FieldNode) else None
                if field is not None and (module := _module_of(field.resolve)) is not None:
                    found.add(module)
    return tuple(sorted(found))


def _module_of(resolver: Any) -> str | None:
    if isinstance(resolver, MutationRoot):
        return module_of_declared(resolver.mutation.permission, where=resolver.mutation.__module__)
    read = getattr(resolver, "read", None)
    permission = read.permission if read is not None else getattr(resolver, "permission", None)
    return module_of_declared(permission, where=str(getattr(resolver, "__module__", "")))


def note_support(request: HttpRequest, asked: Asked, *, unit_slug: str | None) -> None:
    """This will leave an audit row of a request made as somebody else, and commit it; nothing for all others.

    Raises what the look-up of the actor raises.
    """
    if SUPPORT_HEADER not in request.META:
        return
    with unit_of_work(ACCOUNTS):
        actor = access_of(request, unit_slug=unit_slug).actor
        if actor.support is not None:
            what, name = _described(asked, "group" if unit_slug is None else "unit")
            record_use(actor=actor, at=clock.now(), what=what, operation=name[:LONGEST_NAME])


def _described(asked: Asked, side: Any) -> tuple[str, str]:
    """What a request is, as far as it can be read: query or mutation, and its root fields or its name."""
    text = asked.text if asked.text is not None else persisted_text(side, asked.document_id or "")
    for operation in parse(text, max_tokens=2_000).definitions:
        if isinstance(operation, OperationDefinitionNode):
            names = [n.name.value for n in operation.selection_set.selections if isinstance(n, FieldNode)]
            kind = "mutation" if operation.operation is OperationType.MUTATION else "query"
            return kind, ", ".join(names) or asked.operation_name or "?"
    return "query", asked.operation_name or "?"
