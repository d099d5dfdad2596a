"""Runs one read statement on the connection's own psycopg cursor and gives tuples.

`numeric`, `uuid`, `json` and `jsonb` arrive as text, which is what GraphQL answers with. Text is bound, never
interpolated; a statement is refused outside its unit of work by the database backend's own check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import psycopg
from django.db import connection
from psycopg.adapt import AdaptersMap
from psycopg.types.string import TextLoader

_adapters = AdaptersMap(psycopg.adapters)
for _name in ("numeric", "uuid", "json", "jsonb"):
    _adapters.register_loader(_name, TextLoader)

_observer: ContextVar[list[str] | None] = ContextVar("api_statements", default=None)


class RowCursor(psycopg.Cursor[Any]):
    """A cursor with our loaders that always goes by the extended protocol: one statement, values bound."""

    def __init__(self, conn: Any) -> None:
        super().__init__(conn)
        self._adapters = _adapters
        self._reset()

    def _execute_send(self, query: Any, *, force_extended: bool = False, binary: Any = None) -> None:
        super()._execute_send(query, force_extended=True, binary=binary)


def fetch(sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    """This will run one SELECT in the surrounding unit of work and give its rows."""
    connection._handle_search_path()
    observed = _observer.get()
    if observed is not None:
        observed.append(sql)
    with connection.wrap_database_errors:
        cursor = RowCursor(connection.connection)
        cursor.execute(sql, params)
        return cursor.fetchall()


@contextmanager
def observed_statements() -> Iterator[list[str]]:
    """This will collect every statement of the block, both the read path's and the ORM's."""
    statements: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append(sql)
        return execute(sql, params, many, context)

    token = _observer.set(statements)
    try:
        with connection.execute_wrapper(note):
            yield statements
    finally:
        _observer.reset(token)
