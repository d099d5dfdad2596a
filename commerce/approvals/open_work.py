"""What stands still while approvals are off."""

from commerce.approvals.models import FlowRun
from tenants.directory.open_work import OpenWork, open_work


@open_work("approvals")
def running_approvals() -> list[OpenWork]:
    """This will count the approvals that still run."""
    return [OpenWork("running approvals", "进行中的审批", FlowRun.objects.filter(status="pending").count())]
