"""Changes, answers and ship notices of issued orders, as both sides read them.

A supplier's contact reads what concerns the orders placed with its own organisation: its own proposals, and
the buyer's once they were shared.
"""

from graphene import ID, Boolean, Int, String

from api.reads import ReadType, children, column, reference
from api.scalars import Date, DateTime, Decimal
from commerce.procurement.collaboration_queries import (
    confirmation_lines_visible_to,
    confirmation_schedules_visible_to,
    order_change_lines_visible_to,
    order_changes_visible_to,
    order_confirmations_visible_to,
    ship_notice_lines_visible_to,
    ship_notice_packages_visible_to,
    ship_notices_visible_to,
)

PRICE = "procurement.price.read"
INSIDE = "procurement.setting.read"
CHANGE = "procurement.order_change.read"
CONFIRMATION = "procurement.order_confirmation.read"
NOTICE = "procurement.ship_notice.read"


class OrderChange(ReadType):
    """A proposal to change lines of an issued order, which stays in force until both sides agree."""

    class Meta:
        model = "procurement.OrderChange"
        permission = CHANGE
        visible = order_changes_visible_to
        search = ("number", "reason")
        filters = {"status": ["eq", "in"], "side": ["eq"], "order_id": ["eq", "in"]}
        order_by = ("number", "proposed_at")

    number = column(String, description="The number people use, e.g. PC-2026-000123.")
    order_id = column(ID, of="PurchaseOrder", description="The order.")
    side = column(String, description="Who proposes it: buyer or supplier.")
    status = column(String, description="proposed, in_approval, accepted, rejected, expired or withdrawn.")
    reason = column(String, description="Why it is proposed.")
    is_material = column(Boolean, description="Whether quantity or price changes, which is approved again.")
    total_amount = column(
        Decimal, permission=PRICE, description="The order's sum without tax as it would stand."
    )
    tax_amount = column(Decimal, permission=PRICE, description="The order's tax as it would stand.")
    approval_run_id = column(
        ID,
        source="approval_run_gid",
        of="ApprovalRun",
        permission=INSIDE,
        description="Its run through approval.",
    )
    confirmation_id = column(
        ID, of="OrderConfirmation", description="The supplier's answer that it came with."
    )
    proposer_name = column(String, description="Who proposed it.")
    decider_name = column(String, description="Who decided it.")
    decision_reason = column(String, description="Why it was declined.")
    proposed_at = column(DateTime, description="When it was proposed.")
    shared_at = column(DateTime, description="When the other side could first see it.")
    expires_at = column(DateTime, description="When it ends by itself.")
    decided_at = column(DateTime, description="When it was decided.")
    applied_version = column(Int, description="The version of the order that it made.")
    version = column(Int, description="Grows with each step; deciding needs the version that was read.")
    order = reference("PurchaseOrder", by="order_id", description="The order.")
    lines = children("OrderChangeLine", by="change_id", expect=5, description="What it changes.")


class OrderChangeLine(ReadType):
    """One line's part of a change: what it was when proposed, and what it is to be."""

    class Meta:
        model = "procurement.OrderChangeLine"
        permission = CHANGE
        visible = order_change_lines_visible_to

    line_id = column(ID, of="PurchaseOrderLine", description="The line of the order.")
    old_quantity = column(Decimal, description="How much was ordered.")
    new_quantity = column(Decimal, description="How much is to be ordered.")
    old_unit_price = column(Decimal, permission=PRICE, description="The price of one unit until then.")
    new_unit_price = column(Decimal, permission=PRICE, description="The price of one unit from then on.")
    old_requested_date = column(Date, description="The day it was asked for.")
    new_requested_date = column(Date, description="The day it is to be asked for.")
    line = reference("PurchaseOrderLine", by="line_id", description="The line of the order.")


class OrderConfirmation(ReadType):
    """A supplier's answer to an order, or to a change of it."""

    class Meta:
        model = "procurement.OrderConfirmation"
        permission = CONFIRMATION
        visible = order_confirmations_visible_to
        search = ("number", "external_ref")
        filters = {"status": ["eq", "in"], "response": ["eq", "in"], "order_id": ["eq", "in"]}
        order_by = ("number", "sent_at")

    number = column(String, description="The number people use, e.g. OC-2026-000123.")
    order_id = column(ID, of="PurchaseOrder", description="The order.")
    order_version = column(Int, description="The version of the order that was answered.")
    change_id = column(ID, of="OrderChange", description="The buyer's change that was answered.")
    side = column(String, description="Who wrote it down: supplier, or the buyer for it.")
    response = column(
        String, description="What it says as a whole: acknowledged, accepted, conditional or rejected."
    )
    status = column(
        String, description="pending waits for the buyer; recorded, accepted, declined or superseded."
    )
    external_ref = column(String, description="Its number in the supplier's system.")
    note = column(String, description="A note to the buyer.")
    sender_name = column(String, description="Who sent it.")
    decider_name = column(String, description="Who decided it.")
    decision_reason = column(String, description="Why it was declined.")
    sent_at = column(DateTime, description="When it was sent.")
    decided_at = column(DateTime, description="When it was decided.")
    version = column(Int, description="Grows with each step; deciding needs the version that was read.")
    order = reference("PurchaseOrder", by="order_id", description="The order.")
    lines = children("OrderConfirmationLine", by="confirmation_id", expect=5, description="Its answers.")


