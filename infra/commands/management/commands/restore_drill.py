"""`manage restore_drill`: proves a backup by starting a server on a copy of it and looking at every unit."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from infra.config.settings.env import database_settings
from infra.embedded.backup import opened
from infra.embedded.bootstrap import DATABASE
from infra.embedded.places import EmbeddedError
from infra.embedded.postgres import Postgres
from tenants.directory.archives.export import export_unit
from tenants.directory.fleet.blueprint import Blueprint, blueprint
from tenants.directory.fleet.fingerprint import structure_of
from tenants.directory.fleet.owner import owner_in
from tenants.directory.invariants import violations_of
from tenants.directory.operators import active_units, find_unit, schema_note
from tenants.runtime import clock


class Command(BaseCommand):
    help = (
        "Start a server on a copy of a backup and check every open unit in it: its catalogue, its migrations, its "
        "invariants. With --unit and --out, write one unit's archive out of the backup, for `unit_restore`."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("backup", type=Path)
        parser.add_argument("--database", default=DATABASE)
        parser.add_argument("--unit", default="", help="the short name of a unit to take out")
        parser.add_argument("--out", type=Path, help="the folder of its archive")

    def handle(
        self, *args: object, backup: Path, database: str, unit: str, out: Path | None, **options: object
    ) -> None:
        if bool(unit) != (out is not None):
            raise CommandError("Give --unit and --out together.")
        before = {alias: dict(connections[alias].settings_dict) for alias in ("default", "owner")}
        try:
            with opened(backup) as server:
                _point(server, database)
                self._check()
                if unit and out is not None:
                    manifest, _ = export_unit(unit=find_unit(unit), folder=out, at=clock.now())
                    self.stdout.write(f"{unit} lies in {out}: {manifest.row_count} rows")
                connections.close_all()
        except EmbeddedError as error:
            raise CommandError(str(error)) from None
        finally:
            connections.close_all()
            for alias, settings in before.items():
                connections[alias].settings_dict.update(settings)

    def _check(self) -> None:
        faults, units = [], active_units()
        with owner_in("public") as connection:
            plan = blueprint(connection)
        for unit in units:
            faults += [f"{unit.slug}: {fault}" for fault in _faults(unit, plan)]
        for fault in faults:
            self.stdout.write(fault)
        self.stdout.write(f"{len(units)} units restored, {len(faults)} faults")
        if faults:
            raise CommandError("The backup restores with faults.")


def _faults(unit: Any, plan: Blueprint) -> list[str]:
    noted = schema_note(unit)
    if noted is None or list(noted.applied) != list(plan.keys[: len(noted.applied)]):
        return ["its migrations are not those of this release"]
    if len(noted.applied) == len(plan.keys) and structure_of(unit.schema_name) != plan.fingerprint:
        return ["its catalogue is not what its migrations make"]
    return [f"{found.view} shows {len(found.rows)} rows" for found in violations_of(unit) if found.rows]


def _point(server: Postgres, database: str) -> None:
    """This will turn both aliases of this process to the restored server."""
    for alias, role in (("default", "runtime"), ("owner", "owner")):
        connections[alias].close()
        settings = database_settings(server.url_for(role, database))
        for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT"):
            connections[alias].settings_dict[name] = settings[name]
