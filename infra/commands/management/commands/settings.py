"""`manage settings`: the table of settings that come from the environment."""

from django.core.management.base import BaseCommand

from infra.config.settings.env import settings_table


class Command(BaseCommand):
    help = "Print every setting that comes from the environment, and what production refuses."
    requires_system_checks: list[str] = []

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(settings_table(), ending="")
