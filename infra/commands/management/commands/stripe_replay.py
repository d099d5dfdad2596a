"""`manage stripe_replay`: has stored webhooks of Stripe handled again."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand

from billing.services.stripe_event_replay import stripe_event_replay
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, unit_of_work


class Command(BaseCommand):
    """Replays webhooks."""

    help = "Has the webhooks that came since an instant handled again: their customers are read from Stripe anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """This will take the instant."""
        parser.add_argument(
            "since", type=datetime.fromisoformat, help="2026-11-22T08:00, UTC if not said otherwise"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """This will replay."""
        since = options["since"]
        since = since if since.tzinfo else since.replace(tzinfo=UTC)
        with unit_of_work(ACCOUNTS):
            count = stripe_event_replay(since=since, at=clock.now())
        self.stdout.write(f"{count} webhooks are handled again")
