"""Inputs of mutations: typed, described, and turned into the plain values that services take."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import graphene
from graphene.utils.str_converters import to_camel_case

from api.errors import bad_argument
from api.ids import key_of
from tenants.kernel.errors import NotFound

MAX_TEXT = 20_000
MAX_LIST = 3_000


class IdField(graphene.InputField):
    """An input that takes the opaque id of a named type; the service gets its UUID."""

    def __init__(self, of: str, type_: Any, **options: Any) -> None:
        self.of = of
        super().__init__(type_, **options)


def id_of(type_name: str, *, description: str, required: bool = False) -> Any:
    """This will declare an input for the id of one record; an id of anything else is not found."""
    return IdField(type_name, graphene.ID, required=required, description=description)


def ids_of(type_name: str, *, description: str, required: bool = False) -> Any:
    """This will declare an input for several ids of one type."""
    many = graphene.List(graphene.NonNull(graphene.ID))
    return IdField(type_name, many, required=required, description=description)


def list_of(type_: Any, *, description: str, required: bool = False) -> Any:
    """This will declare an input for a list of scalars or nested inputs, none of them null."""
    return graphene.InputField(
        graphene.List(graphene.NonNull(type_)), required=required, description=description
    )


class Input(graphene.InputObjectType):
    """Base of nested inputs. `Meta.into` names the callable (a dataclass) that services take for it."""

    class Meta:
        abstract = True

    into: Callable[..., Any] | None = None

    @classmethod
    def __init_subclass_with_meta__(cls, into: Callable[..., Any] | None = None, **options: Any) -> None:
        if not (cls.__doc__ or "").strip() or cls.__doc__ == Input.__doc__:
            raise TypeError(f"{cls.__name__} has no description (its docstring)")
        super().__init_subclass_with_meta__(**options)
        cls.into = staticmethod(into) if into is not None else None
        require_descriptions(cls)
        if into is not None:
            require_parameters(into, set(cls._meta.fields), where=cls.__name__)


def require_descriptions(type_: Any) -> None:
    """This will refuse at import an input whose fields are not all described."""
    for name, field in type_._meta.fields.items():
        if not (field.description or "").strip():
            raise TypeError(f"{type_.__name__}.{name} has no description")


def require_parameters(function: Callable[..., Any], names: set[str], *, where: str) -> None:
    """This will refuse at import an input whose fields are not the keywords of what it is passed to."""
    parameters = inspect.signature(function).parameters
    unknown = names - set(parameters)
    missing = {
        name
        for name, p in parameters.items()
        if p.default is p.empty and name not in names and p.kind in (p.KEYWORD_ONLY, p.POSITIONAL_OR_KEYWORD)
    } - {"actor", "at"}
    if unknown or missing:
        raise TypeError(
            f"{where}: inputs without a keyword {sorted(unknown)}, keywords without input {sorted(missing)}"
        )


def plain_values(
    type_: Any, given: Mapping[str, Any], *, takes: Callable[..., Any] | None = None
) -> dict[str, Any]:
    """This will turn a coerced input into keywords: UUIDs for ids, stored values for enums, nested values built.

    What was not given is left out when the taker has a default for it, and None otherwise. Raises NotFound
    for an id of another type and Invalid for text that cannot be stored.
    """
    return _keywords(type_, takes, given, "")


Reader = Callable[[Any, str], Any]
"""Turns one given value into a plain one; the text is the path of the input, for refusals."""


def _keywords(
    type_: Any, takes: Callable[..., Any] | None, given: Mapping[str, Any], path: str
) -> dict[str, Any]:
    readers, absent = _plan(type_, takes)
    found = {name: None for name in absent if name not in given}
    for name, value in given.items():
        shown, read = readers[name]
        found[name] = None if value is None else read(value, f"{path}.{shown}" if path else shown)
    return found


@cache
def _plan(
    type_: Any, takes: Callable[..., Any] | None
) -> tuple[dict[str, tuple[str, Reader]], tuple[str, ...]]:
    """How the fields of an input are read, and which must be None when they are not given."""
    fields = type_._meta.fields
    readers = {
        name: (to_camel_case(name), _reader(field, _inner(field.type))) for name, field in fields.items()
    }
    if takes is None:
        return readers, tuple(fields)
    parameters = inspect.signature(takes).parameters
    empty = inspect.Parameter.empty
    absent = tuple(n for n in fields if n in parameters and parameters[n].default is empty)
    return readers, absent


def _inner(type_: Any) -> Any:
    return type_.of_type if isinstance(type_, graphene.NonNull) else type_


def _reader(field: Any, type_: Any) -> Reader:
    if isinstance(type_, graphene.List):
        return _list_reader(_reader(field, _inner(type_.of_type)))
    if isinstance(field, IdField):
        return _id_reader(field.of)
    if isinstance(type_, type) and issubclass(type_, graphene.InputObjectType):
        return _nested_reader(type_)
    return _leaf


def _list_reader(entry: Reader) -> Reader:
    def read(value: Any, path: str) -> list[Any]:
        if len(value) > MAX_LIST:
            raise bad_argument(path, en=f"Give at most {MAX_LIST} entries.", zh=f"最多 {MAX_LIST} 项。")
        return [None if v is None else entry(v, f"{path}.{index}") for index, v in enumerate(value)]

    return read


def _id_reader(of: str) -> Reader:
    def read(value: Any, path: str) -> Any:
        key = key_of(value, of)
        if key is None:
            raise NotFound(field=path)
        return key

    return read


def _nested_reader(type_: Any) -> Reader:
    into = getattr(type_, "into", None)

    def read(value: Any, path: str) -> Any:
        parts = _keywords(type_, into, value, path)
        return into(**parts) if into is not None else parts

    return read


def _leaf(value: Any, path: str) -> Any:
    value = getattr(value, "value", value)
    if isinstance(value, str):
        if "\x00" in value:
            raise bad_argument(path, en="The text has a NUL character.", zh="文本包含空字符。")
        if len(value) > MAX_TEXT:
            raise bad_argument(path, en=f"At most {MAX_TEXT} characters.", zh=f"最多 {MAX_TEXT} 个字符。")
    return value
