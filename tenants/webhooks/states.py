"""The lives of a webhook and of a delivery."""

from tenants.kernel.states import Machine

WEBHOOK = Machine(
    "webhook",
    {
        "active": {"paused", "disabled"},
        "paused": {"active"},
        "disabled": {"active"},
    },
)
"""`paused` by people, `disabled` by the platform after failures; both keep their events until they are active again."""

DELIVERY = Machine(
    "delivery",
    {
        "waiting": {"delivered", "failed", "held"},
        "held": {"waiting"},
        "failed": {"waiting"},
        "delivered": {"waiting"},
    },
)
"""Back to `waiting` leads a replay."""
