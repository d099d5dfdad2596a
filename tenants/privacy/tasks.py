"""What privacy does by the clock."""

from tenants.privacy.services.retention_apply import retention_apply
from tenants.runtime import clock
from tenants.runtime.scope import Scope
from tenants.runtime.tasks import platform_task


@platform_task("privacy.retention", own_work=True)
def retention(*, scope: Scope) -> None:
    """This will obey the retention rules, once a day; asked again after a crash it goes on with the day."""
    retention_apply(at=clock.now())
