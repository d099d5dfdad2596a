"""Mutations: one class, one permission, one service call.

    class RequisitionSubmit(Mutation):
        \"\"\"Sends a draft requisition into its approval flow.\"\"\"

        permission = "procurement.requisition.submit"
        service = requisition_submit                 # requisition_submit(*, actor, at, requisition_id, version)

        class Input:
            requisition_id = id_of("Requisition", required=True, description="The draft.")
            version = Int(required=True, description="The version that was read.")

        class Payload:
            requisition = read_back(Requisition)

It becomes `requisitionSubmit(input: RequisitionSubmitInput!): RequisitionSubmitPayload`. The service's answer
is the id of the changed record; with several payload fields it is a mapping or object that has `<field>_id`
or `<field>` for each. `creates = True` adds `idempotencyKey`. With `secret = True` the plain values of the
payload are shown once and not stored: a repeated call gets null for them. A refusal (`DomainError`) rolls
everything back and is told in `errors { code message field }`.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import graphene
import orjson
from graphene.types.utils import get_field_as
from graphene.utils.str_converters import to_camel_case, to_snake_case
from graphql import FieldNode, value_from_ast_untyped

from api import permissions
from api.errors import bad_argument
from api.inputs import plain_values, require_descriptions, require_parameters
from api.reads.guards import require
from api.reads.roots import ReadBackRoot
from api.scalars import to_json_bytes
from tenants.kernel.errors import DomainError
from tenants.runtime.gathering import gathered
from tenants.runtime.guard import require_writable
from tenants.runtime.idempotency import answer_once
from tenants.runtime.scope import current_scope

MAX_KEY = 200


class MutationError(graphene.ObjectType):
    """Why something was refused."""

    code = graphene.String(required=True, description="The stable code of the refusal, e.g. NOT_FOUND.")
    message = graphene.String(
        required=True, description="The reason and the remedy, in the caller's language."
    )
    field = graphene.String(description="The input field it concerns, if it concerns one.")


class Payload:
    """What a service answered, for the fields of the payload."""

    def __init__(self, result: Any) -> None:
        self.result = result

    errors: ClassVar[list[Any]] = []

    def key_of(self, field_name: str) -> uuid.UUID | None:
        """The id of the record that a payload field reads back."""
        value = self._named(to_snake_case(field_name))
        value = getattr(value, "id", value)
        return value if isinstance(value, uuid.UUID) else None

    def value_of(self, name: str) -> Any:
        """The plain value of a payload field."""
        if isinstance(self.result, Mapping):
            return self.result.get(name)
        return getattr(self.result, name, None)

    def _named(self, name: str) -> Any:
        if isinstance(self.result, uuid.UUID):
            return self.result
        for key in (f"{name}_id", name):
            found = self.value_of(key)
            if found is not None:
                return found
        return getattr(self.result, "id", None)


class Refused:
    """A refusal, for the fields of the payload: every field but `errors` is null."""

    def __init__(self, refusal: DomainError, locale: str) -> None:
        self.errors = [{"code": refusal.code, "message": refusal.message(locale), "field": refusal.field}]

    def key_of(self, field_name: str) -> None:
        """No record."""

    def value_of(self, name: str) -> None:
        """No value."""


class MutationRoot:
    """Resolver of a mutation: checks the permission, turns the input into keywords, calls the service."""

    def __init__(self, mutation: type[Mutation]) -> None:
        self.mutation = mutation

    def __call__(self, root: Any, info: Any, input: Mapping[str, Any] | None = None) -> Payload | Refused:
        context = info.context
        if context.refusal is not None:
            return Refused(context.refusal, context.actor.locale)
        require(context.actor, self.mutation.permission, field=None)
        require_writable(context.actor, self.mutation.permission)
        service = type(self.mutation).service_of(self.mutation)
        values: dict[str, Any] = {}
        if self.mutation.input_type is not None:
            given = {k: v for k, v in (input or {}).items() if k != "idempotency_key"}
            values = plain_values(self.mutation.input_type, given, takes=service)
            values.pop("idempotency_key", None)
        with gathered():
            return Payload(service(actor=context.actor, at=context.at, **values))

    def act_once(
        self, context: Any, node: FieldNode, variables: Mapping[str, Any], act: Callable[[], Any]
    ) -> Any:
        """This will run the mutation, or give the stored answer of the same call made before.

        The key is the input's `idempotencyKey`, otherwise the request's `Idempotency-Key` header.
        """
        key = self._key(node, variables) or context.idempotency_key
        if key is None or current_scope().kind == "operator":  # the console keeps no answers
            return act()
        if not 1 <= len(key) <= MAX_KEY or "\x00" in key:
            raise bad_argument(
                "idempotencyKey",
                en=f"An idempotency key has 1 to {MAX_KEY} characters.",
                zh=f"幂等键长度为 1 至 {MAX_KEY} 个字符。",
            )
        first: dict[str, Any] = {}

        def act_and_keep() -> dict[str, Any]:
            first.update(orjson.loads(to_json_bytes(act())))
            if not self.mutation.secret:
                return first
            return {key: v if isinstance(v, dict | list) else None for key, v in first.items()}

        answer, again = answer_once(
            actor=context.actor,
            operation=self.mutation.name,
            key=key,
            body={"document": context.text, "variables": dict(context.variables)},
            act=act_and_keep,
        )
        return answer if again else first

    def _key(self, node: FieldNode, variables: Mapping[str, Any]) -> str | None:
        if not self.mutation.creates or not node.arguments:
            return None
        given = value_from_ast_untyped(node.arguments[0].value, dict(variables))
        found = given.get("idempotencyKey", given.get("idempotency_key")) if isinstance(given, dict) else None
        return found if isinstance(found, str) else None


class _MutationMeta(type):
    def service_of(cls) -> Callable[..., Any]:
        return cls.__dict__["service"]


class Mutation(metaclass=_MutationMeta):
    """Base of mutations; see the module's docstring."""

    permission: ClassVar[str]
    service: ClassVar[Callable[..., Any]]
    creates: ClassVar[bool] = False
    secret: ClassVar[bool] = False
    name: ClassVar[str]
    input_type: ClassVar[Any] = None
    payload_type: ClassVar[Any]

    def __init_subclass__(cls) -> None:
        if not (cls.__doc__ or "").strip():
            raise TypeError(f"{cls.__name__} has no description (its docstring)")
        permissions.declared(cls.__dict__.get("permission"), where=cls.__name__)
        service = cls.__dict__.get("service")
        cls.name = to_snake_case(cls.__name__)
        if service is None or service.__name__ != cls.name:
            raise TypeError(f"{cls.__name__}: the service must be named {cls.name} (one name per action)")
        fields = _fields_of(cls, "Input")
        require_parameters(service, set(fields), where=cls.__name__)
        if cls.creates:
            fields["idempotency_key"] = graphene.InputField(
                graphene.String, description="A key of the caller's own; a repeated call with it acts once."
            )
        if fields:
            cls.input_type = _input_type(cls.__name__, fields)
        cls.payload_type = _payload_type(cls.__name__, _fields_of(cls, "Payload"))

    @classmethod
    def mounted(cls) -> graphene.Field:
        """This will make the field of the mutation type."""
        args = {}
        if cls.input_type is not None:
            args["input"] = graphene.Argument(
                graphene.NonNull(cls.input_type), description="What the action needs."
            )
        return graphene.Field(
            cls.payload_type, args=args, description=(cls.__doc__ or "").strip(), resolver=MutationRoot(cls)
        )


