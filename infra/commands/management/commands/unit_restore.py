"""`manage unit_restore`: puts a unit back to an archive, or makes a new unit out of one."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from tenants.directory.archives.manifest import BrokenArchive, read_manifest
from tenants.directory.archives.restore import WrongUnit, restore_as_new, restore_in_place
from tenants.directory.operators import find_group, find_unit
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import DomainError
from tenants.runtime import clock


class Command(BaseCommand):
    help = (
        "Restore a unit from its archive: in place (the default), or with --as-new SLUG --group GROUP as a new "
        "unit without members, e.g. one that was purged."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--as-new", metavar="SLUG", default="")
        parser.add_argument("--group", default="", help="the new unit's group: its id, or its name")
        parser.add_argument(
            "--name", default="", help="the new unit's name; the archived one's when left out"
        )

    def handle(
        self, *args: object, folder: Path, as_new: str, group: str, name: str, **options: object
    ) -> None:
        actor = system_actor(name="unit_restore")
        try:
            manifest = read_manifest(folder)
            if as_new:
                found = find_group(group or manifest.unit["group_id"])
                made = restore_as_new(
                    actor=actor, group_id=found.id, slug=as_new, name=name or manifest.unit["name"],
                    folder=folder, at=clock.now(),
                )  # fmt: skip
                self.stdout.write(f"{made.slug} is open with {manifest.row_count} rows and has no members.")
                return
            unit = find_unit(manifest.unit["slug"])
            restore_in_place(actor=actor, unit=unit, folder=folder, at=clock.now())
        except (BrokenArchive, WrongUnit, DomainError) as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{unit.slug} stands as of {manifest.taken_at}: {manifest.row_count} rows.")
