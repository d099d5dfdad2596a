from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Requests of people about their data, in `public`."""

    name = "tenants.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"
