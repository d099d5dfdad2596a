"""`manage audit_key`: prints the public key that audit seals are verified with. Keep it apart from the platform."""

from django.core.management.base import BaseCommand

from infra.commands.management.commands.audit_verify import public_key_text


class Command(BaseCommand):
    help = "Print the public key of AUDIT_SIGNING_KEY, for `manage audit_verify --public-key`."
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(public_key_text())
