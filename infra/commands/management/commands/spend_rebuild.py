"""`manage spend_rebuild`: compares every unit's spend roll-ups with its ledger, and writes them anew."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from commerce.analytics.services.spend_refresh import months_to_compare, spend_differs, spend_rewrite
from tenants.directory.operators import active_units, find_unit
from tenants.runtime import clock
from tenants.runtime.scope import unit_of_work, unit_scope


class Command(BaseCommand):
    help = "Compare spend roll-ups with the ledgers of units, and write months that differ anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", default="", help="the short name of one unit")
        parser.add_argument("--check", action="store_true", help="write nothing; fail when something differs")

    def handle(self, *args: object, unit: str, check: bool, **options: object) -> None:
        units = [find_unit(unit)] if unit else active_units()
        compared = differing = 0
        for one in units:
            scope = unit_scope(group_id=one.group_id, unit_id=one.id, schema_name=one.schema_name)
            with unit_of_work(scope):
                for month in months_to_compare():
                    compared += 1
                    if spend_differs(month=month):
                        differing += 1
                        self.stdout.write(f"{one.slug} {month:%Y-%m} differs from the ledger")
                        if not check:
                            spend_rewrite(month=month, at=clock.now())
        self.stdout.write(f"{len(units)} units, {compared} months, {differing} differing")
        if check and differing:
            raise CommandError("Roll-ups differ from their ledgers. Run without --check to mend them.")
