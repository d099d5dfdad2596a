from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    """Sums that units publish to their group, in `public`."""

    name = "commerce.analytics"
    label = "analytics"
    default_auto_field = "django.db.models.BigAutoField"
