"""Arguments and names that the figures of analytics share."""

from typing import Any
from uuid import UUID

from graphene import ID, Argument, List, NonNull

from api.ids import key_of, to_global_id
from api.scalars import Date
from tenants.kernel.errors import NotFound

TYPES = {"unit": "Unit", "supplier": "Supplier", "category": "Category", "item": "Item"}


def keys_of(ids: list[str] | None, type_name: str, field: str) -> list[Any]:
    """This will read ids of one type; raises NotFound for any other."""
    keys = [key_of(each, type_name) for each in ids or []]
    if None in keys:
        raise NotFound(field=field)
    return keys


def id_of_key(by: str, key: Any) -> str | None:
    """This will give the opaque id of a unit, supplier, category or item; None for months and for none."""
    return to_global_id(TYPES[by], key) if isinstance(key, UUID) else None


def period() -> dict[str, Argument]:
    """This will make the arguments of a period in whole months."""
    return {
        "since": Argument(NonNull(Date), description="A day of the first month."),
        "until": Argument(NonNull(Date), description="A day of the last month; fifty years at most."),
    }


def only(description: str) -> Argument:
    """This will make an argument that narrows to some ids."""
    return Argument(List(NonNull(ID)), description=description)
