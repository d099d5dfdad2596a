"""`manage deletion_proof`: prints the proof of a deletion, or verifies one."""

import json
from argparse import ArgumentParser
from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from tenants.departure.proof import is_genuine
from tenants.departure.queries import proof_of


class Command(BaseCommand):
    help = "Print the proof of a group's deletion by its number, or --verify a file that holds one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("closure", type=UUID, nargs="?")
        parser.add_argument("--verify", type=Path)

    def handle(self, *args: object, closure: UUID | None, verify: Path | None, **options: object) -> None:
        if (closure is None) == (verify is None):
            raise CommandError("Name the closure, or a file to verify.")
        if verify is not None:
            self._verify(verify)
            return
        found = proof_of(closure) if closure else None
        if found is None:
            raise CommandError(f"there is no proof {closure}")
        self.stdout.write(json.dumps({"proof": found[0], "signature": found[1]}, ensure_ascii=False))

    def _verify(self, file: Path) -> None:
        try:
            told = json.loads(file.read_text())
            genuine = is_genuine(told["proof"], told["signature"])
        except (ValueError, KeyError):
            genuine = False
        if not genuine:
            raise CommandError(f"{file} is not a proof that was signed here")
        self.stdout.write(f"{file}: genuine")
