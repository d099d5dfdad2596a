"""Runs one statement with the least work between PostgreSQL and the caller.

For the statements every request makes: the look-up of the actor, the read path, hot reads and writes. One call
into libpq, values bound as text, no cursor object.

A statement that comes back is prepared, so that PostgreSQL plans it once for a connection and role: its plan is
then that of one unit's tables, whatever form another unit's have during a migration. When a unit's tables
change under a plan in such a way that PostgreSQL refuses it (0A000), the request is run again, without it.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

import psycopg
from django.db import connections
from psycopg.adapt import AdaptersMap, PyFormat, Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, DiagnosticField, ExecStatus

PREPARED_AT_USE = 3
MAX_PREPARED = 200
MAX_COUNTED = 5_000
OUTDATED, UNKNOWN = b"0A000", b"26000"
"""SQLSTATEs of a plan whose tables took another form, and of a statement that the server does not know."""

Rows = list[tuple[Any, ...]]


def _text(value: str) -> bytes:
    """A text; one with NUL would be cut off there, for libpq takes texts up to it."""
    if "\0" in value:
        raise psycopg.DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")
    return value.encode()


AS_TEXT: dict[type, Callable[[Any], bytes | None]] = {
    str: _text,
    bool: lambda value: b"t" if value else b"f",
    int: lambda value: b"%d" % value,
    uuid.UUID: lambda value: str(value).encode(),
    Decimal: lambda value: str(value).encode(),
    datetime: lambda value: value.isoformat().encode(),
    date: lambda value: value.isoformat().encode(),
    list: lambda value: _array(value),
    type(None): lambda value: None,
}
"""Values whose text form PostgreSQL reads in any place; others go through psycopg's dumpers."""


def _array(values: list[Any]) -> bytes:
    """An array of ids or numbers as text; any other raises KeyError and goes through psycopg."""
    return b"{" + b",".join(_ENTRY[entry.__class__](entry) for entry in values) + b"}"


_ENTRY: dict[type, Callable[[Any], bytes]] = {
    int: lambda value: b"%d" % value,
    uuid.UUID: lambda value: str(value).encode(),
    type(None): lambda value: b"NULL",
}


def fetch_rows(text: str, values: Sequence[Any], *, adapters: AdaptersMap | None = psycopg.adapters) -> Rows:
    """This will run one statement, its values marked by %s, under the scope of the surrounding unit of work.

    A statement without rows gives none. `adapters` say how values are loaded; None stands for Django's own.
    """
    return _run(text, values, adapters, _Reader.fetch)


def execute(text: str, values: Sequence[Any]) -> int:
    """This will run one statement without rows and give how many rows it changed."""
    return _run(text, values, psycopg.adapters, _Reader.execute)


def _run(text: str, values: Sequence[Any], adapters: AdaptersMap | None, way: Callable[..., Any]) -> Any:
    wrapper: Any = connections["default"]
    role = wrapper.scope_in_force().role
    with wrapper.wrap_database_errors:
        raw = wrapper.connection
        readers = raw.__dict__.setdefault("hanse_readers", {})
        reader = readers.get(id(adapters))
        if reader is None:
            reader = readers[id(adapters)] = _Reader(raw, raw.adapters if adapters is None else adapters)
        if wrapper.execute_wrappers or wrapper.queries_logged:
            return _observed(wrapper, text, values, lambda sql, params: way(reader, sql, params, role))
        return way(reader, text, values, role)


def _observed(wrapper: Any, text: str, values: Sequence[Any], way: Callable[..., Any]) -> Any:
    """This will run the statement where Django's own wrappers and query log see it too."""

    def execute(sql: str, params: Any, many: bool, context: Any) -> Any:
        return way(sql, params)

    run: Callable[..., Any] = execute
    for outer in wrapper.execute_wrappers:
        run = partial(outer, run)
    if wrapper.queries_logged:
        wrapper.queries_log.append({"sql": text, "time": "0.000"})
    return run(text, values, False, {"connection": wrapper})


class _Reader:
    """Reads on one connection with one set of adapters."""

    def __init__(self, raw: Any, adapters: AdaptersMap) -> None:
        self.connection = raw
        self.adapters = adapters
        self.pgconn = raw.pgconn
        self.transformer = Transformer(self)  # type: ignore[arg-type]
        self.uses: dict[tuple[str, str], int] = {}
        self.prepared: dict[tuple[str, str], bytes] = {}
        self.outdated: list[bytes] = []
        self.generation = 0

    def fetch(self, text: str, values: Sequence[Any], role: str) -> Rows:
        """This will run a statement that gives rows; raises psycopg's errors."""
        result = self._result(text, values, role)
        if result.status == ExecStatus.COMMAND_OK:
            return []
        if result.status != ExecStatus.TUPLES_OK:
            raise self._error(result)
        transformer = self.transformer
        transformer.set_pgresult(result)
        return transformer.load_rows(0, result.ntuples, tuple)

    def execute(self, text: str, values: Sequence[Any], role: str) -> int:
        """This will run a statement without rows; raises psycopg's errors."""
        result = self._result(text, values, role)
        if result.status != ExecStatus.COMMAND_OK:
            raise self._error(result)
        return result.command_tuples or 0

    def _result(self, text: str, values: Sequence[Any], role: str) -> Any:
        name = None
        try:
            bound: Sequence[Any] = [AS_TEXT[value.__class__](value) for value in values]
            types = None
            name = self.prepared.get((role, text)) or self._prepared_now(role, text)
        except KeyError:
            transformer = Transformer(self)  # type: ignore[arg-type]
            bound = transformer.dump_sequence(values, [PyFormat.TEXT] * len(values))
            types = transformer.types
        if name is not None:
            return self.pgconn.exec_prepared(name, bound)
        return self.pgconn.exec_params(numbered(text), bound, types)

    def _prepared_now(self, role: str, text: str) -> bytes | None:
        """This will prepare a statement that has come back often enough, while there is room."""
        key = (role, text)
        uses = self.uses.get(key, 0) + 1
        if uses < PREPARED_AT_USE or len(self.prepared) >= MAX_PREPARED:
            if len(self.uses) < MAX_COUNTED:
                self.uses[key] = uses
            return None
        digest = hashlib.blake2b(f"{role} {text}".encode(), digest_size=12).hexdigest()
        name = f"hanse_{digest}_{id(self):x}_{self.generation}".encode()
        self._close_outdated()
        result = self.pgconn.prepare(name, numbered(text))
        if result.status != ExecStatus.COMMAND_OK:
            raise self._error(result)
        self.prepared[key] = name
        return name

    def _close_outdated(self) -> None:
        while self.outdated:
            self.pgconn.exec_(b"DEALLOCATE " + self.outdated.pop())

    def _error(self, result: Any) -> psycopg.Error:
        """The error of a result. One that tells of an outdated plan has all statements prepared anew."""
        state = result.error_field(DiagnosticField.SQLSTATE)
        if state in (OUTDATED, UNKNOWN):
            self.outdated += self.prepared.values() if state == OUTDATED else ()
            self.prepared.clear()
            self.uses.clear()
            self.generation += 1
        if self.pgconn.status != ConnStatus.OK:
            return psycopg.OperationalError(result.get_error_message())
        return error_from_result(result)


@lru_cache(maxsize=5_000)
def numbered(text: str) -> bytes:
    """This will turn %s into $1, $2 …, and %% into %."""
    parts = text.replace("%%", "\0").split("%s")
    marked = parts[0] + "".join(f"${number}{part}" for number, part in enumerate(parts[1:], 1))
    return marked.replace("\0", "%").encode()
