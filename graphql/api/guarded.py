"""Plain root fields declare their permission like types and mutations do.

    @guarded("accounts.role.read")
    def _roles(root, info): ...

The permission must be in the catalogue (or PUBLIC, SIGNED_IN), is asked before the resolver runs, and is what
the permission map shows.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from api import permissions
from api.reads.guards import require

Resolver = Callable[..., Any]


def guarded(permission: str) -> Callable[[Resolver], Resolver]:
    """This will guard a resolver; an unknown permission fails at import."""

    def decorate(resolve: Resolver) -> Resolver:
        where = f"{resolve.__module__}.{resolve.__name__}"
        declared = permissions.declared(permission, where=where)

        @functools.wraps(resolve)
        def asked(root: Any, info: Any, **arguments: Any) -> Any:
            require(info.context.actor, declared, field=None)
            return resolve(root, info, **arguments)

        asked.permission = declared  # type: ignore[attr-defined]
        return asked

    return decorate
