"""`manage watchlist_import --source ofac sdn.csv --aliases alt.csv --addresses add.csv`, or `--source un list.xml`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from commerce.masterdata.services.watchlist import watchlist_import
from commerce.masterdata.watchlists import READERS, Listed, read_ofac, read_un, unpacked
from tenants.kernel.errors import DomainError
from tenants.runtime import clock
from tenants.runtime.scope import PLATFORM, unit_of_work


class Command(BaseCommand):
    """Loads an edition of a public sanctions list for the screening of suppliers."""

    help = "Loads a public sanctions list (OFAC CSV, UN XML; gzip is fine). Existing entries are brought up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--source", required=True, choices=sorted(READERS), help="Which list it is.")
        parser.add_argument("file", type=Path, help="sdn.csv of OFAC, or the UN's consolidated XML.")
        parser.add_argument("--aliases", type=Path, help="alt.csv of OFAC; found beside sdn.csv if left out.")
        parser.add_argument(
            "--addresses", type=Path, help="add.csv of OFAC; found beside sdn.csv if left out."
        )
        parser.add_argument(
            "--smaller", action="store_true", help="The list really lost most of its entries."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            listed = _read(options)
            with unit_of_work(PLATFORM):
                loaded = watchlist_import(
                    source=options["source"], listed=listed, at=clock.now(), smaller=options["smaller"]
                )
        except (DomainError, OSError) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"{READERS[options['source']]}: {loaded.entries} entries, {loaded.new} new, "
            f"{loaded.changed} changed, {loaded.removed} removed."
        )


def _read(options: dict[str, Any]) -> list[Listed]:
    main: Path = options["file"]
    if options["source"] == "un":
        return read_un(unpacked(main.read_bytes()))
    return read_ofac(
        sdn=unpacked(main.read_bytes()),
        aliases=_beside(main, options["aliases"], "alt"),
        addresses=_beside(main, options["addresses"], "add"),
    )


def _beside(main: Path, named: Path | None, part: str) -> bytes:
    """OFAC publishes the parts side by side: sdn.csv, alt.csv, add.csv."""
    path = named or main.with_name(main.name.replace("sdn", part))
    if named is None and (path == main or not path.exists()):
        return b""
    return unpacked(path.read_bytes())
