"""Who acts: the person, API key or system process on whose behalf a service runs."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tenants.kernel.ids import ContextId

ActorKind = Literal["person", "api_key", "system"]


@dataclass(frozen=True, slots=True)
class Support:
    """Who of the operator's people acts as somebody else, in which session, and whether they may write."""

    session_id: uuid.UUID
    operator_id: uuid.UUID
    operator_name: str
    group_id: uuid.UUID
    may_write: bool


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor in one context. Permissions are those of that context alone.

    `supplier_org_id` or `distributor_id` is set when the actor works for an outside partner: every door
    to rows must then narrow to that partner's own documents. `proved_at` is when a person last proved who
    they are in this session; keys and processes have none. In a group that is `read_only` nothing is changed.
    `support` is set while one of the operator's people acts as this person.
    """

    kind: ActorKind
    permissions: frozenset[str]
    person_id: ContextId = None
    api_key_id: uuid.UUID | None = None
    membership_id: uuid.UUID | None = None
    display_name: str = ""
    email: str = ""
    group_id: ContextId = None
    unit_id: ContextId = None
    roles: frozenset[str] = frozenset()
    supplier_org_id: uuid.UUID | None = None
    distributor_id: uuid.UUID | None = None
    locale: str = "en"
    ip_address: str | None = None
    request_id: str | None = None
    proved_at: datetime | None = None
    modules: frozenset[str] | None = None
    read_only: bool = False
    support: "Support | None" = None
    fingerprint: str = field(default="", compare=False)

    def may(self, permission: str) -> bool:
        """This will tell whether the actor holds the permission in this context."""
        return permission in self.permissions

    def has(self, module: str) -> bool:
        """This will tell whether the module is on in this context."""
        return self.modules is None or module in self.modules

    @property
    def key(self) -> str:
        """A stable text naming the actor, for idempotency, audit and rate keys."""
        own = f"{self.kind}:{self.api_key_id or self.person_id or 'system'}"
        return own if self.support is None else f"operator:{self.support.operator_id}:as:{own}"


def system_actor(*, group_id: uuid.UUID | None = None, unit_id: uuid.UUID | None = None, name: str) -> Actor:
    """This will make the actor of a platform process such as the clock; it holds no permissions."""
    return Actor(
        kind="system", permissions=frozenset(), group_id=group_id, unit_id=unit_id, display_name=name
    )
