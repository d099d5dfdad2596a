"""Tables of webhooks."""

from tenants.webhooks.models.webhook import Webhook, WebhookDelivery

__all__ = ["Webhook", "WebhookDelivery"]
