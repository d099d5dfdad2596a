"""Locks a person out of the whole platform at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Deactivates a person: sessions and API keys are dead at once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--reason", required=True, help="kept in the audit trail of the person's groups")

    def handle(self, *args: Any, **options: Any) -> None:
        from tenants.accounts.services.persons import person_deactivate
        from tenants.kernel.actor import system_actor
        from tenants.kernel.errors import NotFound
        from tenants.runtime import clock
        from tenants.runtime.scope import ACCOUNTS, unit_of_work

        try:
            with unit_of_work(ACCOUNTS):
                person_deactivate(
                    actor=system_actor(name="operator"),
                    at=clock.now(),
                    email=options["email"],
                    reason=options["reason"],
                )
        except NotFound:
            raise CommandError(f"no person has the address {options['email']}") from None
        self.stdout.write(f"{options['email']} is locked out.")
