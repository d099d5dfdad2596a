"""Bank accounts, masked, and payment runs, as they are read. The unit's own affair alone."""

from graphene import ID, Int, String

from api.procurement.words import document_url
from api.reads import ReadType, children, column, computed, money, reference
from api.scalars import Date, DateTime
from commerce.procurement.paying.queries import (
    bank_accounts_visible_to,
    payment_items_visible_to,
    payment_runs_visible_to,
)

READ = "procurement.payment.read"
PRICE = "procurement.price.read"


class BankAccount(ReadType):
    """An account of the unit itself, or of one supplier; its number is never shown whole."""

    class Meta:
        model = "procurement.BankAccount"
        permission = "procurement.bank_account.read"
        visible = bank_accounts_visible_to
        search = ("holder_name", "bank_name")
        filters = {"supplier_org_gid": ["eq", "in", "is_null"], "currency": ["eq", "in"]}
        order_by = ("holder_name", "created_at")

    supplier_id = column(
        ID, source="supplier_org_gid", of="Supplier", description="The supplier; the unit itself when empty."
    )
    holder_name = column(String, description="Whose account it is.")
    account_no = column(String, source="masked", description="The last four characters of its number.")
    scheme = column(String, description="iban or other.")
    country = column(String, description="The bank's country (ISO 3166-1).")
    currency = column(String, description="The currency it is used for (ISO 4217).")
    bank_name = column(String, description="The bank's name.")
    bic = column(String, description="The bank's code (ISO 9362).")
    changed_by_name = column(String, description="Who put it in force.")
    created_at = column(DateTime, description="When it was put in force.")


class PaymentRun(ReadType):
    """A proposal of what to pay on a day in one currency, released by a second person."""

    class Meta:
        model = "procurement.PaymentRun"
        permission = READ
        visible = payment_runs_visible_to
        search = ("number", "creator_name")
        filters = {
            "status": ["eq", "in"],
            "currency": ["eq", "in"],
            "execution_date": ["gte", "lte"],
            "created_at": ["gte", "lt"],
        }
        order_by = ("number", "execution_date", "created_at")

    number = column(String, description="The number people use, e.g. PAY-2026-000012.")
    status = column(String, description="proposed, released, paid or cancelled.")
    currency = column(String, description="The currency of all its amounts (ISO 4217).")
    total = money("total_amount", "currency", permission=PRICE, description="What is paid in all.")
    transfer_count = column(Int, description="How many transfers it has, one a supplier.")
    execution_date = column(Date, description="The day the bank is to pay.")
    due_until_date = column(Date, description="Invoices due until this day were chosen.")
    creator_name = column(String, description="Who proposed it.")
    releaser_name = column(String, description="Who released it.")
    cancel_reason = column(String, description="Why it was cancelled.")
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
    released_at = column(DateTime, description="When it was released.")
    paid_at = column(DateTime, description="When the bank had carried it out.")
    created_at = column(DateTime, description="When it was proposed.")
    file_url = computed(
        String,
        needs=("file_gid",),
        resolve=document_url,
        permission="procurement.payment.release",
        description="Where the ISO 20022 file can be fetched by the asker, for five minutes.",
    )
    payer_account = reference(
        "BankAccount", by="payer_account_id", description="The account it is paid from."
    )
    items = children("PaymentItem", by="run_id", order_by=("place",), expect=20, description="What it pays.")


class PaymentItem(ReadType):
    """One invoice, or below zero one credit note, in a payment run."""

    class Meta:
        model = "procurement.PaymentItem"
        permission = READ
        visible = payment_items_visible_to

    place = column(Int, description="Its place in the run, from 1.")
    transfer_no = column(Int, description="The transfer it is part of, from 1.")
    invoice_id = column(ID, of="SupplierInvoice", description="The invoice or credit note.")
    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    amount = money(
        "amount",
        "currency",
        permission=PRICE,
        description="What it adds to its transfer, below zero for credits.",
    )
    currency = column(String, description="The currency of the amount (ISO 4217).")
    priority = column(Int, description="The supplier's place by its tier: 1 is first, 100 without a tier.")
    due_date = column(Date, description="The day the invoice is due.")
    status = column(String, description="proposed, scheduled, paid or withdrawn.")
    run_id = column(ID, of="PaymentRun", description="The run.")
    run = reference("PaymentRun", by="run_id", description="The run.")
    invoice = reference("SupplierInvoice", by="invoice_id", description="The invoice or credit note.")
    payee_account = reference(
        "BankAccount",
        by="payee_account_id",
        permission="procurement.bank_account.read",
        description="The account it is paid to, while it is in force.",
    )
