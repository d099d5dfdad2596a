from django.apps import AppConfig


class SuppliersConfig(AppConfig):
    """What a unit makes of its suppliers, in every unit's schema."""

    name = "commerce.suppliers"
    label = "suppliers"
    default_auto_field = "django.db.models.BigAutoField"
