"""The state machines of requisitions and purchase orders. The database refuses the same moves."""

from tenants.kernel.states import Machine

REQUISITION = Machine(
    "requisition",
    {
        "draft": {"submitted", "cancelled"},
        "submitted": {"in_approval", "draft", "cancelled"},
        "in_approval": {"approved", "returned", "rejected", "draft"},
        "returned": {"draft", "cancelled"},
        "approved": {"sourcing", "ordered", "draft", "cancelled"},
        "sourcing": {"approved", "ordered", "cancelled"},
        "ordered": {"approved", "closed"},
        "rejected": set(),
        "closed": set(),
        "cancelled": set(),
    },
)
"""`in_approval → draft` is a withdrawal, `approved → draft` a material change, `ordered → approved` a
cancelled order that gives its quantities back."""

ORDER = Machine(
    "purchase_order",
    {
        "draft": {"in_approval", "approved", "cancelled"},
        "in_approval": {"approved", "draft", "cancelled"},
        "approved": {"issued", "draft", "cancelled"},
        "issued": {"closed", "short_closed", "cancelled"},
        "closed": set(),
        "short_closed": set(),
        "cancelled": set(),
    },
)
"""`draft → approved` needs an approval basis: the requisition's own approval covers the order."""

CONFIRMATIONS = ("none", "acknowledged", "accepted", "conditional", "rejected")
RECEIPTS = ("none", "partial", "full", "exception")
INVOICES = ("none", "partial", "full", "exception")
PAYMENTS = ("none", "partial", "full")
ORDER_TYPES = ("220", "221", "226", "227")
"""UNCL 1001: order, blanket order, call-off order, consignment order."""

CALL_OFF = "226"

OPEN = ("draft", "in_approval", "approved", "issued")
"""States in which an order still runs."""

PLACED = ("issued", "closed", "short_closed")
"""States in which a supplier has received the order."""

REQUISITION_TYPE, ORDER_TYPE = "procurement.requisition", "procurement.order"
"""The codes under which the two documents are known to approvals."""

BLANKET = "221"

CHANGE = Machine(
    "order_change",
    {
        "proposed": {"in_approval", "accepted", "rejected", "expired", "withdrawn"},
        "in_approval": {"proposed", "accepted", "rejected", "expired", "withdrawn"},
        "accepted": set(),
        "rejected": set(),
        "expired": set(),
        "withdrawn": set(),
    },
)
"""A buyer's material change is approved first (`in_approval → proposed`) and then shown to the supplier; a
supplier's is agreed to by the buyer first and then approved (`proposed → in_approval → accepted`)."""

CHANGE_OPEN = ("proposed", "in_approval")

CONFIRMATION = Machine(
    "order_confirmation",
    {
        "pending": {"accepted", "declined", "superseded"},
        "recorded": set(),
        "accepted": set(),
        "declined": set(),
        "superseded": set(),
    },
)
"""`pending` deviates from the order and waits for the buyer; `recorded` left nothing to decide."""

SHIP_NOTICE = Machine(
    "ship_notice",
    {
        "draft": {"sent", "cancelled"},
        "sent": {"in_transit", "arrived", "cancelled", "exception"},
        "in_transit": {"arrived", "cancelled", "exception"},
        "arrived": {"receiving", "exception"},
        "receiving": {"completed", "exception"},
        "exception": {"receiving", "completed", "cancelled"},
        "completed": set(),
        "cancelled": set(),
    },
)

SHIPPED = ("sent", "in_transit", "arrived", "receiving", "completed", "exception")
"""States of a ship notice whose quantities are on their way or have come."""

ANSWERS = {"accept": "5", "change": "3", "split": "3", "back_order": "3", "reject": "7"}
"""What a supplier answers on a line, with its code in UNCL 1229."""

HEADER_CODES = {"acknowledged": "AB", "accepted": "AP", "conditional": "CA", "rejected": "RE"}
"""The confirmation axis of an order as UNCL 4343 writes it."""

PROMISES = ("none", "accepted", "changed", "back_order", "rejected")
"""What the supplier has said of one schedule."""

CHANGE_TYPE = "procurement.order_change"
"""The code under which a change of an issued order is known to approvals."""
