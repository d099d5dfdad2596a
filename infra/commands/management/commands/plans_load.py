"""`manage plans_load FILE`: changes plans and prices as a TOML file says."""

import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing.services.plans_load import plans_load
from tenants.kernel.errors import DomainError
from tenants.runtime import clock
from tenants.runtime.scope import PLATFORM, unit_of_work


class Command(BaseCommand):
    """Loads the operator's price list.

    [full]
    seats = 0                      # no limit
    commission_bps = 30
    [full.prices.EUR]
    cap = "900.00"
    month = { base = "249.00", seat = "29.00" }
    """

    help = "Changes plans and prices as a TOML file says; what it leaves out stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """This will take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """This will load the file whole, or refuse it whole."""
        try:
            given = tomllib.loads(options["file"].read_text())
            with unit_of_work(PLATFORM):
                loaded = plans_load(given=given, at=clock.now())
        except (OSError, tomllib.TOMLDecodeError, DomainError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{loaded.plans} plans and {loaded.prices} prices changed")
