"""What can be done with goods receipts and returns."""

import graphene

from api.inputs import Input, id_of, list_of
from api.mutation import Mutation
from api.procurement.receiving_types import GoodsReceipt, SupplierReturn
from api.reads import read_back
from api.scalars import Date, Decimal
from commerce.procurement.incoming import receipt_lines
from commerce.procurement.services import receipt_decide, return_goods
from commerce.procurement.services.receipt_steps import receipt_post, receipt_reverse
from commerce.procurement.services.receipt_write import (
    receipt_cancel,
    receipt_create,
    receipt_edit,
    receipt_inspect,
)


class ReceiptLineInput(Input):
    """What came in for one order line; what is not rejected or put into quarantine is accepted."""

    class Meta:
        into = receipt_lines.ReceiptLineInput

    order_line_id = id_of("PurchaseOrderLine", required=True, description="The order line.")
    received_quantity = Decimal(required=True, description="How much came, in the order line's unit.")
    rejected_quantity = Decimal(description="How much of it is rejected.")
    quarantined_quantity = Decimal(description="How much of it is put into quarantine.")
    reason_code = graphene.String(
        description="damaged, wrong_item, quality, expired, documents, excess or other."
    )
    reason = graphene.String(description="Why it is rejected or put into quarantine, in words.")
    lot = graphene.String(description="The lot or batch.")
    expiry_date = Date(description="The day until which the goods are good.")


class ReturnLineInput(Input):
    """How much of a receipt line goes back."""

    class Meta:
        into = return_goods.ReturnLineInput

    receipt_line_id = id_of("GoodsReceiptLine", required=True, description="The receipt line.")
    quantity = Decimal(required=True, description="How much, in the receipt line's unit.")
    disposition = graphene.String(
        description="What the goods had been: rejected (when left out), accepted or quarantined."
    )


def _the_receipt() -> object:
    return id_of("GoodsReceipt", required=True, description="The receipt.")


def _the_version() -> object:
    return graphene.Int(required=True, description="The version that was read.")


class ReceiptCreate(Mutation):
    """Writes down what came in for an issued order, and posts it when asked to."""

    permission = "procurement.receipt.create"
    service = receipt_create
    creates = True

    class Input:
        order_id = id_of("PurchaseOrder", required=True, description="The order.")
        lines = list_of(ReceiptLineInput, required=True, description="What came in.")
        received_date = Date(description="The day it came in; today when left out.")
        delivery_note_ref = graphene.String(description="The number of the supplier's delivery note.")
        ship_notice_id = id_of("ShipNotice", description="The ship notice that announced it.")
        note = graphene.String(description="A note.")
        post = graphene.Boolean(description="Whether it is posted at once.")

    class Payload:
        receipt = read_back(GoodsReceipt)


class ReceiptEdit(Mutation):
    """Changes a receipt that is not posted; the lines given replace all lines."""

    permission = "procurement.receipt.edit"
    service = receipt_edit

    class Input:
        receipt_id = _the_receipt()
        version = _the_version()
        lines = list_of(ReceiptLineInput, description="What came in, in the place of all lines.")
        received_date = Date(description="The day it came in.")
        delivery_note_ref = graphene.String(description="The number of the supplier's delivery note.")
        note = graphene.String(description="A note.")

    class Payload:
        receipt = read_back(GoodsReceipt)


class ReceiptInspect(Mutation):
    """Puts the goods of a draft into inspection."""

    permission = "procurement.receipt.inspect"
    service = receipt_inspect

    class Input:
        receipt_id = _the_receipt()
        version = _the_version()

    class Payload:
        receipt = read_back(GoodsReceipt)


class ReceiptPost(Mutation):
    """Makes a receipt final: its quantities count for the order."""

    permission = "procurement.receipt.post"
    service = receipt_post

    class Input:
        receipt_id = _the_receipt()
        version = _the_version()

    class Payload:
        receipt = read_back(GoodsReceipt)


class DecisionInput(Input):
    """How much of a receipt line's goods in quarantine is accepted and how much rejected."""

    class Meta:
        into = receipt_decide.DecisionInput

    receipt_line_id = id_of("GoodsReceiptLine", required=True, description="The receipt line.")
    accepted_quantity = Decimal(description="How much is accepted, in the line's unit.")
    rejected_quantity = Decimal(description="How much is rejected.")
    reason_code = graphene.String(
        description="Needed to reject: damaged, wrong_item, quality, expired, documents, excess or other."
    )


class ReceiptDecide(Mutation):
    """Accepts or rejects goods of a posted receipt that are in quarantine."""

    permission = "procurement.receipt.decide"
    service = receipt_decide.receipt_decide

    class Input:
        receipt_id = _the_receipt()
        version = _the_version()
        lines = list_of(DecisionInput, required=True, description="What is decided.")
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        receipt = read_back(GoodsReceipt)


class ReceiptReverse(Mutation):
    """Takes a posted receipt back as a whole."""

    permission = "procurement.receipt.reverse"
    service = receipt_reverse

    class Input:
        receipt_id = _the_receipt()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        receipt = read_back(GoodsReceipt)


class ReceiptCancel(Mutation):
    """Drops a receipt that was never posted."""

    permission = "procurement.receipt.cancel"
    service = receipt_cancel

    class Input:
        receipt_id = _the_receipt()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        receipt = read_back(GoodsReceipt)


class ReturnCreate(Mutation):
    """Sends goods of a posted receipt back to their supplier; a credit note is then expected."""

    permission = "procurement.return.create"
    service = return_goods.return_create
    creates = True

    class Input:
        receipt_id = _the_receipt()
        lines = list_of(ReturnLineInput, required=True, description="What goes back.")
        reason = graphene.String(required=True, description="Why.")
        returned_date = Date(description="The day it goes back; today when left out.")

    class Payload:
        supplier_return = read_back(SupplierReturn)


class ReturnWaive(Mutation):
    """Expects no credit note for a return any more."""

    permission = "procurement.return.waive"
    service = return_goods.return_waive

    class Input:
        return_id = id_of("SupplierReturn", required=True, description="The return.")
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        supplier_return = read_back(SupplierReturn)


UNIT = [
    ReceiptCreate,
    ReceiptEdit,
    ReceiptInspect,
    ReceiptPost,
    ReceiptDecide,
    ReceiptReverse,
    ReceiptCancel,
    ReturnCreate,
    ReturnWaive,
]
