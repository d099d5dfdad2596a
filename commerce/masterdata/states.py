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

QUALIFICATION = Machine(
    "qualification",
    {
        "in_qualification": {"qualified", "disqualified"},
        "qualified": {"preferred", "qualified", "suspended", "disqualified", "expired"},
        "preferred": {"qualified", "preferred", "suspended", "disqualified", "expired"},
        "suspended": {"qualified", "preferred", "disqualified"},
        "expired": {"qualified", "preferred", "disqualified"},
        "disqualified": {"in_qualification"},
    },
)
"""One category and region. A move to the same state renews it."""

QUALIFIED = ("qualified", "preferred")

GRADES = ("A", "B", "C", "D")

CERTIFICATE = Machine(
    "certificate",
    {
        "submitted": {"verified", "rejected"},
        "verified": {"expired", "rejected"},
        "rejected": set(),
        "expired": set(),
    },
)

CERTIFICATE_KINDS = (
    "business_licence", "iso_9001", "iso_14001", "iso_45001", "iso_13485", "product", "insurance", "other",
)  # fmt: skip

PROVIDER_CHECK = Machine(
    "provider check",
    {"pending": {"passed", "failed", "given_up"}, "passed": set(), "failed": set(), "given_up": {"pending"}},
)

CHECK_KINDS = ("credit", "licence")

APPLICATION = Machine(
    "application",
    {
        "draft": {"submitted", "withdrawn"},
        "submitted": {"accepted", "rejected", "returned"},
        "returned": {"submitted", "withdrawn"},
        "accepted": set(),
        "rejected": set(),
        "withdrawn": set(),
    },
)

ITEM_MERGE = Machine("merge of items", {"counting": {"confirmed"}, "confirmed": set()})
"""Units count their references first; the merge is confirmed with the counts at hand."""
