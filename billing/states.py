"""The life of a subscription and of what is asked of Stripe."""

from tenants.kernel.states import Machine

SUBSCRIPTION = Machine(
    "subscription",
    {
        "trialing": {"active", "past_due", "suspended", "cancelled"},
        "active": {"past_due", "suspended", "cancelled"},
        "past_due": {"active", "suspended", "cancelled"},
        "suspended": {"active", "past_due", "cancelled"},
        "cancelled": {"active"},
    },
)
"""`suspended` and `cancelled` read only; a cancelled group may subscribe again and finds everything there."""

READ_ONLY = ("suspended", "cancelled")
"""States in which a group reads and exports, and changes nothing but its subscription."""

OPERATION = Machine("operation", {"waiting": {"done", "refused"}, "done": set(), "refused": set()})

CURRENCIES = ("CNY", "EUR", "USD")
INTERVALS = ("month", "year")
KINDS = ("checkout", "change", "cancel", "resume", "portal", "coupon", "tax_id")
TAX_ID_KINDS = ("eu_vat", "cn_tin", "us_ein", "gb_vat", "ch_vat")
"""Kinds of tax numbers, by their names at Stripe."""
