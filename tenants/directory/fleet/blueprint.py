"""The blueprint of a unit: every unit migration as SQL text, in the order in which they run.

It is compiled once, by running the migrations in a scratch schema and writing down each statement, and kept
as a file keyed by the migrations' contents. All texts name the scratch schema where a unit's name belongs; no
unit can ever have that name. Run one after the other in a single transaction, the texts are the template of a
new unit; run one by one, they migrate the units there are. What the catalogue says of a table is not used to
make another: PostgreSQL does not always read a CHECK back as it wrote it.
"""

import hashlib
import inspect
import json
import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.migrations import Migration, RunPython
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

from tenants.directory.fleet.fingerprint import structure
from tenants.directory.fleet.owner import NO_GROUP, owner_in, placed_apps
from tenants.runtime.locks import LockSpace, advisory_key

SCRATCH = "t_zzzzzzzzzzzzzzzzzzzzzzzzzz"
"""The name that stands for the unit's schema in every compiled text."""

FORMAT = 2
"""Grows when compiled files of an older build cannot be used any more."""

_CONCURRENTLY = re.compile(r"\A(CREATE (?:UNIQUE )?INDEX) CONCURRENTLY\b")
"""A new schema has no readers to spare, and a transaction takes no concurrent index."""


class UncompilableMigration(RuntimeError):
    """A unit migration does what SQL text cannot carry, e.g. runs Python."""


@dataclass(frozen=True, slots=True)
class CompiledMigration:
    """One unit migration as SQL. `contracts` is the migration's own reason for removing something."""

    key: str
    atomic: bool
    contracts: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """All of it. `fingerprint` is that of the scratch schema after the last migration, without grants."""

    digest: str
    migrations: tuple[CompiledMigration, ...]
    fingerprint: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all migrations, in order."""
        return tuple(migration.key for migration in self.migrations)

    def template(self, schema_name: str, *, only: Collection[str] | None = None) -> str:
        """This will write the statements that fill an empty schema, as one text for one transaction.

        `only` leaves out the migrations it does not name.
        """
        migrations = [m for m in self.migrations if only is None or m.key in only]
        statements = (statement for migration in migrations for statement in migration.statements)
        text = "\n;\n".join(_CONCURRENTLY.sub(r"\1", statement) for statement in statements)
        return text.replace(SCRATCH, schema_name)


def blueprint(connection: Any) -> Blueprint:
    """This will give the blueprint of the present code, compiling it when no file holds it yet.

    Raises UncompilableMigration.
    """
    digest = _digest(unit_migrations(), connection.pg_version // 10000)
    path = Path(settings.BLUEPRINTS) / f"unit-{digest}.json"
    known = _read(str(path)) if path.exists() else None
    if known is not None:
        return known
    compiled = compile_blueprint(connection, digest=digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps(asdict(compiled), ensure_ascii=False, indent=1))
    unfinished.replace(path)
    return compiled


@cache
def _read(path: str) -> Blueprint:
    raw = json.loads(Path(path).read_text())
    migrations = tuple(
        CompiledMigration(**{**migration, "statements": tuple(migration["statements"])})
        for migration in raw["migrations"]
    )
    return Blueprint(
        digest=raw["digest"],
        migrations=migrations,
        fingerprint=raw["fingerprint"],
    )


@cache
def unit_migrations() -> tuple[Migration, ...]:
    """This will give every migration of the unit apps in the one order in which they run."""
    loader = MigrationLoader(None)
    labels = placed_apps("unit")
    ordered: dict[tuple[str, str], Migration] = {}
    for leaf in sorted(leaf for leaf in loader.graph.leaf_nodes() if leaf[0] in labels):
        for node in loader.graph.forwards_plan(leaf):
            if node[0] in labels:
                ordered.setdefault(node, loader.graph.nodes[node])
    return tuple(ordered.values())


@cache
def _digest(migrations: tuple[Migration, ...], server: int) -> str:
    digest = hashlib.sha256(f"{FORMAT}:{server}".encode())
    for migration in migrations:
        digest.update(key_of(migration).encode())
        digest.update(Path(inspect.getfile(type(migration))).read_bytes())
    return digest.hexdigest()[:20]


def key_of(migration: Migration) -> str:
    """This will name a migration as it is kept in the table of schemas: app label and name."""
    return f"{migration.app_label}.{migration.name}"


def compile_blueprint(connection: Any, *, digest: str) -> Blueprint:
    """This will run every unit migration in the scratch schema and write down what it did."""
    with _scratch_schema(connection):
        compiled = tuple(run_migrations(connection, unit_migrations()))
        with connection.cursor() as cursor:
            mark = structure(cursor, schema_name=SCRATCH)
    return Blueprint(digest=digest, migrations=compiled, fingerprint=mark)


def run_migrations(connection: Any, migrations: tuple[Migration, ...]) -> Iterator[CompiledMigration]:
    """This will run migrations one by one in the connection's present schema, yielding each as SQL."""
    state = MigrationLoader(None).project_state((), at_end=False)
    for migration in migrations:
        _refuse_python(migration)
        with RecordingEditor(connection, atomic=migration.atomic) as editor:
            state = migration.apply(state, editor)
        yield CompiledMigration(
            key=key_of(migration),
            atomic=migration.atomic,
            contracts=getattr(migration, "contracts", ""),
            statements=tuple(editor.statements),
        )


class RecordingEditor(DatabaseSchemaEditor):
    """Runs each statement and keeps its text with the parameters merged in."""

    def __init__(self, connection: Any, *, atomic: bool) -> None:
        super().__init__(connection, atomic=atomic)
        self.statements: list[str] = []

    def execute(self, sql: Any, params: Any = ()) -> None:
        text = str(sql) if params is None else self.connection.ops.compose_sql(str(sql), params)
        self.statements.append(text.strip().rstrip(";"))
        super().execute(text, None)


def _refuse_python(migration: Migration) -> None:
    if any(isinstance(o, RunPython) and o.code is not RunPython.noop for o in migration.operations):
        raise UncompilableMigration(
            f"{key_of(migration)} runs Python. Units are migrated by SQL alone: use RunSQL, or a task that "
            "fills old rows in batches."
        )


@contextmanager
def _scratch_schema(connection: Any) -> Iterator[None]:
    """This will make the scratch schema, one process at a time, and drop it whatever happens."""
    name = sql.Identifier(SCRATCH)
    key = advisory_key(LockSpace.PROVISIONING, NO_GROUP, "scratch")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [key])
        try:
            cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(name))
            cursor.execute(sql.SQL("CREATE SCHEMA {}").format(name))
            try:
                with owner_in(SCRATCH):
                    yield
            finally:
                cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(name))
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
