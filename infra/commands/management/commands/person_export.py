"""`manage person_export`: what the platform keeps of one person, for that person."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tenants.accounts.services.person_export import person_export
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import NotFound
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, unit_of_work


class Command(BaseCommand):
    help = (
        "Write what is kept of a person into a file. First verify that it is the person who asks, by another way than "
        "the e-mail address alone; the groups of the person have it in their trails."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("file", type=Path)
        parser.add_argument("--reason", required=True, help="who asked and how it was verified")

    def handle(self, *args: Any, email: str, file: Path, reason: str, **options: Any) -> None:
        try:
            with unit_of_work(ACCOUNTS):
                told = person_export(
                    actor=system_actor(name="operator"), at=clock.now(), email=email, reason=reason
                )
        except NotFound:
            raise CommandError(f"no person has the address {email}") from None
        file.touch(mode=0o600)
        file.write_text(json.dumps(told, ensure_ascii=False, indent=1))
        self.stdout.write(f"{file}: {sum(map(len, told.values()))} records of {len(told)} tables")
