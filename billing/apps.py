from django.apps import AppConfig


class BillingConfig(AppConfig):
    """Plans, subscriptions, usage and invoices, in `public`."""

    name = "billing"
    label = "billing"
    default_auto_field = "django.db.models.BigAutoField"
