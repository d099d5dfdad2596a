"""Tables of requisitions and purchase orders, and of what buyer and supplier agree about them."""

from commerce.procurement.models.attachment import Attachment
from commerce.procurement.models.change import OrderChange, OrderChangeLine
from commerce.procurement.models.confirmation import (
    ConfirmationLine,
    ConfirmationSchedule,
    OrderConfirmation,
)
from commerce.procurement.models.document import OrderDocument
from commerce.procurement.models.invoice import (
    InvoiceLine,
    InvoiceTax,
    MatchException,
    MatchLine,
    MatchResult,
    SupplierInvoice,
)
from commerce.procurement.models.item_terms import ItemTerms
from commerce.procurement.models.mrp import MrpDelivery, MrpDemand, MrpSource
from commerce.procurement.models.order import PoLine, PoSchedule, PurchaseOrder
from commerce.procurement.models.order_import import OrderImport
from commerce.procurement.models.payment import BankAccount, PaymentItem, PaymentRun
from commerce.procurement.models.quarantine import QuarantineDecision
from commerce.procurement.models.receipt import (
    DeliveryRecord,
    GoodsReceipt,
    LineProgress,
    ReceiptLine,
    ReturnLine,
    SupplierReturn,
)
from commerce.procurement.models.requisition import Requisition, RequisitionLine
from commerce.procurement.models.setting import ProcurementSetting
from commerce.procurement.models.ship_notice import ShipNotice, ShipNoticeLine, ShipNoticePackage
from commerce.procurement.models.template import RequisitionTemplate

__all__ = [
    "Attachment",
    "BankAccount",
    "ConfirmationLine",
    "ConfirmationSchedule",
    "DeliveryRecord",
    "GoodsReceipt",
    "InvoiceLine",
    "InvoiceTax",
    "ItemTerms",
    "LineProgress",
    "MatchException",
    "MatchLine",
    "MatchResult",
    "MrpDelivery",
    "MrpDemand",
    "MrpSource",
    "OrderChange",
    "OrderChangeLine",
    "OrderConfirmation",
    "OrderDocument",
    "OrderImport",
    "PaymentItem",
    "PaymentRun",
    "PoLine",
    "PoSchedule",
    "ProcurementSetting",
    "PurchaseOrder",
    "QuarantineDecision",
    "ReceiptLine",
    "Requisition",
    "RequisitionLine",
    "RequisitionTemplate",
    "ReturnLine",
    "ShipNotice",
    "ShipNoticeLine",
    "ShipNoticePackage",
    "SupplierInvoice",
    "SupplierReturn",
]
