"""Global identifiers: opaque to clients, the type's name and the row's UUID inside.

They carry no unit: an id means something only in the unit (or group) it is read in, and one that is
absent there, foreign or misspelt gets one and the same answer.
"""

import uuid

from tenants.kernel.ids import parse_id

SEPARATOR = "_"


def prefix_of(type_name: str) -> str:
    """This will give the text that stands before the UUID in the ids of a type."""
    return type_name + SEPARATOR


def to_global_id(type_name: str, key: uuid.UUID | str) -> str:
    """This will make the id of one row."""
    return f"{type_name}{SEPARATOR}{key}"


def split_global_id(text: object) -> tuple[str, uuid.UUID] | None:
    """This will read an id into type name and UUID; None when it is not one."""
    if not isinstance(text, str) or len(text) > 120:
        return None
    type_name, separator, key = text.rpartition(SEPARATOR)
    parsed = parse_id(key)
    if not separator or parsed is None or str(parsed) != key:
        return None
    return type_name, parsed


def key_of(text: object, type_name: str) -> uuid.UUID | None:
    """This will read the UUID from an id of the given type; None when it is anything else."""
    parts = split_global_id(text)
    return parts[1] if parts is not None and parts[0] == type_name else None
