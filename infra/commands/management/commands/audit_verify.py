"""`manage audit_verify`: reads an exported audit trail and says what is wrong with it; needs no database."""

import base64
from argparse import ArgumentParser
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.management.base import BaseCommand, CommandError

from tenants.runtime.sealing import read_key, signing_key
from tenants.runtime.trail_files import read_export, verify_export


class Command(BaseCommand):
    help = (
        "Verify an export of `manage audit_export`: every row against its seal, every seal against its signature and "
        "the one before, and all of them against the heads that were kept outside the database."
    )
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--heads", type=Path, help="a file of heads, or the folder AUDIT_HEADS")
        parser.add_argument(
            "--public-key", action="append", default=[], help="in base64, as `manage audit_key` prints it; "
            "once for each key that was ever used. Without it: the key of the settings",
        )  # fmt: skip

    def handle(
        self, *args: object, file: Path, heads: Path | None, public_key: list[str], **options: object
    ) -> None:
        keys = [Ed25519PublicKey.from_public_bytes(_key(text)) for text in public_key]
        found = verify_export(file, public_keys=keys or [signing_key().public_key()], heads=heads)
        if found:
            raise CommandError(f"{file} is not as it was written:\n  " + "\n  ".join(found))
        export = read_export(file)
        self.stdout.write(
            f"{file}: {len(export.records)} rows under {len(export.seals)} seals, nothing wrong"
        )


def _key(text: str) -> bytes:
    try:
        return read_key(text)
    except ValueError as error:
        raise CommandError(f"--public-key {text}: {error}") from None


def public_key_text() -> str:
    """This will give the public key of the settings in base64."""
    return base64.b64encode(signing_key().public_key().public_bytes_raw()).decode()
