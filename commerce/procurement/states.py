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
LINE_AXIS = ("open", "part", "ordered")

ORDER_TYPES = ("220", "221", "226", "227")
"""UNCL 1001: order, blanket order, call-off order, consignment order."""

CALL_OFF = "226"

OPEN = ("draft", "in_approval", "approved", "issued")
"""States in which an order still runs."""

PLACED = ("issued", "closed", "short_closed")
"""States in which a supplier has received the order."""

REQUISITION_TYPE, ORDER_TYPE = "procurement.requisition", "procurement.order"
"""The codes under which the two documents are known to approvals."""
