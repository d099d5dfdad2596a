"""Root fields of purchasing."""

from api.procurement.collaboration_types import OrderChange, OrderConfirmation, ShipNotice
from api.procurement.desk import desk_field
from api.procurement.exchange import exchange_document
from api.procurement.import_mutations import OrderImport
from api.procurement.insight import cycle_field, deliveries_field
from api.procurement.insight_documents import cycle_documents_field, delivery_documents_field
from api.procurement.invoicing_types import SupplierInvoice
from api.procurement.item_terms import ItemTerms
from api.procurement.mrp_types import MrpDelivery, MrpDemand, MrpSource
from api.procurement.order_types import PurchaseOrder, PurchaseOrderLine
from api.procurement.paying_types import BankAccount, PaymentRun
from api.procurement.receiving_types import GoodsReceipt, SupplierReturn
from api.procurement.recommendations import requisition_recommendations
from api.procurement.setting import purchasing_setting
from api.procurement.templates import RequisitionTemplate
from api.procurement.types import Requisition
from api.reads import connection, one


class UnitQuery:
    """What the unit reads of its purchasing."""

    requisitions = connection(Requisition)
    requisition = one(Requisition)
    requisition_templates = connection(RequisitionTemplate)
    requisition_recommendations = requisition_recommendations()
    purchase_orders = connection(PurchaseOrder)
    purchase_order = one(PurchaseOrder)
    purchase_order_lines = connection(PurchaseOrderLine)
    order_changes = connection(OrderChange)
    order_change = one(OrderChange)
    order_confirmations = connection(OrderConfirmation)
    order_confirmation = one(OrderConfirmation)
    ship_notices = connection(ShipNotice)
    ship_notice = one(ShipNotice)
    exchange_document = exchange_document()
    goods_receipts = connection(GoodsReceipt)
    goods_receipt = one(GoodsReceipt)
    supplier_returns = connection(SupplierReturn)
    supplier_invoices = connection(SupplierInvoice)
    supplier_invoice = one(SupplierInvoice)
    bank_accounts = connection(BankAccount)
    payment_runs = connection(PaymentRun)
    payment_run = one(PaymentRun)
    deliveries_in_time = deliveries_field()
    purchase_cycle = cycle_field()
    delivery_documents = delivery_documents_field()
    cycle_documents = cycle_documents_field()
    desk = desk_field()
    order_imports = connection(OrderImport)
    order_import = one(OrderImport)
    item_terms = connection(ItemTerms)
    mrp_sources = connection(MrpSource)
    mrp_source = one(MrpSource)
    mrp_deliveries = connection(MrpDelivery)
    mrp_delivery = one(MrpDelivery)
    mrp_demands = connection(MrpDemand)
    purchasing_setting = purchasing_setting()