class OrderConfirmationLine(ReadType):
    """The answer on one line."""

    class Meta:
        model = "procurement.ConfirmationLine"
        permission = CONFIRMATION
        visible = confirmation_lines_visible_to

    line_id = column(ID, of="PurchaseOrderLine", description="The line of the order.")
    answer = column(String, description="accept, change, split, back_order or reject.")
    status_code = column(String, description="UNCL 1229: 5 accepted, 3 changed, 7 not accepted.")
    quantity = column(Decimal, description="What the line is to become in all, when that is proposed.")
    unit_price = column(
        Decimal, permission=PRICE, description="The price of one unit, when another is proposed."
    )
    deviates = column(Boolean, description="Whether it differs from what is asked for.")
    reason = column(String, description="Why.")
    line = reference("PurchaseOrderLine", by="line_id", description="The line of the order.")
    schedules = children(
        "OrderConfirmationSchedule",
        by="confirmation_line_id",
        order_by=("schedule_no",),
        expect=2,
        description="How much comes when.",
    )


class OrderConfirmationSchedule(ReadType):
    """A part of a line's open quantity with the day it is promised for."""

    class Meta:
        model = "procurement.ConfirmationSchedule"
        permission = CONFIRMATION
        visible = confirmation_schedules_visible_to

    schedule_no = column(Int, description="Its place in the answer, from 1.")
    quantity = column(Decimal, description="How much, in the line's unit.")
    promised_date = column(Date, description="The day; none is known for a back order yet.")
    is_back_order = column(Boolean, description="Whether it is out of stock.")


class ShipNotice(ReadType):
    """A delivery on its way, for one order."""

    class Meta:
        model = "procurement.ShipNotice"
        permission = NOTICE
        visible = ship_notices_visible_to
        search = ("number", "external_ref", "tracking_no", "carrier_name")
        filters = {
            "status": ["eq", "in"],
            "number": ["eq", "contains"],
            "order_id": ["eq", "in"],
            "supplier_org_gid": ["eq", "in"],
            "expected_date": ["gte", "lte", "is_null"],
            "sent_at": ["gte", "lt"],
        }
        order_by = ("number", "expected_date", "sent_at", "created_at")

    number = column(String, description="The number people use, e.g. SN-2026-000123.")
    order_id = column(ID, of="PurchaseOrder", description="The order.")
    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    side = column(String, description="Who wrote it: supplier, or the buyer for it.")
    status = column(
        String,
        description="draft, sent, in_transit, arrived, receiving, completed, exception or cancelled.",
    )
    external_ref = column(String, description="Its number in the supplier's system.")
    shipped_date = column(Date, description="The day the goods left.")
    expected_date = column(Date, description="The day they are expected.")
    carrier_name = column(String, description="Who carries them.")
    tracking_no = column(String, description="The carrier's number.")
    transport_mode = column(String, description="road, rail, sea, air, post, or empty.")
    gross_weight_kg = column(Decimal, description="The gross weight in kilograms.")
    note = column(String, description="A note to the buyer.")
    sender_name = column(String, description="Who wrote it.")
    exception_reason = column(String, description="What was wrong with the delivery.")
    sent_at = column(DateTime, description="When the buyer was told.")
    arrived_at = column(DateTime, description="When the goods arrived.")
    ended_at = column(DateTime, description="When it was completed or cancelled.")
    created_at = column(DateTime, description="When it was written down.")
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
    order = reference("PurchaseOrder", by="order_id", description="The order.")
    packages = children(
        "ShipNoticePackage",
        by="notice_id",
        order_by=("package_no",),
        expect=5,
        description="Its packages.",
    )
    lines = children(
        "ShipNoticeLine", by="notice_id", order_by=("line_no",), description="Its lines, in order."
    )


class ShipNoticePackage(ReadType):
    """One transport handling unit."""

    class Meta:
        model = "procurement.ShipNoticePackage"
        permission = NOTICE
        visible = ship_notice_packages_visible_to

    package_no = column(Int, description="Its place in the notice, from 1.")
    sscc = column(String, description="The GS1 serial shipping container code, 18 digits, or empty.")
    type_code = column(String, description="The kind of package: a code of UN/ECE Recommendation 21.")
    gross_weight_kg = column(Decimal, description="The gross weight in kilograms.")


class ShipNoticeLine(ReadType):
    """How much of an order line is in the delivery."""

    class Meta:
        model = "procurement.ShipNoticeLine"
        permission = NOTICE
        visible = ship_notice_lines_visible_to

    notice_id = column(ID, of="ShipNotice", description="The ship notice.")
    line_no = column(Int, description="Its place in the notice, from 1.")
    line_id = column(ID, of="PurchaseOrderLine", description="The line of the order.")
    package_id = column(ID, of="ShipNoticePackage", description="The package it is in.")
    quantity = column(Decimal, description="How much, in the line's unit.")
    lot_no = column(String, description="The lot or batch.")
    expiry_date = column(Date, description="The day it expires.")
    line = reference("PurchaseOrderLine", by="line_id", description="The line of the order.")
    package = reference("ShipNoticePackage", by="package_id", description="The package it is in.")
