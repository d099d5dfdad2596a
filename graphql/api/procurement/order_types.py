"""Purchase orders, their lines, schedules and printed forms, as they are read.

A supplier's contact reads the orders placed with its own organisation; what concerns the buying unit alone
asks for a permission that partners never hold.
"""

from graphene import ID, Boolean, Int, String

from api.procurement.invoicing_types import READ as INVOICES
from api.procurement.receiving_types import READ as RECEIPTS
from api.procurement.receiving_types import OrderLineProgress
from api.procurement.words import days_late, document_url, payable
from api.reads import ReadType, children, column, computed, loaded, money, reference
from api.scalars import Date, DateTime, Decimal, Money
from commerce.procurement.incoming.queries import line_progress
from commerce.procurement.queries import (
    order_documents_visible_to,
    order_lines_visible_to,
    order_schedules_visible_to,
    orders_visible_to,
)

PRICE = "procurement.price.read"
INSIDE = "procurement.setting.read"


class PurchaseOrder(ReadType):
    """An order to one supplier. Confirmation, receipt, invoice and payment are axes of their own."""

    class Meta:
        model = "procurement.PurchaseOrder"
        permission = "procurement.order.read"
        visible = orders_visible_to
        search = ("number", "supplier_name", "external_ref", "buyer_name")
        filters = {
            "status": ["eq", "in"],
            "number": ["eq", "contains"],
            "supplier_org_gid": ["eq", "in"],
            "order_type_code": ["eq", "in"],
            "origin": ["eq", "in"],
            "currency": ["eq", "in"],
            "cost_centre": ["eq", "in"],
            "confirmation": ["eq", "in"],
            "receipt": ["eq", "in"],
            "invoice": ["eq", "in"],
            "payment": ["eq", "in"],
            "buyer_hold": ["eq"],
            "sanction_hold": ["eq"],
            "total_amount": ["gte", "lte"],
            "order_date": ["gte", "lte", "is_null"],
            "issued_at": ["gte", "lt", "is_null"],
            "created_at": ["gte", "lt"],
            "external_ref": ["eq", "in"],
        }
        order_by = ("number", "created_at", "order_date", "issued_at", "total_amount", "supplier_name")

    number = column(String, description="The number people use, e.g. PO-2026-000123.")
    order_type_code = column(
        String, description="UNCL 1001: 220 order, 221 blanket, 226 call-off, 227 consignment."
    )
    origin = column(String, permission=INSIDE, description="direct, requisition or import.")
    status = column(
        String, description="draft, in_approval, approved, issued, closed, short_closed or cancelled."
    )
    confirmation = column(String, description="none, acknowledged, accepted, conditional or rejected.")
    receipt = column(String, description="none, partial, full or exception.")
    invoice = column(String, description="none, partial, full or exception.")
    payment = column(String, description="none, partial or full.")
    buyer_hold = column(Boolean, permission=INSIDE, description="Whether a buyer holds it back.")
    sanction_hold = column(Boolean, permission=INSIDE, description="Whether a sanction holds it back.")
    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    supplier_name = column(String, description="The supplier's name as it was.")
    supplier_address = column(String, description="The supplier's address as it was.")
    supplier_tax_id = column(String, description="The supplier's tax number as it was.")
    buyer_name = column(String, description="The name of who wrote it.")
    cost_centre = column(String, permission=INSIDE, description="The code of the cost centre that pays.")
    currency = column(String, description="The currency of all its amounts (ISO 4217).")
    incoterm = column(String, description="The Incoterm, empty when none is agreed.")
    payment_terms = column(String, description="When and how it is paid.")
    ship_to = column(String, description="Where the goods go.")
    note = column(String, description="A note to the supplier.")
    total_amount = column(
        Decimal, permission=PRICE, description="The sum of its lines without tax, in its currency."
    )
    tax_amount = column(Decimal, permission=PRICE, description="The sum of the taxes per rate.")
    total = money(
        "total_amount", "currency", permission=PRICE, description="The sum without tax, with its currency."
    )
    tax = money("tax_amount", "currency", permission=PRICE, description="The tax, with its currency.")
    payable = computed(
        Money,
        needs=("total_amount", "tax_amount", "currency"),
        resolve=payable,
        required=True,
        permission=PRICE,
        description="The amount to pay: the total and its tax.",
    )
    approval_basis = column(
        String,
        permission=INSIDE,
        description="What approved it: run, requisition, import, no_module (approvals are off), or empty.",
    )
    approval_run_id = column(
        ID,
        source="approval_run_gid",
        of="ApprovalRun",
        permission=INSIDE,
        description="Its last run through approval.",
    )
    blanket_id = column(ID, of="PurchaseOrder", description="The blanket order that a call-off draws on.")
    ceiling_amount = column(
        Decimal, permission=PRICE, description="What may be called off a blanket order, without tax."
    )
    called_off_amount = column(
        Decimal, permission=PRICE, description="What issued call-offs have taken of the ceiling."
    )
    valid_from_date = column(Date, description="The first day of a blanket order.")
    valid_until_date = column(Date, description="The last day of a blanket order.")
    external_ref = column(String, description="Its number in another system, when it was imported.")
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
    order_date = column(Date, description="The day it was placed.")
    issued_at = column(DateTime, description="When it was issued.")
    closed_at = column(DateTime, description="When it ended.")
    created_at = column(DateTime, description="When it was written down.")
    updated_at = column(DateTime, description="When it was last changed.")
    lines = children(
        "PurchaseOrderLine",
        by="order_id",
        order_by=("line_no",),
        expect=20,
        description="Its lines, in order.",
    )
    receipts = children(
        "GoodsReceipt",
        by="order_id",
        order_by=("received_date",),
        expect=2,
        permission=RECEIPTS,
        description="What came in for it, the first receipt first.",
    )
    invoices = children(
        "SupplierInvoice",
        by="order_id",
        order_by=("id",),
        expect=2,
        permission=INVOICES,
        description="What its supplier charged for it.",
    )
    returns = children(
        "SupplierReturn", by="order_id", expect=1, permission=RECEIPTS, description="What went back of it."
    )
    attachments = children(
        "Attachment",
        by="subject_id",
        order_by=("id",),
        expect=1,
        permission="procurement.attachment.read",
        description="The unit's own files at it, in the order they came.",
    )
    call_offs = children(
        "PurchaseOrder",
        by="blanket_id",
        order_by=("-created_at",),
        description="The call-offs of a blanket order, the newest first.",
    )
    changes = children(
        "OrderChange",
        by="order_id",
        order_by=("-proposed_at",),
        expect=3,
        description="Proposed and decided changes of it, the newest first.",
    )
    confirmations = children(
        "OrderConfirmation",
        by="order_id",
        order_by=("-sent_at",),
        expect=3,
        description="The supplier's answers to it, the newest first.",
    )
    ship_notices = children(
        "ShipNotice",
        by="order_id",
        order_by=("-created_at",),
        expect=3,
        description="Deliveries on their way, the newest first.",
    )
    documents = children(
        "PurchaseOrderDocument",
        by="order_id",
        order_by=("-order_version", "locale"),
        expect=2,
        description="Its printed forms, the newest first.",
    )


