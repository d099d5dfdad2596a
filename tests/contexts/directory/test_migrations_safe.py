"""Migrations written since the first release are safe on living units; those before it met none."""

from django.db import connections

from tenants.directory.fleet.blueprint import blueprint
from tenants.directory.fleet.linter import lint

FIRST_RELEASE = {
    "approvals.0001_initial",
    "approvals.0002_invariants",
    "procurement.0001_initial",
    "procurement.0002_guards",
    "procurement.0003_sanctioned_issue",
    "runtime_unit.0001_initial",
    "runtime_unit.0002_files",
}


def test_every_later_migration_expands_first(live_world):
    compiled = blueprint(connections["owner"]).migrations
    assert {m.key for m in compiled} >= FIRST_RELEASE
    findings = lint(m for m in compiled if m.key not in FIRST_RELEASE)
    assert not findings, "\n".join(map(str, findings))
