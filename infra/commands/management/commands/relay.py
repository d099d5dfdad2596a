"""`manage relay`: runs the outbox relay until SIGTERM or Ctrl-C."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

# Configures the broker and registers every context's reactions: without them an event would seem to have none.
from infra.config import celery_app  # noqa: F401
from tenants.runtime.live import publish_events
from tenants.runtime.relay import relay_forever


class Command(BaseCommand):
    """Runs the outbox relay."""

    help = "Hand committed events over to the workers and to open pages until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("relay: listening")
        relay_forever(stop=stop, publish_live=publish_events)
        self.stdout.write("relay: stopped")
