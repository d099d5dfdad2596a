"""`manage outbox`: lists parked events, has them tried anew, or works off what is due."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from infra.config.wiring import register_reactions
from tenants.runtime.outbox import parked_events, unpark
from tenants.runtime.relay import relay_once
from tenants.runtime.scope import PLATFORM, unit_of_work
from tenants.runtime.tasks import app


class Command(BaseCommand):
    """Looks after parked events."""

    help = (
        "Lists the events that no reaction could handle; --again has them tried anew once the cause is mended; "
        "--work-off does what is due without a worker."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """This will take what to do."""
        parser.add_argument("--again", nargs="*", metavar="ID", help="try these anew; all, without an id")
        parser.add_argument(
            "--work-off", action="store_true", help="do what is due here and now, without broker and worker"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """This will list, release, or work off."""
        if options["work_off"]:
            self.stdout.write(f"{work_off()} events and alarms are done")
            return
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


def work_off() -> int:
    """This will react to all that is due in this process, one event after the other; gives how many there were."""
    app.conf.task_always_eager = True
    register_reactions()
    done = 0
    while count := relay_once(publish_live=lambda events: None):
        done += count
    return done
