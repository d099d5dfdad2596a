"""The life of a closure."""

from tenants.kernel.states import Machine

CLOSURE = Machine(
    "closure",
    {
        "closing": {"kept", "deleting"},
        "kept": set(),
        "deleting": {"deleted"},
        "deleted": set(),
    },
)
