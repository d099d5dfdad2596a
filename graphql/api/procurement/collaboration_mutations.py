"""What buyer and supplier can do with an issued order."""

import graphene

from api.inputs import Input, id_of, list_of
from api.mutation import Mutation
from api.procurement.collaboration_types import OrderChange, OrderConfirmation, ShipNotice
from api.procurement.order_types import PurchaseOrder
from api.reads import read_back
from api.scalars import Date, DateTime, Decimal
from commerce.procurement import answers
from commerce.procurement.services import order_change, ship_notice
from commerce.procurement.services.order_change import (
    order_change_accept,
    order_change_propose,
    order_change_reject,
    order_change_withdraw,
)
from commerce.procurement.services.order_confirmation import order_acknowledge, order_confirmation_send
from commerce.procurement.services.order_confirmation_answer import (
    order_confirmation_accept,
    order_confirmation_decline,
)
from commerce.procurement.services.ship_notice import (
    ship_notice_create,
    ship_notice_edit,
    ship_notice_send,
)
from commerce.procurement.services.ship_notice_steps import (
    ship_notice_arrive,
    ship_notice_cancel,
    ship_notice_depart,
)


def _the_order() -> object:
    return id_of("PurchaseOrder", required=True, description="The order.")


def _the_change() -> object:
    return id_of("OrderChange", required=True, description="The proposed change.")


def _the_confirmation() -> object:
    return id_of("OrderConfirmation", required=True, description="The supplier's answer.")


def _the_notice() -> object:
    return id_of("ShipNotice", required=True, description="The ship notice.")


def _the_version() -> object:
    return graphene.Int(required=True, description="The version that was read.")


class OrderLineChangeInput(Input):
    """What one line is to become; what is left out stays."""

    class Meta:
        into = order_change.LineChange

    line_id = id_of("PurchaseOrderLine", required=True, description="The line.")
    quantity = Decimal(description="How much is to be ordered, above zero.")
    unit_price = Decimal(description="The price of one unit, zero or more.")
    requested_date = Date(description="The day its open part is asked for.")


class PromiseInput(Input):
    """A part of a line's open quantity with the day it will come."""

    class Meta:
        into = answers.PromiseInput

    quantity = Decimal(required=True, description="How much, above zero.")
    promised_date = Date(description="The day; a back order may leave it open.")
    is_back_order = graphene.Boolean(description="Whether it is out of stock.")


class LineAnswerInput(Input):
    """What is answered on one line."""

    class Meta:
        into = answers.LineAnswer

    line_id = id_of("PurchaseOrderLine", required=True, description="The line.")
    answer = graphene.String(description="accept (when left out), change, split, back_order or reject.")
    schedules = list_of(
        PromiseInput, description="How much comes when; what they leave open stays as it was."
    )
    quantity = Decimal(description="What the line is to become in all, when that is proposed.")
    unit_price = Decimal(description="The price of one unit, when another is proposed.")
    reason = graphene.String(description="Why; needed to reject.")


class NoticePackageInput(Input):
    """One transport handling unit."""

    class Meta:
        into = ship_notice.NoticePackage

    sscc = graphene.String(description="The GS1 serial shipping container code: 18 digits.")
    type_code = graphene.String(description="The kind of package: a code of UN/ECE Recommendation 21.")
    gross_weight_kg = Decimal(description="The gross weight in kilograms.")


class NoticeLineInput(Input):
    """How much of an order line goes."""

    class Meta:
        into = ship_notice.NoticeLine

    line_id = id_of("PurchaseOrderLine", required=True, description="The line of the order.")
    quantity = Decimal(required=True, description="How much, above zero.")
    schedule_id = id_of("PurchaseOrderSchedule", description="The schedule it fulfils, when known.")
    package_no = graphene.Int(description="The package it is in, counted from 1.")
    lot_no = graphene.String(description="The lot or batch.")
    expiry_date = Date(description="The day it expires.")


class NoticeHeaderInput(Input):
    """How and when the goods travel."""

    class Meta:
        into = ship_notice.NoticeHeader

    shipped_date = Date(description="The day the goods leave; today when it is sent without one.")
    expected_date = Date(description="The day they are expected.")
    carrier_name = graphene.String(description="Who carries them.")
    tracking_no = graphene.String(description="The carrier's number.")
    transport_mode = graphene.String(description="road, rail, sea, air or post.")
    gross_weight_kg = Decimal(description="The gross weight in kilograms.")
    note = graphene.String(description="A note to the buyer.")
    external_ref = graphene.String(description="Its number in the supplier's system.")


class OrderChangePropose(Mutation):
    """Proposes to change lines of an issued order; the order stays in force until the other side agrees."""

    permission = "procurement.order_change.propose"
    service = order_change_propose
    creates = True

    class Input:
        order_id = _the_order()
        version = _the_version()
        lines = list_of(OrderLineChangeInput, required=True, description="What changes.")
        reason = graphene.String(description="Why.")
        expires_at = DateTime(description="When the proposal ends by itself.")

    class Payload:
        change = read_back(OrderChange)


