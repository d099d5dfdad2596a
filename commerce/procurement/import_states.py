"""The life of an import of orders."""

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
