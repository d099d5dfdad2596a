"""Alerts as they are read."""

from collections.abc import Mapping
from typing import Any

from graphene import ID, Argument, Boolean, Field, Int, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.ids import key_of, to_global_id
from api.reads import ReadType, children, column, computed, reference
from api.scalars import JSON, DateTime
from tenants.accounts.alert_kinds import kind_or_none
from tenants.accounts.queries.alerts import alert_notes_visible_to, alerts_visible_to, open_alerts
from tenants.accounts.services.alert_handling import alert_people
from tenants.kernel.actor import Actor

TYPES = {
    "order": "PurchaseOrder",
    "requisition": "Requisition",
    "receipt": "GoodsReceipt",
    "invoice": "SupplierInvoice",
    "certificate": "Certificate",
    "supplier_org": "Supplier",
}


def _text(kind: str, details: Mapping[str, object], *, actor: Actor) -> str:
    known = kind_or_none(kind)
    return known.words(actor.locale, details) if known else kind


def _name(kind: str, *, actor: Actor) -> str:
    known = kind_or_none(kind)
    return known.name(actor.locale) if known else kind


def _advice(kind: str, *, actor: Actor) -> str:
    known = kind_or_none(kind)
    return known.advice(actor.locale) if known else ""


def _subject(subject_type: str, subject_gid: Any) -> str | None:
    name = TYPES.get(subject_type)
    return to_global_id(name, subject_gid) if name else None


class Alert(ReadType):
    """Something that is wrong, once for its cause; it resolves itself when the cause is gone."""

    class Meta:
        model = "accounts.Alert"
        permission = "accounts.alert.read"
        visible = alerts_visible_to
        search = ("search_text",)
        filters = {
            "kind": ["eq", "in"],
            "unit_id": ["eq", "in", "is_null"],
            "urgent": ["eq"],
            "owner_gid": ["eq"],
            "assignee_gid": ["eq", "is_null"],
            "seen_at": ["is_null"],
            "snoozed_until_at": ["is_null"],
            "closed_at": ["is_null", "gte"],
            "resolved_at": ["is_null", "gte"],
            "raised_at": ["gte", "lt"],
        }
        order_by = ("raised_at",)
        default_order = "-raised_at"

    kind = column(String, description="What kind it is, e.g. procurement.delivery.late.")
    name = computed(
        String,
        needs=("kind",),
        resolve=_name,
        required=True,
        description="The kind's name, in the caller's language.",
    )
    text = computed(
        String,
        needs=("kind", "details"),
        resolve=_text,
        required=True,
        description="What is wrong, in the caller's language.",
    )
    advice = computed(
        String,
        needs=("kind",),
        resolve=_advice,
        required=True,
        description="What to do about it, in the caller's language.",
    )
    urgent = column(Boolean, description="Whether it cannot wait.")
    unit_id = column(ID, of="Unit", description="The unit; none for one of head office itself.")
    unit = reference("Unit", by="unit_id", description="The unit, as a record.")
    owner_id = column(
        ID, source="owner_gid", of="Person", description="The person it is for; none for all who may act."
    )
    subject_type = column(
        String, description="order, requisition, receipt, invoice, certificate or supplier_org."
    )
    subject_id = computed(
        ID, needs=("subject_type", "subject_gid"), resolve=_subject, description="The document it is about."
    )
    details = column(JSON, description="The evidence: names, numbers, days and counts.")
    raised_at = column(DateTime, description="When it was raised.")
    times_raised = column(Int, description="How often its cause has come.")
    seen_at = column(DateTime, description="When somebody took it on.")
    seen_by_name = column(String, description="Who took it on, or empty.")
    resolved_at = column(DateTime, description="When its cause was gone; none while it lasts.")
    search_text = column(String, description="What search looks in: its words in both languages, folded.")
    assignee_id = column(
        ID,
        source="assignee_gid",
        of="Person",
        description="Who looks after it; none for nobody in particular.",
    )
    assignee_name = column(String, description="The name of who looks after it, or empty.")
    snoozed_until_at = column(
        DateTime, description="Until when it is out of sight; none when it was not put off."
    )
    closed_at = column(
        DateTime, description="When somebody closed it; it stays closed while its cause lasts."
    )
    closed_by_name = column(String, description="Who closed it, or empty.")
    closed_reason = column(String, description="Why it was closed, or empty.")
    notes = children(
        "AlertNote",
        by="alert_id",
        order_by=("at",),
        expect=5,
        description="What was done and said about it, the oldest first.",
    )


class AlertNote(ReadType):
    """What somebody did about an alert, or said."""

    class Meta:
        model = "accounts.AlertNote"
        permission = "accounts.alert.read"
        visible = alert_notes_visible_to

    action = column(String, description="see, assign, comment, snooze, wake, close or reopen.")
    text = column(
        String, description="The comment, the reason, or the name of who it was given to; may be empty."
    )
    until_at = column(DateTime, description="Until when it was put off.")
    author_name = column(String, description="Who it was.")
    at = column(DateTime, description="When it was.")


class AlertCount(ObjectType):
    """How many alerts of one kind are open in one place."""

    kind = String(required=True, description="The kind.")
    name = String(required=True, description="Its name, in the caller's language.")
    unit_id = ID(description="The unit; none for head office itself.")
    count = Int(required=True, description="How many are open.")


@guarded("accounts.alert.read")
def _counts(root: Any, info: Any) -> list[dict[str, Any]]:
    actor = info.context.actor
    return [
        {
            "kind": kind,
            "name": known.name(actor.locale) if (known := kind_or_none(kind)) else kind,
            "unit_id": to_global_id("Unit", unit_id) if unit_id else None,
            "count": count,
        }
        for kind, unit_id, count in open_alerts(actor)
    ]


def alert_counts_field() -> Field:
    """This will make the root field of open alerts, counted."""
    return Field(
        NonNull(List(NonNull(AlertCount))),
        resolver=_counts,
        description="The open alerts that the caller sees, by kind and unit.",
    )


class AlertPerson(ObjectType):
    """Somebody who may look after an alert."""

    id = ID(required=True, description="The person.")
    name = String(required=True, description="The person's name.")


@guarded("accounts.alert.see")
def _people(root: Any, info: Any, alert_id: str) -> list[dict[str, Any]]:
    key = key_of(alert_id, "Alert")
    alert = alerts_visible_to(info.context.actor).filter(id=key).first() if key else None
    people = alert_people(alert) if alert else {}
    found = [{"id": to_global_id("Person", person_id), "name": name} for person_id, name in people.items()]
    return sorted(found, key=lambda person: (person["name"], person["id"]))


def alert_people_field() -> Field:
    """This will make the root field of those whom an alert may be given to."""
    return Field(
        NonNull(List(NonNull(AlertPerson))),
        alert_id=Argument(NonNull(ID), description="The alert."),
        resolver=_people,
        description="Who may look after an alert: those who see alerts where it is, by name.",
    )
