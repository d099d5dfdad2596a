"""What stands still while requisitions or orders are off."""

from commerce.procurement.models import PurchaseOrder, Requisition
from commerce.procurement.states import OPEN
from tenants.directory.open_work import OpenWork, open_work

ENDED = ("rejected", "closed", "cancelled")


@open_work("requisitions")
def open_requisitions() -> list[OpenWork]:
    """This will count the requisitions that have not come to their end."""
    return [
        OpenWork(
            "open requisitions", "未结束的采购申请", Requisition.objects.exclude(status__in=ENDED).count()
        )
    ]


@open_work("orders")
def open_orders() -> list[OpenWork]:
    """This will count the orders that still run."""
    return [OpenWork("open orders", "执行中的订单", PurchaseOrder.objects.filter(status__in=OPEN).count())]
