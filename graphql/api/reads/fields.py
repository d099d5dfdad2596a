"""Field declarations of read types: what a field is made of, said once.

The planner compiles from these declarations and the plain executor resolves from them, so that both ways
answer from one definition.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import graphene

from api import permissions, scalars
from api.ids import prefix_of
from api.reads.kinds import UUID, Kind, kind_of

if TYPE_CHECKING:
    from api.reads.types import ReadMeta

DEFAULT_CHILDREN = 10
"""The number of children a list is reckoned with in the cost of a query when nothing else is said."""


class Declaration:
    """One field of a read type. `permission` narrows a single field; the type has its own."""

    def __init__(
        self, *, description: str, permission: str | None = None, deprecation_reason: str | None = None
    ) -> None:
        self.description = description
        self.permission = permission
        self.deprecation_reason = deprecation_reason
        self.name = ""
        self.owner: ReadMeta | None = None

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @property
    def where(self) -> str:
        """The field's full name, for messages to developers."""
        return f"{self.owner.name if self.owner else '?'}.{self.name}"

    def bind(self, owner: ReadMeta) -> None:
        """This will tie the declaration to its type and check it; raises TypeError at import."""
        self.owner = owner
        if not self.description or not self.description.strip():
            raise TypeError(f"{self.where} has no description")
        if self.permission is not None:
            permissions.declared(self.permission, where=self.where)

    def columns(self) -> tuple[str, ...]:
        """The columns a row must carry for this field."""
        raise NotImplementedError

    def output_type(self) -> Any:
        """The graphene type of the field."""
        raise NotImplementedError

    def target(self) -> str | None:
        """The name of the read type this field leads to, if it leads to one."""
        return None


class Column(Declaration):
    """One column, or an annotation of the `visible` queryset."""

    def __init__(
        self, type_: Any, *, source: str | None, required: bool | None, of: str | None, **options: Any
    ) -> None:
        super().__init__(**options)
        self.type = type_
        self.source = source or ""
        self.required = required
        self.of = of
        self.kind: Kind
        self.nullable = True
        self.is_annotation = False

    def bind(self, owner: ReadMeta) -> None:
        super().bind(owner)
        self.source = self.source or self.name
        field = owner.model_field(self.source)
        self.kind = kind_of(field, self.type, where=self.where)
        if self.of is not None and self.kind is not UUID:
            raise TypeError(f"{self.where}: `of` is for columns of ids")
        self.nullable = bool(field.null) if field is not None else True
        self.is_annotation = field is None
        if self.required is None:
            self.required = not self.nullable

    @property
    def prefix(self) -> str | None:
        """The text before the UUID when the column is shown as another type's id."""
        return prefix_of(self.of) if self.of else None

    def columns(self) -> tuple[str, ...]:
        return (self.source,)

    def output_type(self) -> Any:
        return graphene.NonNull(self.type) if self.required else self.type


class MoneyField(Declaration):
    """An amount column and its currency column."""

    def __init__(self, amount: str, currency: str, *, required: bool | None, **options: Any) -> None:
        super().__init__(**options)
        self.amount = amount
        self.currency = currency
        self.required = required

    def bind(self, owner: ReadMeta) -> None:
        super().bind(owner)
        field = owner.model_field(self.amount)
        kind_of(field, scalars.Decimal, where=self.where)
        kind_of(owner.model_field(self.currency), graphene.String, where=self.where)
        if self.required is None:
            self.required = field is not None and not field.null

    def columns(self) -> tuple[str, ...]:
        return (self.amount, self.currency)

    def output_type(self) -> Any:
        return graphene.NonNull(scalars.Money) if self.required else scalars.Money


class Children(Declaration):
    """Rows of another type that point here: one statement for all parents of a level."""

    def __init__(
        self, type_name: str, *, by: str, to: str, order_by: Sequence[str], expect: int, **options: Any
    ) -> None:
        super().__init__(**options)
        self.type_name = type_name
        self.by = by
        self.to = to
        self.order_by = tuple(order_by)
        self.expect = expect

    def columns(self) -> tuple[str, ...]:
        return (self.to,)

    def target(self) -> str:
        return self.type_name


class Reference(Declaration):
    """One row of another type, found by a column of this one: one statement for all rows of a level."""

    def __init__(self, type_name: str, *, by: str, to: str, required: bool, **options: Any) -> None:
        super().__init__(**options)
        self.type_name = type_name
        self.by = by
        self.to = to
        self.required = required

    def bind(self, owner: ReadMeta) -> None:
        super().bind(owner)
        owner.model_field(self.by)

    def columns(self) -> tuple[str, ...]:
        return (self.by,)

    def target(self) -> str:
        return self.type_name


