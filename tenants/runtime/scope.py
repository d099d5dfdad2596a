"""Scopes: under which database role and search_path a piece of work runs.

Every statement on a runtime connection runs inside one unit of work, which sets role and search_path
together with SET LOCAL when its transaction begins. Outside one, statements are refused: the login role
owns nothing and sees nothing.

    with unit_of_work(unit_scope(group_id=…, unit_id=…, schema_name=…)):
        requisition_submit(actor=…, at=…, …)
"""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Literal

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.utils import DatabaseError

from tenants.kernel.ids import ContextId

ScopeKind = Literal["accounts", "platform", "operator", "group", "unit"]

SCHEMA_NAME = re.compile(r"t_[0-9a-hjkmnp-tv-z]{26}\Z")
"""Unit schemas are generated names: `t_` and 26 characters of Crockford base 32, never a slug."""


class OutsideUnitOfWork(DatabaseError):
    """A statement was tried on a runtime connection outside a unit of work, or under another scope's."""


class ScopeMismatch(DatabaseError):
    """A unit of work was opened inside one of another scope."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A database role with its search_path, and the group and unit it stands for."""

    kind: ScopeKind
    role: str
    schema_name: str = "public"
    group_id: ContextId = None
    unit_id: ContextId = None

    @property
    def search_path(self) -> str:
        """The search_path of this scope, quoted for SQL."""
        return "public" if self.schema_name == "public" else f'"{self.schema_name}",public'


ACCOUNTS = Scope("accounts", "app_accounts")
"""Log-in, sign-up and the look-up of an actor: people, sessions, memberships; no business rows."""

PLATFORM = Scope("platform", "app_platform")
"""Platform processes that serve every group: relay, clock, provisioning; no business rows."""

OPERATOR = Scope("operator", "app_operator")
"""The operator's console: groups, subscriptions, provisioning, figures of use and probes; no business rows."""

_current: ContextVar[Scope | None] = ContextVar("hanse_scope", default=None)


def group_role(group_id: uuid.UUID) -> str:
    """This will name the database role of a group."""
    return f"g_{group_id.hex}"


def unit_role(*, group_id: uuid.UUID, schema_name: str) -> str:
    """This will name the database role of a unit: its group's id and its schema's key."""
    if not SCHEMA_NAME.match(schema_name):
        raise ValueError(f"not a unit schema: {schema_name!r}")
    return f"u_{group_id.hex}_{schema_name[2:]}"


def group_scope(group_id: uuid.UUID) -> Scope:
    """This will make the scope of a group's own work in `public`."""
    return Scope("group", group_role(group_id), group_id=group_id)


def unit_scope(*, group_id: uuid.UUID, unit_id: uuid.UUID, schema_name: str) -> Scope:
    """This will make the scope of one unit's work in its own schema."""
    role = unit_role(group_id=group_id, schema_name=schema_name)
    return Scope("unit", role, schema_name=schema_name, group_id=group_id, unit_id=unit_id)


def current_scope() -> Scope:
    """This will give the scope of the surrounding unit of work; raises OutsideUnitOfWork."""
    scope = _current.get()
    if scope is None:
        raise OutsideUnitOfWork("no unit of work is open here")
    return scope


def current_scope_or_none() -> Scope | None:
    """This will give the scope of the surrounding unit of work, or None outside one."""
    return _current.get()


@contextmanager
def unit_of_work(scope: Scope) -> Iterator[None]:
    """This will run the block in one transaction under the scope's role and search_path.

    Inside a unit of work of the same scope it is a savepoint. Raises ScopeMismatch inside another's.
    """
    outer = _current.get()
    if outer is not None and outer != scope:
        raise ScopeMismatch(f"a unit of work of {outer.role} is open; {scope.role} needs its own")
    with transaction.atomic():
        if outer is not None:
            yield
            return
        with switched_scope(scope):
            yield
    wrapper: Any = connections[DEFAULT_DB_ALIAS]
    wrapper.retire_if_worn()


@contextmanager
def switched_scope(scope: Scope) -> Iterator[None]:
    """This will run the block under another scope inside the same transaction, then go back.

    For the edge alone: it looks the actor up under ACCOUNTS and goes on as the actor's unit.
    """
    outer = _current.get()
    wrapper: Any = connections[DEFAULT_DB_ALIAS]
    wrapper.apply_scope(scope)
    token = _current.set(scope)
    try:
        yield
    finally:
        _current.reset(token)
        wrapper.restore_scope(outer)


def become(scope: Scope) -> None:
    """This will go on under another scope until the surrounding unit of work ends.

    For the edge alone, which first looks the actor up under ACCOUNTS. Raises OutsideUnitOfWork.
    """
    current_scope()
    wrapper: Any = connections[DEFAULT_DB_ALIAS]
    wrapper.apply_scope(scope)
    _current.set(scope)
