"""What can be done with purchase orders."""

import graphene

from api.inputs import id_of, list_of
from api.mutation import Mutation
from api.procurement.inputs import OrderFrameInput, OrderLineInput
from api.procurement.order_types import PurchaseOrder
from api.reads import read_back
from commerce.procurement.services.order_end import order_cancel, order_close, order_hold, order_release
from commerce.procurement.services.order_place import order_place
from commerce.procurement.services.order_print import order_print
from commerce.procurement.services.order_steps import order_issue, order_submit, order_withdraw
from commerce.procurement.services.order_write import order_create, order_edit


def _the_order() -> object:
    return id_of("PurchaseOrder", required=True, description="The order.")


def _the_version() -> object:
    return graphene.Int(required=True, description="The version that was read.")


class OrderCreate(Mutation):
    """Writes down a draft order to a supplier."""

    permission = "procurement.order.create"
    service = order_create
    creates = True

    class Input:
        supplier_org_id = id_of("Supplier", required=True, description="The supplier.")
        lines = list_of(OrderLineInput, required=True, description="What is ordered.")
        currency = graphene.String(description="The currency of all amounts; the unit's own when left out.")
        order_type_code = graphene.String(description="220 order (when left out), 221, 226 or 227.")
        incoterm = graphene.String(description="An Incoterm of 2020.")
        payment_terms = graphene.String(description="When and how it is paid.")
        ship_to = graphene.String(description="Where the goods go.")
        cost_centre = graphene.String(description="The code of the cost centre that pays.")
        note = graphene.String(description="A note to the supplier.")
        frame = graphene.InputField(
            OrderFrameInput, description="A blanket's ceiling and period, or a call-off's blanket."
        )

    class Payload:
        order = read_back(PurchaseOrder)


class OrderPlace(Mutation):
    """Writes, submits and issues an order in one step when nobody has to approve it; otherwise it waits."""

    permission = "procurement.order.place"
    service = order_place
    creates = True

    class Input:
        supplier_org_id = id_of("Supplier", required=True, description="The supplier.")
        lines = list_of(OrderLineInput, required=True, description="What is ordered.")
        currency = graphene.String(description="The currency of all amounts; the unit's own when left out.")
        order_type_code = graphene.String(description="220 order (when left out), 221, 226 or 227.")
        incoterm = graphene.String(description="An Incoterm of 2020.")
        payment_terms = graphene.String(description="When and how it is paid.")
        ship_to = graphene.String(description="Where the goods go.")
        cost_centre = graphene.String(description="The code of the cost centre that pays.")
        note = graphene.String(description="A note to the supplier.")
        frame = graphene.InputField(
            OrderFrameInput, description="A blanket's ceiling and period, or a call-off's blanket."
        )

    class Payload:
        order = read_back(PurchaseOrder)


class OrderEdit(Mutation):
    """Changes a draft, or re-opens an approved order; the lines given replace all lines."""

    permission = "procurement.order.edit"
    service = order_edit

    class Input:
        order_id = _the_order()
        version = _the_version()
        supplier_org_id = id_of("Supplier", description="Another supplier.")
        lines = list_of(OrderLineInput, description="What is ordered, in the place of all lines.")
        currency = graphene.String(description="The currency of all amounts.")
        incoterm = graphene.String(description="An Incoterm of 2020.")
        payment_terms = graphene.String(description="When and how it is paid.")
        ship_to = graphene.String(description="Where the goods go.")
        cost_centre = graphene.String(description="The code of the cost centre that pays.")
        note = graphene.String(description="A note to the supplier.")
        frame = graphene.InputField(
            OrderFrameInput, description="A blanket's ceiling and period, or a call-off's blanket."
        )

    class Payload:
        order = read_back(PurchaseOrder)


class OrderSubmit(Mutation):
    """Sends a draft order into its approval flow, or approves it when its requisition covers it."""

    permission = "procurement.order.submit"
    service = order_submit

    class Input:
        order_id = _the_order()
        version = _the_version()

    class Payload:
        order = read_back(PurchaseOrder)


class OrderWithdraw(Mutation):
    """Takes an order out of approval and makes it a draft again."""

    permission = "procurement.order.withdraw"
    service = order_withdraw

    class Input:
        order_id = _the_order()
        version = _the_version()
        reason = graphene.String(description="Why.")

    class Payload:
        order = read_back(PurchaseOrder)


class OrderIssue(Mutation):
    """Places an approved order with its supplier."""

    permission = "procurement.order.issue"
    service = order_issue

    class Input:
        order_id = _the_order()
        version = _the_version()

    class Payload:
        order = read_back(PurchaseOrder)


class OrderCancel(Mutation):
    """Cancels an order for which nothing has come in."""

    permission = "procurement.order.cancel"
    service = order_cancel

    class Input:
        order_id = _the_order()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        order = read_back(PurchaseOrder)


class OrderClose(Mutation):
    """Closes an issued order, in full or short."""

    permission = "procurement.order.close"
    service = order_close

    class Input:
        order_id = _the_order()
        version = _the_version()
        short = graphene.Boolean(description="Whether the rest is no longer expected; then say why.")
        reason = graphene.String(description="Why.")

    class Payload:
        order = read_back(PurchaseOrder)


class OrderHold(Mutation):
    """Holds an order back from issue."""

    permission = "procurement.order.hold"
    service = order_hold

    class Input:
        order_id = _the_order()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        order = read_back(PurchaseOrder)


class OrderRelease(Mutation):
    """Releases a buyer's hold."""

    permission = "procurement.order.release"
    service = order_release

    class Input:
        order_id = _the_order()
        version = _the_version()

    class Payload:
        order = read_back(PurchaseOrder)


class OrderPrint(Mutation):
    """Asks for the PDF of an order as it is now; its documents have it a moment later."""

    permission = "procurement.order.print"
    service = order_print

    class Input:
        order_id = _the_order()
        locale = graphene.String(required=True, description="en or zh.")

    class Payload:
        order = read_back(PurchaseOrder)


UNIT = [
    OrderCreate,
    OrderEdit,
    OrderSubmit,
    OrderWithdraw,
    OrderIssue,
    OrderCancel,
    OrderClose,
    OrderHold,
    OrderRelease,
    OrderPrint,
    OrderPlace,
]