class Computed(Declaration):
    """A pure function of columns; it may also ask for `at` (the request's instant) and `actor`."""

    def __init__(
        self, type_: Any, *, needs: Sequence[str], resolve: Callable[..., Any], required: bool, **options: Any
    ) -> None:
        super().__init__(**options)
        self.type = type_
        self.needs = tuple(needs)
        self.resolve = resolve
        self.required = required
        self.kinds: tuple[Kind, ...] = ()
        accepted = inspect.signature(resolve).parameters
        self.extras = tuple(name for name in ("at", "actor") if name in accepted)

    def bind(self, owner: ReadMeta) -> None:
        super().bind(owner)
        self.kinds = tuple(owner.kind_of_column(name, where=self.where) for name in self.needs)

    def columns(self) -> tuple[str, ...]:
        return self.needs

    def output_type(self) -> Any:
        return graphene.NonNull(self.type) if self.required else self.type


class Loaded(Declaration):
    """A value from another context's queries: one call for all rows of a level."""

    def __init__(
        self, type_: Any, *, by: str, load: Callable[..., Mapping[Any, Any]], required: bool, **options: Any
    ) -> None:
        super().__init__(**options)
        self.type = type_
        self.by = by
        self.load = load
        self.required = required
        self.kind: Kind

    def bind(self, owner: ReadMeta) -> None:
        super().bind(owner)
        self.kind = owner.kind_of_column(self.by, where=self.where)

    def columns(self) -> tuple[str, ...]:
        return (self.by,)

    def output_type(self) -> Any:
        return graphene.NonNull(self.type) if self.required else self.type


def column(
    type_: Any,
    *,
    description: str,
    source: str | None = None,
    required: bool | None = None,
    of: str | None = None,
    permission: str | None = None,
    deprecation_reason: str | None = None,
) -> Any:
    """This will declare a field that shows one column.

    `source` is the column's attribute name when it differs from the field's; nullability comes from the
    model unless `required` says otherwise; `of` names the type whose ids the UUID column holds.
    """
    return Column(
        type_,
        source=source,
        required=required,
        of=of,
        description=description,
        permission=permission,
        deprecation_reason=deprecation_reason,
    )


def money(
    amount: str,
    currency: str,
    *,
    description: str,
    required: bool | None = None,
    permission: str | None = None,
) -> Any:
    """This will declare a `Money` field from an amount column and a currency column."""
    return MoneyField(amount, currency, required=required, description=description, permission=permission)


def children(
    type_name: str,
    *,
    by: str,
    description: str,
    to: str = "id",
    order_by: Sequence[str] = (),
    expect: int = DEFAULT_CHILDREN,
    permission: str | None = None,
) -> Any:
    """This will declare a list of the rows whose column `by` equals this row's column `to`.

    The order is `order_by` (columns, `-` for descending), then id; `expect` is the usual length, for the
    cost of a query.
    """
    return Children(
        type_name,
        by=by,
        to=to,
        order_by=order_by,
        expect=expect,
        description=description,
        permission=permission,
    )


def reference(
    type_name: str,
    *,
    by: str,
    description: str,
    to: str = "id",
    required: bool = False,
    permission: str | None = None,
) -> Any:
    """This will declare a field to the one row whose column `to` equals this row's column `by`.

    It is null when that row is not visible to the actor.
    """
    return Reference(
        type_name, by=by, to=to, required=required, description=description, permission=permission
    )


def computed(
    type_: Any,
    *,
    needs: Sequence[str],
    resolve: Callable[..., Any],
    description: str,
    required: bool = False,
    permission: str | None = None,
) -> Any:
    """This will declare a pure function of the columns in `needs`, passed by position in that order.

    `resolve` may also take `at` and `actor` by keyword. The type may be a scalar, a list of scalars, or a
    plain object type whose value is a mapping.
    """
    return Computed(
        type_, needs=needs, resolve=resolve, required=required, description=description, permission=permission
    )


def loaded(
    type_: Any,
    *,
    load: Callable[..., Mapping[Any, Any]],
    description: str,
    by: str = "id",
    required: bool = False,
    permission: str | None = None,
) -> Any:
    """This will declare a value that another context answers for many rows at once.

    `load(actor=…, keys=[…])` gets the values of column `by` of all rows of the level and gives a mapping
    from them; a key without an entry is null.
    """
    return Loaded(type_, by=by, load=load, required=required, description=description, permission=permission)
