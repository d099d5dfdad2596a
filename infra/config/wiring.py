"""Brings the contexts' reactions in: handlers of events, reactions to alarms, tasks,
and what contexts put into new units."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

MODULES = ("handlers", "provision", "tasks")


def register_reactions() -> None:
    """This will import `handlers`, `provision` and `tasks` of every context that has them."""
    import_module("tenants.runtime.delivery")
    for config in apps.get_app_configs():
        for name in MODULES:
            if find_spec(f"{config.name}.{name}") is not None:
                import_module(f"{config.name}.{name}")
