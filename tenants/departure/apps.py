from django.apps import AppConfig


class DepartureConfig(AppConfig):
    """Exports and closures of groups, in `public`."""

    name = "tenants.departure"
    label = "departure"
    default_auto_field = "django.db.models.BigAutoField"