class OrderChangeAccept(Mutation):
    """Agrees to the other side's change."""

    permission = "procurement.order_change.accept"
    service = order_change_accept

    class Input:
        change_id = _the_change()
        version = _the_version()

    class Payload:
        change = read_back(OrderChange)


class OrderChangeReject(Mutation):
    """Declines the other side's change."""

    permission = "procurement.order_change.reject"
    service = order_change_reject

    class Input:
        change_id = _the_change()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        change = read_back(OrderChange)


class OrderChangeWithdraw(Mutation):
    """Takes back a change of one's own side that is not agreed yet."""

    permission = "procurement.order_change.withdraw"
    service = order_change_withdraw

    class Input:
        change_id = _the_change()
        version = _the_version()

    class Payload:
        change = read_back(OrderChange)


class OrderAcknowledge(Mutation):
    """Notes that the supplier has received the order and will answer it."""

    permission = "procurement.order.acknowledge"
    service = order_acknowledge

    class Input:
        order_id = _the_order()
        version = _the_version()

    class Payload:
        order = read_back(PurchaseOrder)


class OrderConfirmationSend(Mutation):
    """Answers an issued order, or the buyer's change of it; without lines everything is accepted as asked."""

    permission = "procurement.order_confirmation.send"
    service = order_confirmation_send
    creates = True

    class Input:
        order_id = _the_order()
        version = _the_version()
        lines = list_of(LineAnswerInput, description="The answers; lines left out stay as they were.")
        change_id = id_of("OrderChange", description="The buyer's change that is answered.")
        note = graphene.String(description="A note to the buyer.")
        external_ref = graphene.String(description="Its number in the supplier's system.")

    class Payload:
        confirmation = read_back(OrderConfirmation)


class OrderConfirmationAccept(Mutation):
    """Agrees to a supplier's deviating answer; another quantity or price is approved first."""

    permission = "procurement.order_confirmation.accept"
    service = order_confirmation_accept

    class Input:
        confirmation_id = _the_confirmation()
        version = _the_version()

    class Payload:
        confirmation = read_back(OrderConfirmation)


class OrderConfirmationDecline(Mutation):
    """Declines a supplier's deviating answer; earlier promises stand."""

    permission = "procurement.order_confirmation.decline"
    service = order_confirmation_decline

    class Input:
        confirmation_id = _the_confirmation()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        confirmation = read_back(OrderConfirmation)


class ShipNoticeCreate(Mutation):
    """Drafts a ship notice; the other side does not see it yet."""

    permission = "procurement.ship_notice.create"
    service = ship_notice_create
    creates = True

    class Input:
        order_id = _the_order()
        lines = list_of(NoticeLineInput, required=True, description="What goes.")
        packages = list_of(NoticePackageInput, description="The packages, in order.")
        header = graphene.InputField(NoticeHeaderInput, description="How and when it travels.")

    class Payload:
        notice = read_back(ShipNotice)


class ShipNoticeEdit(Mutation):
    """Changes a draft; the lines given, with their packages, replace all lines and packages."""

    permission = "procurement.ship_notice.edit"
    service = ship_notice_edit

    class Input:
        notice_id = _the_notice()
        version = _the_version()
        lines = list_of(NoticeLineInput, description="What goes, in the place of all lines.")
        packages = list_of(NoticePackageInput, description="The packages, in order.")
        header = graphene.InputField(NoticeHeaderInput, description="How and when it travels.")

    class Payload:
        notice = read_back(ShipNotice)


class ShipNoticeSend(Mutation):
    """Tells the buyer of a delivery; from now on its quantities count as shipped."""

    permission = "procurement.ship_notice.send"
    service = ship_notice_send

    class Input:
        notice_id = _the_notice()
        version = _the_version()

    class Payload:
        notice = read_back(ShipNotice)


class ShipNoticeDepart(Mutation):
    """Notes that the goods have left."""

    permission = "procurement.ship_notice.depart"
    service = ship_notice_depart

    class Input:
        notice_id = _the_notice()
        version = _the_version()

    class Payload:
        notice = read_back(ShipNotice)


class ShipNoticeArrive(Mutation):
    """Notes that the goods have arrived."""

    permission = "procurement.ship_notice.arrive"
    service = ship_notice_arrive

    class Input:
        notice_id = _the_notice()
        version = _the_version()

    class Payload:
        notice = read_back(ShipNotice)


class ShipNoticeCancel(Mutation):
    """Takes back a notice whose goods have not arrived; its quantities are open again."""

    permission = "procurement.ship_notice.cancel"
    service = ship_notice_cancel

    class Input:
        notice_id = _the_notice()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        notice = read_back(ShipNotice)


UNIT = [
    OrderAcknowledge,
    OrderConfirmationSend,
    OrderConfirmationAccept,
    OrderConfirmationDecline,
    OrderChangePropose,
    OrderChangeAccept,
    OrderChangeReject,
    OrderChangeWithdraw,
    ShipNoticeCreate,
    ShipNoticeEdit,
    ShipNoticeSend,
    ShipNoticeDepart,
    ShipNoticeArrive,
    ShipNoticeCancel,
]
