"""Entries of the audit trails: the same shape on both sides, over two tables."""

from collections.abc import Callable
from typing import Any

from graphene import String

from api.reads import ReadType, column, computed
from api.scalars import JSON, DateTime
from tenants.kernel.trail_words import Words, action_words, actor_words, thing_words
from tenants.runtime.queries import group_audit_entries_visible_to, unit_audit_entries_visible_to


def _worded(source: str, words: Callable[[str], Words], language: int, description: str) -> Any:
    return computed(
        String,
        needs=(source,),
        resolve=lambda code: words(code)[language],
        required=True,
        description=description,
    )


def _who(language: int, description: str) -> Any:
    return computed(
        String,
        needs=("actor_key", "actor_name"),
        resolve=lambda key, name: actor_words(key, name)[language],
        required=True,
        description=description,
    )


def _fields() -> dict[str, Any]:
    """The fields of an audit entry, declared anew for each type."""
    return {
        "at": column(DateTime, description="When the change was made."),
        "actor_key": column(String, description="Who made it: the kind of actor and its id."),
        "actor_name": column(String, description="The name of who made it, as it was then."),
        "actor_en": _who(0, "Who made it, in English: processes of the platform in words."),
        "actor_zh": _who(1, "Who made it, in Chinese: processes of the platform in words."),
        "action": column(String, description="What was done, by the code of its permission."),
        "action_en": _worded("action", action_words, 0, "What was done, in English words."),
        "action_zh": _worded("action", action_words, 1, "What was done, in Chinese words."),
        "subject_type": column(String, description="The kind of thing that was changed."),
        "subject_type_en": _worded("subject_type", thing_words, 0, "The kind of thing, in English words."),
        "subject_type_zh": _worded("subject_type", thing_words, 1, "The kind of thing, in Chinese words."),
        "subject_label": column(String, description="The number or name of the thing, as it was then."),
        "old": column(JSON, description="The changed fields before."),
        "new": column(JSON, description="The changed fields after."),
        "reason": column(String, description="Why, when a reason was given."),
        "ip_address": column(String, description="From where."),
        "request_id": column(String, description="In which request."),
    }


def _audit_entry(name: str, *, model: str, visible: Callable[..., Any], doc: str) -> type[ReadType]:
    meta = {
        "model": model,
        "permission": "runtime.audit.read",
        "visible": visible,
        "search": ["subject_label", "actor_name", "action"],
        "filters": {
            "action": ["eq", "in"],
            "actor_key": ["eq"],
            "subject_type": ["eq", "in"],
            "subject_label": ["eq", "contains"],
            "at": ["gte", "lt"],
        },
        "order_by": ["at"],
        "default_order": "-at",
    }
    body = {"__doc__": doc, "__module__": __name__, "Meta": type("Meta", (), meta), **_fields()}
    return type(name, (ReadType,), body)


GroupAuditEntry = _audit_entry(
    "GroupAuditEntry",
    model="runtime.GroupAuditEntry",
    visible=group_audit_entries_visible_to,
    doc="A change to what the group owns together.",
)
UnitAuditEntry = _audit_entry(
    "UnitAuditEntry",
    model="runtime_unit.UnitAuditEntry",
    visible=unit_audit_entries_visible_to,
    doc="A change to one of the unit's documents or settings.",
)
