"""Which module a type, query or mutation belongs to: that of the permission it declares.

What declares an open word instead (`PUBLIC`, `SIGNED_IN`) belongs to the module of its folder's context.
"""

from __future__ import annotations

from typing import Any

from api.permissions import PUBLIC, SIGNED_IN
from tenants.kernel.modules import module_of


def module_of_declared(permission: str | None, *, where: str) -> str | None:
    """This will give the module of something declared in the Python module `where`; None when it is always on."""
    if permission is not None and permission not in (PUBLIC, SIGNED_IN):
        return module_of(permission)
    parts = where.split(".")
    return module_of(f"{parts[1]}.") if parts[0] == "api" and len(parts) > 2 else None


def without(part: type, off: frozenset[str]) -> type:
    """This will give a class of root fields without those that belong to modules that are off."""
    if not off:
        return part
    fields: dict[str, Any] = {}
    for base in reversed(part.__mro__[:-1]):
        fields.update({name: value for name, value in vars(base).items() if not name.startswith("__")})
    kept = {name: value for name, value in fields.items() if _module_of_field(value) not in off}
    return type(part.__name__, (), {"__doc__": part.__doc__, **kept})


def _module_of_field(field: Any) -> str | None:
    resolver = getattr(field, "resolver", None)
    if resolver is None or not hasattr(resolver, "__module__"):
        return None
    return module_of_declared(getattr(resolver, "permission", None), where=str(resolver.__module__))
