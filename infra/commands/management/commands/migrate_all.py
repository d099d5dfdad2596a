"""`manage migrate_all`: migrates `public`, then every unit."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from tenants.directory.fleet.linter import UnsafeMigration
from tenants.directory.fleet.owner import NoOwnerConnection
from tenants.directory.fleet.runner import AnotherRun, migrate_units
from tenants.directory.schemas import migrate_public


class Command(BaseCommand):
    help = "Migrate `public`, then every unit by the set-based runner. Needs DATABASE_OWNER_URL. Can be repeated."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--units-only", action="store_true", help="leave `public` as it is")

    def handle(self, *args: object, units_only: bool, **options: object) -> None:
        try:
            if not units_only:
                migrate_public()
            report = migrate_units(say=lambda line: self.stdout.write(f"  {line}"))
        except (UnsafeMigration, AnotherRun, NoOwnerConnection) as refusal:
            raise CommandError(str(refusal)) from None
        for unit, reason in report.failures.items():
            self.stderr.write(f"  {unit}: {reason}")
        if not report.is_complete:
            raise CommandError(
                f"{len(report.failures)} units stay at their version; repeat when it is repaired"
            )
        lock = (
            f", longest lock {report.longest_lock_ms:.1f} ms ({report.longest_lock})"
            if report.applied
            else ""
        )
        self.stdout.write(
            f"Migrated: {sum(report.applied.values())} steps, grants of {report.granted} units, "
            f"{report.seconds:.2f} s{lock}"
        )
