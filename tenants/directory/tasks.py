"""Periodic work of the directory."""

from tenants.directory.fleet.spares import keep_spares
from tenants.runtime import clock
from tenants.runtime.scope import Scope
from tenants.runtime.tasks import platform_task


@platform_task("directory.spares", own_work=True)
def spare_schemas(*, scope: Scope) -> None:
    """This will keep a few schemas ready for units to come."""
    keep_spares(at=clock.now())
