from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Webhooks of groups and units and their deliveries, in `public`."""

    name = "tenants.webhooks"
    label = "webhooks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """This will have the relay make and claim deliveries with its own work."""
        from tenants.runtime.relay import also_claim
        from tenants.webhooks.claims import claim_deliveries

        also_claim(claim_deliveries)
