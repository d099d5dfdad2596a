"""`manage insight_rebuild`: compares every unit's roll-ups with its ledgers, writes them anew, looks at risks."""

from argparse import ArgumentParser
from datetime import datetime

from django.core.management.base import BaseCommand, CommandError

from commerce.analytics.rollups import ROLLUPS
from commerce.analytics.services.rollup_refresh import months_to_compare, rollup_differs, rollup_rewrite
from commerce.procurement.services.risk_watch import risk_watch
from tenants.directory.operators import active_units, find_unit
from tenants.runtime import clock
from tenants.runtime.scope import unit_of_work, unit_scope


class Command(BaseCommand):
    help = "Compare roll-ups with the ledgers of units, write months that differ anew, and renew alerts of risks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", default="", help="the short name of one unit")
        parser.add_argument("--only", default="", choices=["", *ROLLUPS], help="one roll-up alone")
        parser.add_argument("--check", action="store_true", help="write nothing; fail when something differs")

    def handle(self, *args: object, unit: str, only: str, check: bool, **options: object) -> None:
        units = [find_unit(unit)] if unit else active_units()
        names = [only] if only else list(ROLLUPS)
        compared = differing = 0
        for one in units:
            with unit_of_work(unit_scope(group_id=one.group_id, unit_id=one.id, schema_name=one.schema_name)):
                for name in names:
                    done, wrong = self._compare(one.slug, name, check=check, at=clock.now())
                    compared, differing = compared + done, differing + wrong
                if not check and not only:
                    risk_watch(at=clock.now())
        self.stdout.write(f"{len(units)} units, {compared} months, {differing} differing")
        if check and differing:
            raise CommandError("Roll-ups differ from their ledgers. Run without --check to mend them.")

    def _compare(self, slug: str, name: str, *, check: bool, at: datetime) -> tuple[int, int]:
        months = months_to_compare(name=name)
        wrong = [month for month in months if rollup_differs(name=name, month=month)]
        for month in wrong:
            self.stdout.write(f"{slug} {month:%Y-%m} of {name} differs from the ledger")
            if not check:
                rollup_rewrite(name=name, month=month, at=at)
        return len(months), len(wrong)
