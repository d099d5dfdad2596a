"""Which database alias and which schema a model's table belongs to."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections


class SchemaRouter:
    """Queries go to the runtime login; migrations run as the owner, each app in its one placement."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return "default"

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return "default"

    def allow_relation(self, obj1: Any, obj2: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        if db != "owner":
            return False
        placed = settings.TENANT_APPS if connections[db].schema_name != "public" else settings.SHARED_APPS  # type: ignore[attr-defined]
        return apps.get_app_config(app_label).name in _names(tuple(placed))


def _names(entries: tuple[str, ...]) -> set[str]:
    return {entry.split(".apps.")[0] for entry in entries}
