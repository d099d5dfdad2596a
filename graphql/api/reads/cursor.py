"""Runs one read statement and gives tuples.

`numeric`, `uuid`, `json` and `jsonb` arrive as text, which is what GraphQL answers with. Values are bound, never
interpolated; a statement is refused outside its unit of work by the database backend's own check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection
from psycopg.adapt import AdaptersMap
from psycopg.types.string import TextLoader

from api.reads.statements import Door, counts
from tenants.kernel.actor import Actor
from tenants.runtime.rows import fetch_rows

_adapters = AdaptersMap(psycopg.adapters)
for _name in ("numeric", "uuid", "json", "jsonb"):
    _adapters.register_loader(_name, TextLoader)


def fetch(sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    """This will run one SELECT in the surrounding unit of work and give its rows."""
    return fetch_rows(sql, params, adapters=_adapters)


def count_each(actor: Actor, doors: Sequence[Door]) -> list[int]:
    """This will count the rows of several doors in one statement, in their order."""
    if not doors:
        return []
    text, params = counts(actor, doors)
    (row,) = fetch(text, params)
    return [int(number) for number in row]


@contextmanager
def observed_statements() -> Iterator[list[str]]:
    """This will collect every statement of the block, both the read path's and the ORM's."""
    statements: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield statements
