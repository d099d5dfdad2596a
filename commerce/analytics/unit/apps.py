from django.apps import AppConfig


class AnalyticsUnitConfig(AppConfig):
    """Invariant 5, looked at from inside a unit."""

    name = "commerce.analytics.unit"
    label = "analytics_unit"
    default_auto_field = "django.db.models.BigAutoField"
