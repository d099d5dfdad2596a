from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """The operator's console and what customers see of the service's running, in `public`."""

    name = "tenants.operations"
    label = "operations"
    default_auto_field = "django.db.models.BigAutoField"
