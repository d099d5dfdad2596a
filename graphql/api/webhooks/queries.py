"""Root fields of webhooks and of the developer page."""

from api.reads import connection, one
from api.webhooks.plain import events_field, key_days_field, limits_field
from api.webhooks.types import Webhook, WebhookDelivery


class GroupQuery:
    """What the group API reads of webhooks."""

    webhooks = connection(Webhook)
    webhook = one(Webhook)
    webhook_deliveries = connection(WebhookDelivery)
    webhook_events = events_field()
    api_key_days = key_days_field()
    api_limits = limits_field()


class UnitQuery:
    """What the unit API reads of webhooks."""

    webhooks = connection(Webhook)
    webhook = one(Webhook)
    webhook_deliveries = connection(WebhookDelivery)
    webhook_events = events_field()
    api_key_days = key_days_field()
    api_limits = limits_field()
