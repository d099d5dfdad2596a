"""Appoints the people who run the service."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tenants.accounts.permissions import OPERATOR_ROLES


class Command(BaseCommand):
    help = "Gives a person a place at the operator's console (/operator), or takes it away with --end."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="of a person who has an account")
        parser.add_argument("--role", choices=OPERATOR_ROLES, default="operator_admin")
        parser.add_argument("--end", action="store_true", help="the place ends at once")

    def handle(self, *args: Any, **options: Any) -> None:
        from tenants.accounts.services.operators import operator_appoint, operator_dismiss
        from tenants.kernel.errors import NotFound
        from tenants.runtime import clock
        from tenants.runtime.scope import ACCOUNTS, unit_of_work

        email = options["email"]
        try:
            with unit_of_work(ACCOUNTS):
                if options["end"]:
                    operator_dismiss(at=clock.now(), email=email)
                else:
                    operator_appoint(at=clock.now(), email=email, role=options["role"])
        except NotFound:
            raise CommandError(f"nobody like that has the address {email}") from None
        self.stdout.write(f"{email}: " + ("no place at the console" if options["end"] else options["role"]))
