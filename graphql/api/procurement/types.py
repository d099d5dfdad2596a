"""Requisitions and their lines, as they are read."""

from decimal import Decimal as PyDecimal

from graphene import ID, Boolean, Int, String

from api.procurement.words import line_axis
from api.reads import ReadType, children, column, computed, money, reference
from api.scalars import Date, DateTime, Decimal
from commerce.procurement.queries import requisition_lines_visible_to, requisitions_visible_to


def _open_quantity(quantity: PyDecimal, ordered: PyDecimal) -> PyDecimal:
    return quantity - ordered


class Requisition(ReadType):
    """A request to buy, on its way through approval to orders."""

    class Meta:
        model = "procurement.Requisition"
        permission = "procurement.requisition.read"
        visible = requisitions_visible_to
        search = ("number", "title", "requester_name", "cost_centre")
        filters = {
            "status": ["eq", "in"],
            "number": ["eq", "contains"],
            "requester_gid": ["eq"],
            "cost_centre": ["eq", "in"],
            "currency": ["eq", "in"],
            "total_amount": ["gte", "lte"],
            "need_by_date": ["gte", "lte", "is_null"],
            "created_at": ["gte", "lt"],
            "submitted_at": ["gte", "lt"],
        }
        order_by = ("number", "created_at", "need_by_date", "total_amount", "status")

    number = column(String, description="The number people use, e.g. PR-2026-000123.")
    title = column(String, description="What it is for, in a few words.")
    status = column(
        String,
        description="draft, submitted, in_approval, returned, rejected, approved, sourcing, ordered, closed "
        "or cancelled.",
    )
    requester_id = column(ID, source="requester_gid", of="Person", description="The person who asks.")
    requester_name = column(String, description="The name of the person who asks.")
    cost_centre = column(String, description="The code of the cost centre that pays.")
    currency = column(String, description="The currency of its estimates (ISO 4217).")
    total_amount = column(Decimal, description="The sum of the rounded estimates of its lines.")
    total = money("total_amount", "currency", description="The sum of the estimates with its currency.")
    need_by_date = column(Date, description="The day by which it is needed.")
    justification = column(String, description="Why it is needed.")
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
    approval_run_id = column(
        ID, source="approval_run_gid", of="ApprovalRun", description="Its last run through approval."
    )
    copied_from_id = column(
        ID, source="copied_from_id", of="Requisition", description="The requisition it was copied from."
    )
    submitted_at = column(DateTime, description="When it was last submitted.")
    approved_at = column(DateTime, description="When it was approved, as it stands.")
    closed_at = column(DateTime, description="When it ended.")
    created_at = column(DateTime, description="When it was written down.")
    updated_at = column(DateTime, description="When it was last changed.")
    lines = children(
        "RequisitionLine", by="requisition_id", order_by=("line_no",), description="Its lines, in order."
    )
    attachments = children(
        "Attachment",
        by="subject_id",
        order_by=("id",),
        expect=3,
        permission="procurement.attachment.read",
        description="The files at it, in the order they came.",
    )


class RequisitionLine(ReadType):
    """One thing asked for, and how much of it is on orders."""

    class Meta:
        model = "procurement.RequisitionLine"
        permission = "procurement.requisition.read"
        visible = requisition_lines_visible_to

    requisition_id = column(ID, of="Requisition", description="The requisition it belongs to.")
    line_no = column(Int, description="Its place in the requisition, from 1.")
    item_id = column(ID, source="item_gid", of="Item", description="The item, unless it is free text.")
    description = column(String, description="What is meant.")
    category_id = column(ID, source="category_gid", of="Category", description="The category.")
    quantity = column(Decimal, description="How much is asked for, in the unit.")
    unit = column(String, description="The unit of measure: a code of UN/ECE Recommendation 20.")
    unit_price = column(
        Decimal, description="The estimated price of one unit, in the requisition's currency."
    )
    line_amount = column(Decimal, description="Quantity × estimated price, rounded to the currency.")
    need_by_date = column(Date, description="The day by which it is needed.")
    suggested_supplier_id = column(
        ID, source="supplier_org_gid", of="Supplier", description="The supplier the requester suggests."
    )
    source = column(String, description="manual, import or mrp.")
    ordered_quantity = column(Decimal, description="How much of it is on orders.")
    open_quantity = computed(
        Decimal,
        needs=("quantity", "ordered_quantity"),
        resolve=_open_quantity,
        required=True,
        description="How much of it is still to be ordered.",
    )
    status = computed(
        String,
        needs=("quantity", "ordered_quantity"),
        resolve=line_axis,
        required=True,
        description="open, part or ordered.",
    )
    is_free_text = computed(
        Boolean,
        needs=("item_gid",),
        resolve=lambda item: item is None,
        required=True,
        description="Whether it is described in words instead of naming an item.",
    )
    requisition = reference("Requisition", by="requisition_id", description="The requisition it belongs to.")
    order_lines = children(
        "PurchaseOrderLine",
        by="requisition_line_id",
        order_by=("id",),
        expect=2,
        description="The order lines that order it, those of cancelled orders too.",
    )
