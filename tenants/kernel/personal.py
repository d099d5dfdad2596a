"""The inventory of personal data (R30): which columns hold it, and of what kind.

A column's name decides, so that a new `…_name` counts as a person's until it is said to be a thing's. Logs hide
what is named so; the export and the erasure of a person follow it; a test fails for a text of a person's own table
that nobody has placed.
"""

import re
from typing import Literal

Kind = Literal["name", "email", "phone", "address", "network", "credential", "account", "who", "said"]
"""What it tells: `account` a bank account, `who` the id of a person, `said` free words that may name somebody."""

_BY_NAME: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"^(ip|ip_address|user_agent)$"), "network"),
    (
        re.compile(r"^(password|secret_hash|token_hash|session_key|session_data|secret|recovery_codes)$"),
        "credential",
    ),
    (re.compile(r"^(recipient|.*e?mail|.*_email)$"), "email"),
    (re.compile(r"^(.*_)?(phone|mobile|fax)$"), "phone"),
    (re.compile(r"^(street|postal_code|.*_address|ship_to)$"), "address"),
    (re.compile(r"^(iban|account_number|masked|holder_name)$"), "account"),
    (re.compile(r"^.*_name$"), "name"),
    (re.compile(r"^(.*_key|uploaded_by|created_by|changed_by|invited_by|actor|person_id|.*_by_id)$"), "who"),
    (
        re.compile(
            r"^(note|comment|statement|justification|remarks|(.*_)?reason|text_body|html_body|subject)$"
        ),
        "said",
    ),
)

THINGS = frozenset({
    "bank_name", "base_name", "carrier_name", "category_name", "code_name", "entry_name", "file_name", "group_name",
    "item_name", "legal_name", "logger_name", "model_name", "module_name", "other_name", "provider_name", "role_name",
    "schema_name", "supplier_name", "table_name", "task_name", "unit_name", "view_name", "name_key", "number_key",
    "value_key", "public_key", "wrapping_key", "content_key", "search_key", "sort_key", "idempotency_key",
    "supplier_address", "reason_code", "plan_name", "product_name", "step_name",
})  # fmt: skip
"""Names that look like a person's and are a thing's or an organisation's."""

NOT_DOERS = frozenset({"contact_name", "display_name", "evidence_name", "operator_name", "user_name"})
"""Names that are not of a member who did something: an erasure does not look for the member's name in them."""

IN_TABLE: dict[str, dict[str, Kind | None]] = {
    "account.EmailConfirmation": {"key": "credential"},
    "accounts.Alert": {
        "unit_role": None,
        "kind": None,
        "key": None,
        "permission": None,
        "subject_type": None,
        "details": None,
        "search_text": None,
    },
    "accounts.AlertNote": {"unit_role": None, "action": None, "text": "said"},
    "accounts.ApiKey": {"unit_role": None, "name": None, "prefix": None, "permissions": None},
    "accounts.ApiKeyUse": {"unit_role": None},
    "accounts.Consent": {"purpose": None, "locale": None, "origin": None},
    "accounts.CustomRole": {"code": None, "name": None, "kind": None, "permissions": None},
    "accounts.Invitation": {"kind": None, "unit_role": None, "role": None},
    "accounts.Membership": {"kind": None, "unit_role": None, "role": None},
    "accounts.Operator": {"role": None},
    "accounts.OutgoingMail": {"last_error": "said"},
    "accounts.Person": {"locale": None, "alert_mails": None},
    "accounts.SavedView": {"context": None, "screen": None, "name": "said", "state": "said"},
    "accounts.SecurityEvent": {"kind": None},
    "privacy.LegalHold": {"reference": "said"},
    "privacy.PersonRequest": {"kind": None, "status": None, "comment": "said", "holds": None, "erased": None},
    "privacy.Transfer": {"recipient": None},
    "mfa.Authenticator": {"type": None, "data": "credential"},
    "operations.UsageDay": {"module": None},
    "socialaccount.SocialAccount": {"provider": None, "uid": "who", "extra_data": "name"},
    "socialaccount.SocialToken": {"token": "credential", "token_secret": "credential"},
    "usersessions.UserSession": {"data": None},
}
"""What names alone do not tell, by table; None: nothing personal."""


def kind_of(name: str, *, table: str = "") -> Kind | None:
    """This will tell what a column of that name holds of a person; None for nothing."""
    placed = IN_TABLE.get(table, {})
    if name in placed:
        return placed[name]
    if name in THINGS:
        return None
    return next((kind for pattern, kind in _BY_NAME if pattern.match(name)), None)


def is_placed(name: str, *, table: str) -> bool:
    """This will tell whether somebody has decided what the column holds."""
    return name in IN_TABLE.get(table, {}) or name in THINGS or kind_of(name, table=table) is not None


def is_hidden_in_logs(name: str) -> bool:
    """This will tell whether a value of that name is kept out of logs: all of it but the ids of people."""
    return kind_of(name) not in (None, "who", "said")