class PurchaseOrderLine(ReadType):
    """One line of an order."""

    class Meta:
        model = "procurement.PoLine"
        permission = "procurement.order.read"
        visible = order_lines_visible_to
        search = ("description",)
        filters = {"item_gid": ["eq", "in"], "category_gid": ["eq", "in"], "order_id": ["eq", "in"]}

    order_id = column(ID, of="PurchaseOrder", description="The order it belongs to.")
    line_no = column(Int, description="Its place in the order, from 1.")
    item_id = column(ID, source="item_gid", of="Item", description="The item, unless it is free text.")
    description = column(String, description="What is ordered.")
    category_id = column(ID, source="category_gid", of="Category", description="The category.")
    quantity = column(Decimal, description="How much is ordered, in the unit.")
    unit = column(String, description="The unit of measure: a code of UN/ECE Recommendation 20.")
    unit_price = column(
        Decimal, permission=PRICE, description="The price of one unit, in the order's currency."
    )
    adjustment_amount = column(
        Decimal, permission=PRICE, description="A charge on the line, or below zero an allowance."
    )
    line_extension_amount = column(
        Decimal,
        permission=PRICE,
        description="Quantity × price, rounded to the currency, with the adjustment.",
    )
    tax_rate = column(Decimal, permission=PRICE, description="The tax rate as a percentage.")
    requisition_line_id = column(
        ID, of="RequisitionLine", permission=INSIDE, description="The requisition line it orders."
    )
    external_ref = column(String, description="Its number in another system, when it was imported.")
    progress = loaded(
        OrderLineProgress, load=line_progress, description="How far it has come in and been invoiced."
    )
    order = reference("PurchaseOrder", by="order_id", description="The order it belongs to.")
    requisition_line = reference(
        "RequisitionLine",
        by="requisition_line_id",
        permission=INSIDE,
        description="The requisition line it orders.",
    )
    schedules = children(
        "PurchaseOrderSchedule",
        by="line_id",
        order_by=("schedule_no",),
        expect=1,
        description="Its deliveries.",
    )


class PurchaseOrderSchedule(ReadType):
    """A part of a line's quantity with its days: asked for, promised, delivered."""

    class Meta:
        model = "procurement.PoSchedule"
        permission = "procurement.order.read"
        visible = order_schedules_visible_to

    schedule_no = column(Int, description="Its place in the line, from 1.")
    quantity = column(Decimal, description="How much is meant, in the line's unit.")
    requested_date = column(Date, description="The day the buyer asks for.")
    promised_date = column(Date, description="The day the supplier promised.")
    delivered_date = column(Date, description="The day it came.")
    delivered_quantity = column(Decimal, description="How much came.")
    confirmation = column(
        String,
        description="What the supplier has said of it: none, accepted, changed, back_order or rejected.",
    )
    days_late = computed(
        Int,
        needs=("promised_date", "delivered_date"),
        resolve=days_late,
        description="Days from the promised to the actual delivery; below zero is early.",
    )


class PurchaseOrderDocument(ReadType):
    """A PDF of an order in one language."""

    class Meta:
        model = "procurement.OrderDocument"
        permission = "procurement.order.read"
        visible = order_documents_visible_to

    order_version = column(Int, description="The version of the order at which it was asked for.")
    locale = column(String, description="en or zh.")
    status = column(String, description="requested, ready or failed.")
    sha256 = column(String, description="The SHA-256 digest of the file, empty until it is ready.")
    byte_size = column(Int, description="The size of the file in bytes.")
    ready_at = column(DateTime, description="When it was made.")
    url = computed(
        String,
        needs=("file_gid",),
        resolve=document_url,
        description="Where the file can be fetched by the asker, for five minutes; null until it is ready.",
    )
