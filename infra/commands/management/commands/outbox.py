"""`manage outbox`: lists the events that were tried in vain to the end, or has them tried anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from tenants.runtime.outbox import parked_events, unpark
from tenants.runtime.scope import PLATFORM, unit_of_work


class Command(BaseCommand):
    """Looks after parked events."""

    help = "Lists the events that no reaction could handle; --again has them tried anew once the cause is mended."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """This will take what to do."""
        parser.add_argument("--again", nargs="*", metavar="ID", help="try these anew; all, without an id")

    def handle(self, *args: Any, **options: Any) -> None:
        """This will list, or release."""
        again = options["again"]
        with unit_of_work(PLATFORM):
            parked = parked_events()
            if again is not None:
                chosen = [each.id for each in parked if not again or str(each.id) in again]
                self.stdout.write(f"{unpark(chosen)} of {len(parked)} events are tried anew")
                return
        for each in parked:
            where = each.group_id or "platform"
            self.stdout.write(f"{each.id}  {each.occurred_at:%Y-%m-%d %H:%M}  {each.event_type}  {where}")
        self.stdout.write(f"{len(parked)} events are parked")
