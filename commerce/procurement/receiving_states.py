"""The state machines of what comes in: goods, returns, invoices, payments. The database refuses the same moves."""

from tenants.kernel.states import Machine

RECEIPT = Machine(
    "goods_receipt",
    {
        "draft": {"inspecting", "posted", "cancelled"},
        "inspecting": {"draft", "posted", "cancelled"},
        "posted": {"reversed"},
        "reversed": set(),
        "cancelled": set(),
    },
)
"""`draft → posted` is a receipt whose goods need no inspection of their own."""

RETURN = Machine(
    "supplier_return",
    {"expected": {"credited", "waived"}, "credited": set(), "waived": set()},
)
"""The goods are gone; what is expected is the supplier's credit note."""

INVOICE = Machine(
    "supplier_invoice",
    {
        "received": {"matching", "exception", "rejected"},
        "matching": {"approved", "exception", "rejected"},
        "exception": {"matching", "rejected"},
        "approved": {"scheduled", "matching", "rejected"},
        "scheduled": {"paid", "approved"},
        "paid": set(),
        "rejected": set(),
    },
)
"""`matching → approved` is the approval to pay; `scheduled → approved` a payment that was taken back."""

ANSWERS = {
    "received": "AB",
    "matching": "IP",
    "exception": "UQ",
    "approved": "AP",
    "scheduled": "AP",
    "paid": "PD",
    "rejected": "RE",
}
"""The invoice response code (UNCL 4343 T111) of each state; CA when differences were accepted."""

PAYMENT_RUN = Machine(
    "payment_run",
    {
        "proposed": {"released", "cancelled"},
        "released": {"paid", "cancelled"},
        "paid": set(),
        "cancelled": set(),
    },
)

REJECT_REASONS = ("damaged", "wrong_item", "quality", "expired", "documents", "excess", "other")
"""Why goods are rejected or put into quarantine."""

DISPOSITIONS_ZH = {"accepted": "已接收", "rejected": "已拒收", "quarantined": "隔离"}
"""What goods were that go back, with the words for it in Chinese texts."""
DISPOSITIONS = tuple(DISPOSITIONS_ZH)
"""What became of a received quantity."""

INVOICE_KINDS = ("380", "381")
"""UNCL 1001: commercial invoice, credit note."""

MATCH_WAYS = ("two_way", "three_way")
"""Whether an invoice is compared with its order alone, or with what was accepted as well."""

MATCH_REASONS = ("QTY", "PRI", "DEL", "QUA", "ITM", "REF", "FIN")
"""OPStatusReason: quantity, price, delivery, quality, item, reference, finance (tax, totals, currency)."""

RESOLUTIONS = ("open", "accepted", "credit_asked")

INVOICE_TYPE = "procurement.invoice"
"""The code under which invoices are known to approvals."""
