"""Lines as clients write them."""

import graphene

from api.inputs import Input, id_of, list_of
from api.scalars import Date, Decimal
from commerce.procurement import frames, lines
from commerce.procurement.services.requisition_order import LineToOrder
from commerce.procurement.services.requisitions_submit import ToSubmit


class RequisitionLineInput(Input):
    """One line of a requisition: an item, or words."""

    class Meta:
        into = lines.RequisitionLineInput

    line_id = id_of(
        "RequisitionLine",
        description="When editing: the line that this one replaces, to stay with its demand.",
    )
    item_id = id_of("Item", description="The item; without one the description says what is meant.")
    description = graphene.String(description="What is meant; the item's name when left out.")
    category_id = id_of("Category", description="The category, when the item has none of its own.")
    quantity = Decimal(required=True, description="How much, above zero, with at most six decimals.")
    unit = graphene.String(description="The unit of measure (UN/ECE Rec. 20); the item's own when left out.")
    unit_price = Decimal(required=True, description="The estimated price of one unit, zero or more.")
    need_by_date = Date(description="The day by which it is needed.")
    supplier_org_id = id_of("Supplier", description="The supplier you suggest.")


class ScheduleInput(Input):
    """A part of a line's quantity, asked for by a day."""

    class Meta:
        into = lines.ScheduleInput

    quantity = Decimal(required=True, description="How much, in the line's unit.")
    requested_date = Date(description="The day it is asked for.")


class OrderLineInput(Input):
    """One line of an order."""

    class Meta:
        into = lines.OrderLineInput

    line_id = id_of(
        "PurchaseOrderLine",
        description="When editing: the line that this one replaces, to stay on its requisition.",
    )
    item_id = id_of("Item", description="The item; without one the description says what is meant.")
    description = graphene.String(description="What is ordered; the item's name when left out.")
    category_id = id_of("Category", description="The category, when the item has none of its own.")
    quantity = Decimal(required=True, description="How much, above zero, with at most six decimals.")
    unit = graphene.String(description="The unit of measure (UN/ECE Rec. 20); the item's own when left out.")
    unit_price = Decimal(
        required=True, description="The price of one unit, zero or more, up to six decimals."
    )
    tax_rate = Decimal(description="The tax rate as a percentage from 0 to 100; 0 when left out.")
    adjustment_amount = Decimal(description="A charge on the line, or below zero an allowance.")
    requested_date = Date(description="The day the goods are asked for, when the line is not split.")
    schedules = list_of(
        ScheduleInput, description="Splits the quantity over days; the parts add up to the quantity."
    )


class OrderFrameInput(Input):
    """What makes an order a blanket (221) or a call-off (226)."""

    class Meta:
        into = frames.OrderFrame

    blanket_id = id_of("PurchaseOrder", description="The blanket order that a call-off draws on.")
    ceiling_amount = Decimal(description="What may be called off a blanket order, without tax.")
    valid_from_date = Date(description="The first day of a blanket order.")
    valid_until_date = Date(description="The last day of a blanket order.")


class ToSubmitInput(Input):
    """A draft requisition to submit."""

    class Meta:
        into = ToSubmit

    requisition_id = id_of("Requisition", required=True, description="The requisition.")
    version = graphene.Int(required=True, description="The version that was read.")


class LineToOrderInput(Input):
    """How much of one requisition line to order, from whom, at what price."""

    class Meta:
        into = LineToOrder

    line_id = id_of("RequisitionLine", required=True, description="The requisition line.")
    quantity = Decimal(description="How much; all that is open when left out.")
    supplier_org_id = id_of("Supplier", description="The supplier; the suggested one when left out.")
    unit_price = Decimal(description="The price of one unit; the estimate when left out.")
    tax_rate = Decimal(description="The tax rate as a percentage from 0 to 100; 0 when left out.")
