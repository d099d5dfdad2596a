"""`manage unit_erase`: deletes a unit with its data, its keys and its archives."""

import shutil
import uuid
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from infra.config.wiring import register_reactions
from tenants.directory.operators import find_unit, locked_unit
from tenants.directory.provisioning.ending import archives_folder, purge_unit
from tenants.directory.provisioning.hooks import check_purge
from tenants.directory.services.trail import unit_changed
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import DomainError
from tenants.runtime import clock
from tenants.runtime.scope import group_scope, unit_of_work


class Command(BaseCommand):
    help = "Delete one unit for good, whatever its state: schema, role, memberships, keys and archives."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("--confirm", default="", help="the short name again")
        parser.add_argument("--keep-archives", action="store_true")

    def handle(self, *args: object, slug: str, confirm: str, keep_archives: bool, **options: object) -> None:
        if confirm != slug:
            raise CommandError(f"Nothing was deleted. Repeat with --confirm {slug}.")
        register_reactions()
        unit, at = find_unit(slug), clock.now()
        with unit_of_work(group_scope(unit.group_id)):
            locked = locked_unit(unit)
            _check(unit.group_id, unit.id)
            before, locked.status = locked.status, "purged"
            locked.epoch += 1
            locked.version += 1
            locked.save(update_fields=["status", "epoch", "version"])
            actor = system_actor(group_id=unit.group_id, unit_id=unit.id, name="unit_erase")
            unit_changed(
                actor=actor, unit=locked, action="purge", event="purged", at=at,
                old={"status": before}, new={"status": "purged"}, reason="erased by an operator",
            )  # fmt: skip
        purge_unit(unit_id=unit.id, at=at)
        if not keep_archives:
            shutil.rmtree(archives_folder(unit.id), ignore_errors=True)
        self.stdout.write(f"{slug} is gone.")


def _check(group_id: uuid.UUID, unit_id: uuid.UUID) -> None:
    try:
        check_purge(group_id=group_id, unit_id=unit_id)
    except DomainError as refusal:
        raise CommandError(f"Nothing was deleted. {refusal}") from None
