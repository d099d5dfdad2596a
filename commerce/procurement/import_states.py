"""The life of an import of orders, and of a delivery of material demand."""

from tenants.kernel.states import Machine

IMPORT = Machine(
    "order_import",
    {
        "uploaded": {"read", "failed", "discarded"},
        "read": {"validating", "discarded"},
        "validating": {"validated", "failed"},
        "validated": {"validating", "applying", "discarded"},
        "applying": {"applied", "failed"},
        "applied": set(),
        "failed": {"discarded"},
        "discarded": set(),
    },
)

MRP_DELIVERY = Machine(
    "mrp_delivery",
    {
        "uploaded": {"read", "failed", "discarded"},
        "read": {"validating", "discarded"},
        "validating": {"validated", "failed"},
        "validated": {"validating", "applying", "discarded"},
        "pulling": {"applying", "failed"},
        "applying": {"applied", "failed"},
        "applied": set(),
        "failed": {"discarded"},
        "discarded": set(),
    },
)
"""A file begins as uploaded, a pull from the ERP as pulling, and what a client of the API delivers as applying."""
