"""The states of suppliers, sanctions, imports and screening hits (DOMAIN, table of state machines)."""

from tenants.kernel.states import Machine

SUPPLIER = Machine(
    "supplier",
    {
        "prospect": {"invited", "registered", "archived"},
        "invited": {"registered", "archived"},
        "registered": {"in_qualification", "suspended", "archived"},
        "in_qualification": {"qualified", "disqualified", "archived"},
        "qualified": {"preferred", "suspended", "disqualified", "archived"},
        "preferred": {"qualified", "suspended", "disqualified", "archived"},
        "suspended": {"registered", "qualified", "disqualified", "archived"},
        "disqualified": {"archived"},
        "archived": {"registered"},
    },
)

SANCTION = Machine(
    "sanction",
    {
        "proposed": {"in_force_provisional", "withdrawn"},
        "scheduled": {"in_force", "lifted", "expired"},
        "in_force_provisional": {"in_force", "lifted", "expired"},
        "in_force": {"lifted", "expired"},
        "expired": set(),
        "lifted": set(),
        "withdrawn": set(),
    },
)

BINDING = ("scheduled", "in_force_provisional", "in_force")
"""States in which a sanction binds; a scheduled one binds from its start on."""

IMPORT = Machine(
    "import",
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

SCREENING_RUN = Machine(
    "screening run",
    {"queued": {"running", "failed"}, "running": {"finished", "failed"}, "finished": set(), "failed": set()},
)

SCREENING_HIT = Machine(
    "screening hit", {"open": {"confirmed", "dismissed"}, "confirmed": set(), "dismissed": {"open"}}
)

ACTIONS = ("invite", "award", "issue", "call_off", "pay")
"""What a sanction may forbid."""

OPEN_DOCUMENT_POLICIES = ("block_new", "hold_open", "cancel_open")
"""What happens to documents that are open when a sanction comes into force."""

LIVE_STATUSES = ("active", "archived")
"""States of items and categories."""
