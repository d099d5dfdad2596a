"""Holds migrations of living units to "expand, then contract": version n of the code serves beside n+1.

The linter reads the compiled SQL, so it sees what will run and not what the migration's author meant. A table
made by the same run is empty and unknown to the old code: on it everything is allowed. Removal comes a release
later, in a migration that says why in `contracts = "…"`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tenants.directory.fleet.blueprint import CompiledMigration

_NAME = r'(?:"?\w+"?\.)?"?(\w+)"?'
_CREATED = re.compile(rf"\ACREATE TABLE (?:IF NOT EXISTS )?{_NAME}", re.IGNORECASE)
_ALTERED = re.compile(rf"\AALTER TABLE (?:IF EXISTS )?(?:ONLY )?{_NAME}", re.IGNORECASE)
_INDEXED = re.compile(
    rf"\ACREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?(?:IF NOT EXISTS )?.*?\bON (?:ONLY )?{_NAME}",
    re.IGNORECASE | re.DOTALL,
)
_DROPPED = re.compile(rf"\ADROP TABLE (?:IF EXISTS )?{_NAME}", re.IGNORECASE)
_COMMENT = re.compile(r"--[^\n]*\n|/\*.*?\*/", re.DOTALL)

_REMOVES = (
    (re.compile(r"\bDROP COLUMN\b", re.IGNORECASE), "drops a column that the running code still reads"),
    (re.compile(r"\bRENAME\b", re.IGNORECASE), "renames what the running code still calls by its old name"),
)
_BREAKS = (
    (
        re.compile(r"\bALTER COLUMN \S+ (?:SET DATA )?TYPE\b", re.IGNORECASE),
        "changes a column's type, which rewrites the table under an exclusive lock",
    ),
    (
        re.compile(r"\bALTER COLUMN \S+ SET NOT NULL\b", re.IGNORECASE),
        "makes a column NOT NULL that the running code may leave empty",
    ),
    (
        re.compile(r"\bALTER COLUMN \S+ DROP DEFAULT\b", re.IGNORECASE),
        "drops a default that the running code relies on: give the field a db_default",
    ),
    (
        re.compile(
            r"\bADD COLUMN\b(?=.*\bNOT NULL\b)(?!.*\b(?:DEFAULT|GENERATED)\b)", re.IGNORECASE | re.DOTALL
        ),
        "adds a NOT NULL column without a default, which the running code does not fill",
    ),
    (
        re.compile(r"\bADD CONSTRAINT\b(?!.*\b(?:NOT VALID|USING INDEX)\b)", re.IGNORECASE | re.DOTALL),
        "adds a constraint that is checked under an exclusive lock: add it NOT VALID and validate it later",
    ),
)


class UnsafeMigration(RuntimeError):
    """A migration of living units would break the running code or lock a table for long."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one statement of one migration."""

    key: str
    statement: str
    why: str

    def __str__(self) -> str:
        return f"{self.key}: {self.why}\n    {self.statement[:200]}"


def lint(migrations: Iterable[CompiledMigration]) -> list[Finding]:
    """This will read the migrations that are to run on living units, in order, and tell what is unsafe."""
    made: set[str] = set()
    findings: list[Finding] = []
    for migration in migrations:
        for raw in migration.statements:
            statement = _COMMENT.sub("", raw).strip()
            created = _CREATED.match(statement)
            if created:
                made.add(created.group(1))
                continue
            findings += [
                Finding(migration.key, statement, why) for why in _faults(statement, made, migration)
            ]
    return findings


def _faults(statement: str, made: set[str], migration: CompiledMigration) -> list[str]:
    dropped = _DROPPED.match(statement)
    if dropped and dropped.group(1) not in made and not migration.contracts:
        return ["drops a table that the running code still reads"]
    indexed = _INDEXED.match(statement)
    if indexed and indexed.group(2) not in made and not indexed.group(1):
        return ["builds an index that keeps writers waiting: use AddIndexConcurrently in a file of its own"]
    altered = _ALTERED.match(statement)
    if altered is None or altered.group(1) in made:
        return []
    faults = [why for pattern, why in _BREAKS if pattern.search(statement)]
    if not migration.contracts:
        faults += [why for pattern, why in _REMOVES if pattern.search(statement)]
    return faults
