"""Identifiers: opaque outside, ordered by time inside."""

import uuid
from typing import Any

import uuid_utils

ContextId = uuid.UUID | Any
"""An id of the surrounding context, e.g. the group of a unit of work: None where the context has none.

Types do not make every service of a group prove again that it works for a group; the database does.
"""


def new_id() -> uuid.UUID:
    """This will make a new identifier: a UUID of version 7 (RFC 9562), ordered by creation time."""
    return uuid.UUID(bytes=uuid_utils.uuid7().bytes)


def parse_id(text: object) -> uuid.UUID | None:
    """This will read an identifier from its text form, or answer None when it is not one."""
    if isinstance(text, uuid.UUID):
        return text
    if not isinstance(text, str) or len(text) not in (32, 36):
        return None
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
