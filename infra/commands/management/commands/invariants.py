"""`manage invariants`: looks for rows that must not exist, in every unit, through its `inv_` views."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from tenants.directory.invariants import violations_of
from tenants.directory.operators import active_units, find_unit


class Command(BaseCommand):
    help = "Read the views inv_* of every open unit, or of one; each row is a violation. Fails when there is any."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", default="", help="the short name of one unit")

    def handle(self, *args: object, unit: str, **options: object) -> None:
        units = [find_unit(unit)] if unit else active_units()
        views, found = 0, 0
        for one in units:
            for violation in violations_of(one):
                views += 1
                for row in violation.rows:
                    found += 1
                    self.stdout.write(f"{one.slug} {violation.view}: {row}")
        self.stdout.write(f"{len(units)} units, {views} views, {found} violations")
        if found:
            raise CommandError("There are violations.")
