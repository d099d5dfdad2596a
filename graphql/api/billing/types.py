"""Rows of billing as they are read: what was asked of Stripe, invoices, commission."""

from graphene import ID, Int, String

from api.billing.amounts import amount
from api.reads import ReadType, children, column, computed
from api.scalars import JSON, Date, DateTime, Decimal
from billing.queries import (
    charges_visible_to,
    invoices_visible_to,
    operations_visible_to,
    usage_events_visible_to,
)

READ = "billing.subscription.read"


class BillingOperation(ReadType):
    """Something asked of the payment provider: its page to go on at, or why it was refused."""

    class Meta:
        model = "billing.Operation"
        permission = READ
        visible = operations_visible_to

    kind = column(String, description="checkout, change, cancel, resume, portal, coupon or tax_id.")
    status = column(String, description="waiting, done or refused.")
    url = column(String, description="The page to go on at; empty when there is none.")
    code = column(String, description="Why it was refused, as a code; empty otherwise.")
    message = column(String, description="Why it was refused, in the provider's words; empty otherwise.")
    asked_at = column(DateTime, description="When it was asked for.")
    finished_at = column(DateTime, description="When the answer came.")


class BillingInvoice(ReadType):
    """An invoice of the subscription. Amounts are in its currency."""

    class Meta:
        model = "billing.InvoiceRef"
        permission = READ
        visible = invoices_visible_to
        filters = {"status": ["eq", "in"], "issued_at": ["gte", "lt"]}
        order_by = ("issued_at", "number")
        default_order = "-issued_at"

    number = column(String, description="Its number.")
    status = column(String, description="open, paid, void or uncollectible.")
    currency = column(String, description="ISO 4217.")
    issued_at = column(DateTime, description="When it was issued.")
    next_attempt_at = column(DateTime, description="When its money is tried to be taken again.")
    page_url = column(String, description="Where it is shown and downloaded.")
    pdf_url = column(String, description="Where it is downloaded as PDF; empty when it is not.")
    subtotal = computed(
        Decimal, needs=("subtotal_minor", "currency"), resolve=amount, description="Of its lines."
    )
    discount = computed(
        Decimal, needs=("discount_minor", "currency"), resolve=amount, description="Taken off."
    )
    tax = computed(Decimal, needs=("tax_minor", "currency"), resolve=amount, description="Added as tax.")
    total = computed(Decimal, needs=("total_minor", "currency"), resolve=amount, description="Altogether.")
    due = computed(
        Decimal, needs=("due_minor", "currency"), resolve=amount, description="To be paid, after credit."
    )
    paid = computed(Decimal, needs=("paid_minor", "currency"), resolve=amount, description="Paid so far.")
    lines = column(
        JSON,
        description="Its lines: description, quantity, amount_minor (in minor units), is_proration, price_ref.",
    )


class UsageEvent(ReadType):
    """What an order, or a change of it, added to the commission or took off."""

    class Meta:
        model = "billing.UsageEvent"
        permission = READ
        visible = usage_events_visible_to
        filters = {"order_number": ["eq"], "month_date": ["eq"], "unit_id": ["eq"]}
        order_by = ("happened_at",)
        default_order = "-happened_at"

    unit_id = column(ID, of="Unit", description="The unit that ordered.")
    order_number = column(String, description="The order.")
    month_date = column(Date, description="The month it counts for, by its first day.")
    order_amount = column(Decimal, description="What of the order stands, in its currency, without tax.")
    order_currency = column(String, description="ISO 4217.")
    fx_rate = column(Decimal, description="The rate of the day it was placed.")
    currency = column(String, description="What commission is paid in, ISO 4217.")
    rate_bps = column(Int, description="The rate of commission, in hundredths of a per cent.")
    commission = computed(
        Decimal,
        needs=("commission_minor", "currency"),
        resolve=amount,
        description="Added; negative when taken off.",
    )
    happened_at = column(DateTime, description="When it was entered.")


class CommissionCharge(ReadType):
    """Commission that was charged, with the orders it is made of."""

    class Meta:
        model = "billing.CommissionCharge"
        permission = READ
        visible = charges_visible_to
        order_by = ("charged_at",)
        default_order = "-charged_at"

    currency = column(String, description="ISO 4217.")
    gross = computed(
        Decimal,
        needs=("gross_minor", "currency"),
        resolve=amount,
        description="The sum of its orders' commission.",
    )
    charged = computed(
        Decimal,
        needs=("amount_minor", "currency"),
        resolve=amount,
        description="What is charged, after the cap.",
    )
    charged_at = column(DateTime, description="When it was charged.")
    reported_at = column(DateTime, description="When it was put on the next invoice.")
    usage_events = children(
        "UsageEvent", by="charge_id", order_by=("happened_at",), description="Its orders."
    )
