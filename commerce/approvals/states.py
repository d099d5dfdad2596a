"""The lives of a flow definition, a run and a step task (DOMAIN, state machines)."""

from tenants.kernel.states import Machine

FLOW = Machine(
    "flow definition",
    {
        "draft": {"draft", "checked", "published", "retired"},
        "checked": {"draft", "checked", "published", "retired"},
        "published": {"retired"},
        "retired": set(),
    },
)

RUN = Machine(
    "approval run",
    {
        "pending": {"approved", "rejected", "returned", "withdrawn", "expired"},
        "approved": {"invalidated"},
        "rejected": set(),
        "returned": set(),
        "withdrawn": set(),
        "expired": set(),
        "invalidated": set(),
    },
)

TASK = Machine(
    "step task",
    {
        "active": {"done", "skipped", "delegated"},
        "done": set(),
        "skipped": set(),
        "delegated": set(),
    },
)
