"""`manage audit_export`: writes a sealed audit trail into a file that `manage audit_verify` reads anywhere."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from tenants.directory.operators import find_group, find_unit
from tenants.runtime import clock
from tenants.runtime.scope import Scope, group_scope, unit_scope
from tenants.runtime.trail_files import export_trail


class Command(BaseCommand):
    help = "Export the sealed audit trail of a unit or of a group's own trail as JSON lines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--unit", help="the unit's short name")
        parser.add_argument("--group", help="the group's id or name")

    def handle(
        self, *args: object, file: Path, unit: str | None, group: str | None, **options: object
    ) -> None:
        seals, rows = export_trail(_scope(unit, group), file, at=clock.now())
        self.stdout.write(f"{file}: {seals} seals over {rows} rows")


def _scope(unit: str | None, group: str | None) -> Scope:
    if (unit is None) == (group is None):
        raise CommandError("Name either --unit or --group.")
    if unit is None:
        return group_scope(find_group(group or "").id)
    found = find_unit(unit)
    return unit_scope(group_id=found.group_id, unit_id=found.id, schema_name=found.schema_name)
