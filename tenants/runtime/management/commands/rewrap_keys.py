"""`manage rewrap_keys`: takes a new platform key into use (put it first in FILE_KEYS, the old one behind it)."""

from typing import Any

from django.core.management.base import BaseCommand

from tenants.runtime.files import rewrap_keys
from tenants.runtime.scope import PLATFORM, unit_of_work


class Command(BaseCommand):
    """Wraps all data keys with the present platform key."""

    help = "Wrap every data key with the first of FILE_KEYS; afterwards the older ones may be removed."

    def handle(self, *args: Any, **options: Any) -> None:
        with unit_of_work(PLATFORM):
            changed = rewrap_keys()
        self.stdout.write(f"{changed} keys were wrapped anew")
