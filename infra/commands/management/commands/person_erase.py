"""`manage person_erase`: forgets a person, as far as law and evidence let it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tenants.accounts.services.person_erase import person_erase
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, unit_of_work


class Command(BaseCommand):
    help = (
        "Erase a person: log-in, memberships, invitations, views, mail. Names on documents and in audit trails stay. "
        "First verify that it is the person who asks, by another way than the e-mail address alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--confirm", default="", help="the e-mail address again")
        parser.add_argument("--reason", required=True, help="who asked and how it was verified")

    def handle(self, *args: Any, email: str, confirm: str, reason: str, **options: Any) -> None:
        if confirm.strip().lower() != email.strip().lower():
            raise CommandError(f"Nothing was erased. Repeat with --confirm {email}.")
        try:
            with unit_of_work(ACCOUNTS):
                person_erase(actor=system_actor(name="operator"), at=clock.now(), email=email, reason=reason)
        except NotFound:
            raise CommandError(f"no person has the address {email}") from None
        except DomainError as refusal:
            raise CommandError(f"{refusal.code}: {refusal.message('en')}") from None
        self.stdout.write("The person is erased.")
