"""`manage group_import`: takes the archive of a group into this installation."""

import shutil
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from tenants.departure.archive.manifest import unpack
from tenants.departure.archive.take_in import CannotTakeIn, take_in
from tenants.directory.archives.manifest import BrokenArchive
from tenants.kernel.errors import DomainError


class Command(BaseCommand):
    help = (
        "Import a group from the archive it took along (docs/group-archive.md): one zip file, or its parts in order. "
        "The installation must run the release that wrote it and not have the group. People set new passwords."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="+", help="the zip file, or its parts in order")

    def handle(self, *args: object, file: list[Path], **options: object) -> None:
        with tempfile.TemporaryDirectory(prefix="hanse-import-") as place:
            packed = Path(place) / "archive.zip"
            with packed.open("wb") as whole:
                for part in file:
                    with part.open("rb") as piece:
                        shutil.copyfileobj(piece, whole)
            folder = Path(place) / "archive"
            folder.mkdir(mode=0o700)
            try:
                unpack(packed, folder)
                manifest = take_in(folder)
            except (BrokenArchive, CannotTakeIn, DomainError) as refusal:
                raise CommandError(str(refusal)) from None
        self.stdout.write(
            f"group {manifest.group_id}: {len(manifest.units)} units, {manifest.row_count} rows of its own, "
            f"{manifest.people.rows} people"
        )
