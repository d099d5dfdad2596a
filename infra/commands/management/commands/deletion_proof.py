"""`manage deletion_proof`: prints the proof of a deletion, or verifies one."""

import json
from argparse import ArgumentParser
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.management.base import BaseCommand, CommandError

from tenants.departure.proof import is_genuine
from tenants.departure.queries import proof_of
from tenants.runtime.sealing import read_key


class Command(BaseCommand):
    """Verifying needs no database, and with --public-key no settings of the place that signed."""

    help = "Print the proof of a group's deletion by its number, or --verify a file that holds one."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("closure", type=UUID, nargs="?")
        parser.add_argument("--verify", type=Path, help="a proof as it was downloaded")
        parser.add_argument(
            "--public-key", help="in base64, as `manage audit_key` prints it where the proof was signed; have it from "
            "the operator before the deletion, not from the proof. Without it: the key of the settings",
        )  # fmt: skip

    def handle(
        self,
        *args: object,
        closure: UUID | None,
        verify: Path | None,
        public_key: str | None,
        **options: object,
    ) -> None:
        if (closure is None) == (verify is None):
            raise CommandError("Name the closure, or a file to verify.")
        if verify is not None:
            self._verify(verify, public_key)
            return
        found = proof_of(closure) if closure else None
        if found is None:
            raise CommandError(f"there is no proof {closure}")
        self.stdout.write(json.dumps({"proof": found[0], "signature": found[1]}, ensure_ascii=False))

    def _verify(self, file: Path, public_key: str | None) -> None:
        try:
            key = Ed25519PublicKey.from_public_bytes(read_key(public_key)) if public_key else None
        except ValueError as error:
            raise CommandError(f"--public-key {public_key}: {error}") from None
        try:
            told = json.loads(file.read_text())
            genuine = is_genuine(told["proof"], told["signature"], public_key=key)
        except (ValueError, KeyError):
            genuine = False
        if not genuine:
            raise CommandError(f"{file} is not a proof that was signed with this key")
        proof = json.loads(told["proof"])
        rows = sum(proof["rows"].values()) + sum(unit["rows"] for unit in proof["units"].values())
        self.stdout.write(
            f"{file}: genuine. {proof['group']['name']}: {len(proof['units'])} units and {rows} rows deleted by "
            f"{proof['finished_at']}; {len(proof['kept_by_law'])} tables kept by law, "
            f"{len(proof.get('kept_nameless', []))} as sums that name nobody"
        )
