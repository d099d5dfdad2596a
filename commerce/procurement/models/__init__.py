"""Tables of requisitions and purchase orders."""

from commerce.procurement.models.document import OrderDocument
from commerce.procurement.models.order import PoLine, PoSchedule, PurchaseOrder
from commerce.procurement.models.requisition import Requisition, RequisitionLine
from commerce.procurement.models.setting import ProcurementSetting

__all__ = [
    "OrderDocument",
    "PoLine",
    "PoSchedule",
    "ProcurementSetting",
    "PurchaseOrder",
    "Requisition",
    "RequisitionLine",
]