def _fields_of(cls: type, part: str) -> dict[str, Any]:
    declared = cls.__dict__.get(part)
    if declared is None:
        return {}
    return {name: value for name, value in vars(declared).items() if not name.startswith("_")}


def _input_type(name: str, fields: dict[str, Any]) -> Any:
    attributes = {"__doc__": f"What {to_camel_case(to_snake_case(name))} needs.", **fields}
    type_ = type(f"{name}Input", (graphene.InputObjectType,), attributes)
    require_descriptions(type_)
    return type_


def _payload_type(name: str, fields: dict[str, Any]) -> Any:
    attributes: dict[str, Any] = {
        "__doc__": f"The answer of {to_camel_case(to_snake_case(name))}.",
        **{key: _payload_field(key, field, where=name) for key, field in fields.items()},
        "errors": graphene.Field(
            graphene.NonNull(graphene.List(graphene.NonNull(MutationError))),
            description="Why it was refused; empty when it was done.",
            resolver=lambda payload, info: payload.errors,
        ),
    }
    return type(f"{name}Payload", (graphene.ObjectType,), attributes)


def _payload_field(key: str, field: Any, *, where: str) -> Any:
    mounted = get_field_as(field, _as=graphene.Field)
    if isinstance(mounted, graphene.Field) and not isinstance(mounted.resolver, ReadBackRoot):
        if not (mounted.description or "").strip():
            raise TypeError(f"{where}Payload.{key} has no description")
        mounted.resolver = lambda payload, info: payload.value_of(key)
    return mounted
