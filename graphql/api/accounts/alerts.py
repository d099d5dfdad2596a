"""Alerts as they are read, and what people do with them."""

from collections.abc import Mapping
from typing import Any

from graphene import ID, Boolean, Field, Int, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.ids import to_global_id
from api.inputs import id_of
from api.mutation import Mutation
from api.permissions import SIGNED_IN
from api.reads import ReadType, column, computed, read_back, reference
from api.scalars import JSON, DateTime
from tenants.accounts.alert_kinds import kind_or_none
from tenants.accounts.queries.alerts import alerts_visible_to, open_alerts
from tenants.accounts.services.alerts import alert_see
from tenants.accounts.services.persons import alert_mails_choose
from tenants.kernel.actor import Actor

TYPES = {
    "order": "PurchaseOrder",
    "requisition": "Requisition",
    "receipt": "GoodsReceipt",
    "invoice": "SupplierInvoice",
    "certificate": "Certificate",
    "supplier": "Supplier",
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
        filters = {
            "kind": ["eq", "in"],
            "unit_id": ["eq", "in", "is_null"],
            "urgent": ["eq"],
            "owner_gid": ["eq"],
            "seen_at": ["is_null"],
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
        String, description="order, requisition, receipt, invoice, certificate or supplier."
    )
    subject_id = computed(
        ID, needs=("subject_type", "subject_gid"), resolve=_subject, description="The document it is about."
    )
    details = column(JSON, description="The evidence: names, numbers, days and counts.")
    raised_at = column(DateTime, description="When it was raised.")
    times_raised = column(Int, description="How often its cause has come.")
    seen_at = column(DateTime, description="When somebody took it on.")
    seen_by_name = column(String, description="Who took it on, or empty.")
    resolved_at = column(DateTime, description="When its cause was gone; none while it is open.")


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


class AlertSee(Mutation):
    """Takes an alert on; it stays open until its cause is gone."""

    permission = "accounts.alert.see"
    service = alert_see

    class Input:
        alert_id = id_of("Alert", required=True, description="The alert.")

    class Payload:
        alert = read_back(Alert)


class AlertMailsChoose(Mutation):
    """Sets of which alerts the person logged in gets mails."""

    permission = SIGNED_IN
    service = alert_mails_choose

    class Input:
        alert_mails = String(required=True, description="none, urgent or all.")
