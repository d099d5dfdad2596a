"""Runs one SELECT and gives tuples, with the least work between PostgreSQL and the caller.

For the statements every request makes: the look-up of the actor and the read path. One call into libpq, values
bound as text, no cursor object. A statement that is always the same may be prepared: PostgreSQL then plans it
once for a connection; only for tables in `public`, whose form does not differ from unit to unit.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

import psycopg
from django.db import connection
from psycopg.adapt import AdaptersMap, PyFormat, Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus

AS_TEXT: dict[type, Callable[[Any], bytes | None]] = {
    str: str.encode,
    int: lambda value: b"%d" % value,
    uuid.UUID: lambda value: str(value).encode(),
    type(None): lambda value: None,
}
"""Values whose text form PostgreSQL reads in any place; others go through psycopg's dumpers."""


def fetch_rows(
    text: str, values: Sequence[Any], *, adapters: AdaptersMap = psycopg.adapters, prepared: bool = False
) -> list[tuple[Any, ...]]:
    """This will run one SELECT, its values marked by %s, under the scope of the surrounding unit of work."""
    connection._handle_search_path()  # type: ignore[attr-defined]
    with connection.wrap_database_errors:
        raw = connection.connection
        readers = raw.__dict__.setdefault("hanse_readers", {})
        reader = readers.get(id(adapters))
        if reader is None:
            reader = readers[id(adapters)] = _Reader(raw, adapters)
        if connection.execute_wrappers or connection.queries_logged:
            return _observed(reader, text, values, prepared)
        return reader.fetch(text, values, prepared)


def _observed(reader: _Reader, text: str, values: Sequence[Any], prepared: bool) -> list[tuple[Any, ...]]:
    """This will run the statement where Django's own wrappers and query log see it too."""

    def execute(sql: str, params: Any, many: bool, context: Any) -> list[tuple[Any, ...]]:
        return reader.fetch(sql, params, prepared)

    run: Callable[..., list[tuple[Any, ...]]] = execute
    for wrapper in connection.execute_wrappers:
        run = partial(wrapper, run)
    if connection.queries_logged:
        connection.queries_log.append({"sql": text, "time": "0.000"})
    return run(text, values, False, {"connection": connection})


class _Reader:
    """Reads on one connection with one set of adapters."""

    def __init__(self, raw: Any, adapters: AdaptersMap) -> None:
        self.connection = raw
        self.adapters = adapters
        self.pgconn = raw.pgconn
        self.transformer = Transformer(self)  # type: ignore[arg-type]
        self.prepared: dict[str, bytes] = {}
        self.generation = 0

    def fetch(self, text: str, values: Sequence[Any], prepared: bool) -> list[tuple[Any, ...]]:
        """This will run the statement; raises psycopg's errors."""
        bound, types = self._bound(values)
        if prepared:
            result = self.pgconn.exec_prepared(self._name_of(text), bound)
        else:
            result = self.pgconn.exec_params(numbered(text), bound, types)
        if result.status != ExecStatus.TUPLES_OK:
            self.generation += 1
            self.prepared.clear()
            raise self._error(result)
        transformer = self.transformer
        transformer.set_pgresult(result)
        return transformer.load_rows(0, result.ntuples, tuple)

    def _bound(self, values: Sequence[Any]) -> tuple[Sequence[Any], Sequence[int] | None]:
        try:
            return [AS_TEXT[value.__class__](value) for value in values], None
        except KeyError:
            transformer = Transformer(self)  # type: ignore[arg-type]
            bound = transformer.dump_sequence(values, [PyFormat.TEXT] * len(values))
            return bound, transformer.types

    def _name_of(self, text: str) -> bytes:
        name = self.prepared.get(text)
        if name is None:
            digest = hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
            name = f"hanse_{digest}_{self.generation}".encode()
            result = self.pgconn.prepare(name, numbered(text))
            if result.status != ExecStatus.COMMAND_OK:
                raise self._error(result)
            self.prepared[text] = name
        return name

    def _error(self, result: Any) -> psycopg.Error:
        if self.pgconn.status != ConnStatus.OK:
            return psycopg.OperationalError(result.get_error_message())
        return error_from_result(result)


@lru_cache(maxsize=5_000)
def numbered(text: str) -> bytes:
    """This will turn %s into $1, $2 …, and %% into %."""
    parts = text.replace("%%", "\0").split("%s")
    marked = parts[0] + "".join(f"${number}{part}" for number, part in enumerate(parts[1:], 1))
    return marked.replace("\0", "%").encode()
