"""A small subclass of django-tenants' backend.

Its own keeps the tenant in state that threads share and sets the search_path only. Here the scope is a
context variable, role and search_path are set together for one transaction, errors are never swallowed,
and every statement goes by the extended protocol, so that injected SQL cannot stack a second statement.
"""

import select
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db.backends.postgresql.base import ServerBindingCursor
from django.utils.functional import cached_property
from django_tenants.postgresql_backend.base import DatabaseWrapper as TenantDatabaseWrapper
from psycopg._preparing import PrepareManager
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus

from tenants.runtime import database_clock
from tenants.runtime.scope import OutsideUnitOfWork, Scope, current_scope_or_none

MAX_SCOPES_PER_CONNECTION = 64
"""A connection is closed after serving this many units: its relation cache grows with each (DESIGN §6)."""


class SingleStatementCursor(ServerBindingCursor):
    """Server-side binding, and never the simple protocol, which would accept several statements at once."""

    def _execute_send(self, query: Any, *, force_extended: bool = False, binary: Any = None) -> None:
        super()._execute_send(query, force_extended=True, binary=binary)  # type: ignore[misc]


class PreparedByRole(PrepareManager):
    """Prepares a statement that comes back, once for each role.

    A plan made for one unit's tables is never used for another's, whose form may differ while migrations are
    on their way. After an error all are forgotten, for a table may have changed under its plan.
    """

    prepare_threshold = 3
    prepared_max = 200

    def __init__(self, wrapper: "DatabaseWrapper") -> None:
        super().__init__()
        self._wrapper = wrapper

    def key(self, query: Any) -> Any:  # type: ignore[override]
        """A statement's text, its values' types, and the role it runs under."""
        return (query.query, query.types, self._wrapper.role_in_force)

    def clear(self) -> bool:
        """This will forget all statements of its own; those of `rows.py` stay."""
        self._counts.clear()
        self._to_flush.extend(self._names.values())
        self._names.clear()
        return bool(self._to_flush)


class DatabaseWrapper(TenantDatabaseWrapper):
    """A connection of the runtime login."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._applied: Scope | None = None
        self._served: set[str] = set()
        self._setting_scope = False
        super().__init__(*args, **kwargs)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection._prepared = PreparedByRole(self)
        connection.cursor_factory = SingleStatementCursor
        told = connection.pgconn.exec_(database_clock.ASK)
        if told.status != ExecStatus.TUPLES_OK:
            raise psycopg.errors.error_from_result(told)
        database_clock.follow(told.get_value(0, 0) or b"")
        self._served = set()
        self._applied = None
        return connection

    @cached_property
    def pg_version(self) -> int:
        """The server's version, read without a statement."""
        self.ensure_connection()
        return self.connection.info.server_version

    def apply_scope(self, scope: Scope) -> None:
        """This will set role and search_path for the rest of the transaction."""
        self._set_local(role=f'"{scope.role}"', search_path=scope.search_path)
        self._applied = scope
        self._served.add(scope.role)

    def restore_scope(self, outer: Scope | None) -> None:
        """This will go back to the outer scope, or to none.

        At the end of the outermost block nothing is sent: SET LOCAL ends with the transaction. In an
        aborted block nothing can be sent: its rollback takes the setting back.
        """
        self._applied = None
        if self.connection is None or self.closed_in_transaction:
            return
        if outer is None and not self.savepoint_ids:
            return
        if self.needs_rollback or self.connection.info.transaction_status != TransactionStatus.INTRANS:
            self._applied = outer
        elif outer is None:
            self._set_local(role="NONE", search_path="public")
        else:
            self.apply_scope(outer)

    def _set_local(self, *, role: str, search_path: str) -> None:
        if not self.in_atomic_block:
            raise OutsideUnitOfWork("a scope needs a transaction")
        self.ensure_connection()
        self._control(f"{self._begin()}SET LOCAL ROLE {role}; SET LOCAL search_path TO {search_path}")

    def _set_autocommit(self, autocommit: bool) -> None:
        """psycopg itself stays in autocommit: BEGIN goes out in one message with what opens the transaction."""

    def _begin(self) -> str:
        """What must precede the first statement of a transaction."""
        return "BEGIN; " if self._is_idle() and not self.get_autocommit() else ""

    @contextmanager
    def raw_cursor(self) -> Iterator[Any]:
        """A plain psycopg cursor for statements whose text is ours alone."""
        with self.wrap_database_errors, psycopg.Cursor(self.connection) as cursor:
            if self._begin():
                self._control("BEGIN")
            yield cursor

    def _handle_search_path(self, cursor: Any = None) -> None:
        """This will refuse a statement whose scope is not the one in force on this connection."""
        self.scope_in_force()

    def scope_in_force(self) -> Scope:
        """This will give the scope of the surrounding unit of work, which is in force on this connection.

        Raises OutsideUnitOfWork.
        """
        wanted = current_scope_or_none()
        if wanted is None or self._applied is None or self._applied != wanted or not self.in_atomic_block:
            raise OutsideUnitOfWork(
                f"statement outside its unit of work (wanted {wanted and wanted.role}, "
                f"in force {self._applied and self._applied.role})"
            )
        return wanted

    def _savepoint(self, sid: str) -> None:
        self._control(f"{self._begin()}SAVEPOINT {self.ops.quote_name(sid)}")

    def _savepoint_commit(self, sid: str) -> None:
        self._control(f"RELEASE SAVEPOINT {self.ops.quote_name(sid)}")

    def _savepoint_rollback(self, sid: str) -> None:
        self._control(f"ROLLBACK TO SAVEPOINT {self.ops.quote_name(sid)}")

    def _control(self, statements: str) -> None:
        """This will send statements of transaction control, whose text is ours alone, in one message."""
        with self.wrap_database_errors:
            pgconn = self.connection.pgconn
            result = pgconn.exec_(statements.encode())
            if pgconn.status != ConnStatus.OK:
                raise psycopg.OperationalError(result.get_error_message())
            if result.status != ExecStatus.COMMAND_OK:
                raise psycopg.errors.error_from_result(result)

    def _commit(self) -> None:
        if self.connection is not None and not self._is_idle():
            self._control("COMMIT")

    def _rollback(self) -> None:
        if self.connection is None:
            return
        if self.errors_occurred:
            self.connection._prepared.clear()
        if not self._is_idle():
            self._control("ROLLBACK")

    @property
    def role_in_force(self) -> str:
        """The role that statements run under now."""
        return self._applied.role if self._applied is not None else ""

    def _is_idle(self) -> bool:
        return self.connection.info.transaction_status == TransactionStatus.IDLE

    def close(self) -> None:
        self._applied = None
        super().close()

    def retire_if_worn(self) -> None:
        """This will close a connection that served its share of units or reached its age, between units of work.

        Its relation cache grows with every unit it touches and is never given back (DESIGN §6).
        """
        if self.connection is None or self.in_atomic_block:
            return
        aged = self.close_at is not None and time.monotonic() >= self.close_at
        if aged or len(self._served) >= MAX_SCOPES_PER_CONNECTION:
            self.close()

    def close_if_unusable_or_obsolete(self) -> None:
        if len(self._served) >= MAX_SCOPES_PER_CONNECTION and not self.in_atomic_block:
            self.close()
            return
        if self._has_news() and not self.in_atomic_block:
            self.close()
            return
        super().close_if_unusable_or_obsolete()

    def _has_news(self) -> bool:
        """An idle connection on which something can be read: the server closed it."""
        if self.connection is None or self.connection.closed:
            return False
        return bool(select.select([self.connection.fileno()], [], [], 0)[0])
