"""Goods receipts, returns and the progress of order lines, as they are read.

A supplier's contact reads the posted receipts and the returns of its own goods.
"""

import graphene
from graphene import ID, Int, String

from api.reads import ReadType, children, column, money, reference
from api.scalars import Date, DateTime, Decimal
from commerce.procurement.incoming.quarantine import quarantine_decisions_visible_to
from commerce.procurement.incoming.queries import (
    receipt_lines_visible_to,
    receipts_visible_to,
    return_lines_visible_to,
    returns_visible_to,
)

READ = "procurement.receipt.read"
PRICE = "procurement.price.read"


class OrderLineProgress(graphene.ObjectType):
    """How far an order line has come in and been invoiced, in the line's unit."""

    accepted_quantity = Decimal(required=True, description="What was accepted.")
    rejected_quantity = Decimal(required=True, description="What was rejected.")
    quarantined_quantity = Decimal(required=True, description="What was put into quarantine.")
    returned_quantity = Decimal(required=True, description="What was kept at first and then went back.")
    returned_rejected_quantity = Decimal(required=True, description="What was rejected and went back.")
    invoiced_quantity = Decimal(required=True, description="What matched invoices charge, less credit notes.")


class GoodsReceipt(ReadType):
    """Goods of one order that came in on one day; posted it is final."""

    class Meta:
        model = "procurement.GoodsReceipt"
        permission = READ
        visible = receipts_visible_to
        search = ("number", "delivery_note_ref", "receiver_name")
        filters = {
            "status": ["eq", "in"],
            "number": ["eq", "contains"],
            "order_id": ["eq", "in"],
            "supplier_org_gid": ["eq", "in"],
            "received_date": ["gte", "lte"],
            "posted_at": ["gte", "lt"],
        }
        order_by = ("number", "received_date", "created_at")

    number = column(String, description="The number people use, e.g. GR-2026-000123.")
    status = column(String, description="draft, inspecting, posted, reversed or cancelled.")
    order_id = column(ID, of="PurchaseOrder", description="The order it is for.")
    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    ship_notice_id = column(
        ID, source="ship_notice_gid", of="ShipNotice", description="The ship notice it answers to."
    )
    delivery_note_ref = column(String, description="The number of the supplier's delivery note.")
    received_date = column(Date, description="The day the goods came in.")
    receiver_name = column(String, description="Who received them.")
    note = column(String, description="A note.")
    reversal_reason = column(String, description="Why it was reversed.")
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
    posted_at = column(DateTime, description="When it was posted.")
    closed_at = column(DateTime, description="When it was reversed or dropped.")
    created_at = column(DateTime, description="When it was written down.")
    order = reference("PurchaseOrder", by="order_id", description="The order it is for.")
    lines = children(
        "GoodsReceiptLine", by="receipt_id", order_by=("line_no",), description="Its lines, in order."
    )
    attachments = children(
        "Attachment",
        by="subject_id",
        order_by=("id",),
        expect=1,
        permission="procurement.attachment.read",
        description="The unit's own files at it, in the order they came.",
    )
    returns = children(
        "SupplierReturn", by="receipt_id", expect=1, description="What of it went back to the supplier."
    )


class GoodsReceiptLine(ReadType):
    """What came in for one order line: received = accepted + rejected + quarantined."""

    class Meta:
        model = "procurement.ReceiptLine"
        permission = READ
        visible = receipt_lines_visible_to

    line_no = column(Int, description="Its place in the receipt, from 1.")
    order_line_id = column(ID, of="PurchaseOrderLine", description="The order line it is for.")
    received_quantity = column(Decimal, description="How much came, in the unit.")
    accepted_quantity = column(Decimal, description="How much was accepted.")
    rejected_quantity = column(Decimal, description="How much was rejected.")
    quarantined_quantity = column(Decimal, description="How much was put into quarantine.")
    unit = column(String, description="The unit of measure: a code of UN/ECE Recommendation 20.")
    reason_code = column(
        String,
        description="damaged, wrong_item, quality, expired, documents, excess, other; empty when all passed.",
    )
    reason = column(String, description="Why goods did not pass, in words.")
    lot = column(String, description="The lot or batch.")
    expiry_date = column(Date, description="The day until which the goods are good.")
    order_line = reference("PurchaseOrderLine", by="order_line_id", description="The order line it is for.")
    decisions = children(
        "QuarantineDecision",
        by="receipt_line_id",
        order_by=("id",),
        expect=1,
        description="What became of its goods in quarantine, in time's order.",
    )


class QuarantineDecision(ReadType):
    """How much of a receipt line's goods in quarantine was accepted and how much rejected."""

    class Meta:
        model = "procurement.QuarantineDecision"
        permission = READ
        visible = quarantine_decisions_visible_to

    receipt_line_id = column(ID, of="GoodsReceiptLine", description="The receipt line.")
    accepted_quantity = column(Decimal, description="How much was accepted, in the line's unit.")
    rejected_quantity = column(Decimal, description="How much was rejected.")
    reason_code = column(String, description="Why goods were rejected, as a code; empty when none were.")
    reason = column(String, description="Why, in words.")
    decider_name = column(String, description="Who decided.")
    decided_at = column(DateTime, description="When.")


class SupplierReturn(ReadType):
    """Goods that went back to their supplier, for which a credit note is expected."""

    class Meta:
        model = "procurement.SupplierReturn"
        permission = READ
        visible = returns_visible_to
        search = ("number", "reason")
        filters = {"status": ["eq", "in"], "order_id": ["eq", "in"], "supplier_org_gid": ["eq", "in"]}
        order_by = ("number", "returned_date")

    number = column(String, description="The number people use, e.g. RT-2026-000123.")
    status = column(String, description="expected, credited or waived.")
    receipt_id = column(ID, of="GoodsReceipt", description="The receipt the goods came in by.")
    order_id = column(ID, of="PurchaseOrder", description="The order they were for.")
    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    credit = money(
        "credit_amount", "currency", permission=PRICE, description="The credit that is expected, without tax."
    )
    reason = column(String, description="Why the goods went back.")
    waive_reason = column(String, description="Why no credit is expected any more.")
    returned_date = column(Date, description="The day they went back.")
    sender_name = column(String, description="Who sent them back.")
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
    created_at = column(DateTime, description="When it was written down.")
    receipt = reference("GoodsReceipt", by="receipt_id", description="The receipt the goods came in by.")
    order = reference("PurchaseOrder", by="order_id", description="The order they were for.")
    lines = children(
        "SupplierReturnLine",
        by="supplier_return_id",
        order_by=("line_no",),
        expect=3,
        description="Its lines, in order.",
    )


class SupplierReturnLine(ReadType):
    """How much of a receipt line went back."""

    class Meta:
        model = "procurement.ReturnLine"
        permission = READ
        visible = return_lines_visible_to

    line_no = column(Int, description="Its place in the return, from 1.")
    receipt_line_id = column(ID, of="GoodsReceiptLine", description="The receipt line.")
    disposition = column(String, description="What the goods had been: accepted, rejected or quarantined.")
    quantity = column(Decimal, description="How much went back, in the unit.")
    unit = column(String, description="The unit of measure: a code of UN/ECE Recommendation 20.")
    receipt_line = reference("GoodsReceiptLine", by="receipt_line_id", description="The receipt line.")
