"""Gathers the audit rows and events of one service and writes them together at its end.

A service that calls others leaves a handful of both; each would be a statement of its own, and a NOTIFY. The
edge opens a gathering around the service it calls. What is written under another scope, or inside a
savepoint that may yet be rolled back alone, is never held back: it is written at once.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Model

from tenants.runtime.bulk import insert_rows
from tenants.runtime.rows import fetch_rows
from tenants.runtime.scope import Scope, current_scope


@dataclass(slots=True)
class _Gathering:
    scope: Scope
    savepoints: int
    tables: dict[tuple[type[Model], tuple[str, ...]], list[Sequence[Any]]] = field(default_factory=dict)
    channels: dict[str, None] = field(default_factory=dict)

    def may_hold(self) -> bool:
        """Whether what is written now shares the fate of the whole gathering."""
        return current_scope() == self.scope and len(connection.savepoint_ids) == self.savepoints

    def write(self) -> None:
        for (model, columns), rows in self.tables.items():
            insert_rows(model, columns, rows)
        for channel in self.channels:
            _notify(channel)


_open: ContextVar[_Gathering | None] = ContextVar("hanse_gathering", default=None)


@contextmanager
def gathered() -> Iterator[None]:
    """This will hold rows and wake-ups back until the block ends, then write each table's in one statement.

    Nothing is written when the block raises. Inside another gathering it changes nothing.
    """
    if _open.get() is not None:
        yield
        return
    gathering = _Gathering(current_scope(), len(connection.savepoint_ids))
    token = _open.set(gathering)
    try:
        yield
    finally:
        _open.reset(token)
    gathering.write()


def write_rows(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """This will insert rows, at once or with those of the gathering that is open."""
    gathering = _open.get()
    if gathering is None or not gathering.may_hold():
        insert_rows(model, columns, rows)
        return
    gathering.tables.setdefault((model, tuple(columns)), []).extend(rows)


def notify(channel: str) -> None:
    """This will wake the listeners of a channel after the commit; once for a gathering."""
    gathering = _open.get()
    if gathering is None or not gathering.may_hold():
        _notify(channel)
        return
    gathering.channels[channel] = None


def _notify(channel: str) -> None:
    fetch_rows(f"NOTIFY {channel}", [])
