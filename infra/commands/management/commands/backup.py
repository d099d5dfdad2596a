"""`manage backup`: a verified backup of everything."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from infra.config.settings.env import env
from infra.embedded.backup import back_up, real_server
from infra.embedded.places import EmbeddedError


class Command(BaseCommand):
    help = "Back up the whole database into a new folder and verify it. SUPERUSER_URL names a real server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: object, folder: Path, **options: object) -> None:
        try:
            back_up(env("HANSE_HOME"), folder, superuser_url=real_server())
        except EmbeddedError as error:
            raise CommandError(str(error)) from None
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        self.stdout.write(
            f"{folder}: {size / 2**20:.0f} MB, verified. It holds every secret of the platform."
        )
