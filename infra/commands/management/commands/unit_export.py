"""`manage unit_export`: writes the archive of one unit into a folder."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from tenants.directory.archives.export import export_unit
from tenants.directory.operators import find_unit
from tenants.runtime import clock


class Command(BaseCommand):
    help = "Export one unit: a CSV file for each table, of one instant, and a manifest with hashes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the unit's short name")
        parser.add_argument("folder", type=Path, help="a folder that is made, or replaced")

    def handle(self, *args: object, slug: str, folder: Path, **options: object) -> None:
        manifest, sha256 = export_unit(unit=find_unit(slug), folder=folder, at=clock.now())
        self.stdout.write(
            f"{folder}: {len(manifest.tables)} tables, {manifest.row_count} rows, {manifest.byte_count} bytes\n"
            f"manifest sha256 {sha256}"
        )
