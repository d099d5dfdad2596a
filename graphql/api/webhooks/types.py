"""Webhooks and their deliveries, as they are read."""

from graphene import ID, Boolean, Int, List, NonNull, String

from api.accounts.types import as_list
from api.reads import ReadType, column, computed, loaded, reference
from api.scalars import DateTime
from tenants.webhooks.body import bodies_of
from tenants.webhooks.queries import webhook_deliveries_visible_to, webhooks_visible_to


class Webhook(ReadType):
    """An address that is told what happens in the group or in the unit. Its secret is never shown again."""

    class Meta:
        model = "webhooks.Webhook"
        permission = "webhooks.webhook.read"
        visible = webhooks_visible_to
        search = ("title", "url")
        filters = {"status": ["eq", "in"]}
        order_by = ("title", "url", "created_at", "last_delivered_at")
        default_order = "-created_at"

    url = column(String, description="The address that is called.")
    title = column(String, description="What it is for, in the group's own words.")
    country = column(String, description="Where its receiver works: an ISO 3166 code.")
    event_types = computed(
        NonNull(List(NonNull(String))),
        needs=("event_types",),
        resolve=as_list,
        description="The types of events it wants.",
    )
    with_people = column(Boolean, description="Whether it asks for who did something.")
    status = column(String, description="active, paused (by people) or disabled (after failures).")
    failures = column(Int, description="Attempts in a row that failed.")
    failing_since_at = column(DateTime, description="Since when nothing got through.")
    disabled_at = column(DateTime, description="When it was disabled.")
    former_until_at = column(DateTime, description="Until when the former secret signs as well.")
    last_delivered_at = column(DateTime, description="When something last got through.")
    created_at = column(DateTime, description="When it was added.")
    version = column(Int, description="Grows with each change; changing needs the version that was read.")


class WebhookDelivery(ReadType):
    """One event on its way to one webhook; the log is kept for 30 days."""

    class Meta:
        model = "webhooks.WebhookDelivery"
        permission = "webhooks.webhook.read"
        visible = webhook_deliveries_visible_to
        search = ("event_type",)
        filters = {
            "webhook_id": ["eq"],
            "status": ["eq", "in"],
            "event_type": ["eq", "in"],
            "created_at": ["gte", "lt"],
        }
        order_by = ("created_at",)
        default_order = "-created_at"

    webhook_id = column(ID, of="Webhook", description="The webhook.")
    webhook = reference("Webhook", by="webhook_id", description="The webhook, as a record.")
    event_id = column(ID, of="Event", description="The event; `webhook-id` is made of it.")
    event_type = column(String, description="The type of the event.")
    status = column(String, description="waiting, held (until it is replayed), delivered or failed.")
    attempts = column(Int, description="How often it was tried since it was last put on its way.")
    next_attempt_at = column(DateTime, description="When it is tried next.")
    answer_status = column(Int, description="The HTTP status of the last answer.")
    duration_ms = column(Int, description="How long the last attempt took, in milliseconds.")
    last_error = column(String, description="Why the last attempt had no answer.")
    delivered_at = column(DateTime, description="When it got through.")
    created_at = column(DateTime, description="When it was put on its way first.")
    body = loaded(String, load=bodies_of, description="What is sent, as JSON.")
