"""The life of a business unit (DOMAIN: requested→provisioning→active⇄suspended→closing→closed→purged)."""

from tenants.kernel.states import Machine

UNIT = Machine(
    "business unit",
    {
        "requested": {"provisioning", "purged"},
        "provisioning": {"active", "purged"},
        "active": {"suspended", "closing"},
        "suspended": {"active", "closing"},
        "closing": {"closed"},
        "closed": {"purged"},
        "purged": set(),
    },
)
