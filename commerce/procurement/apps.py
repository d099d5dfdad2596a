from django.apps import AppConfig


class ProcurementConfig(AppConfig):
    """Requisitions and purchase orders, in every unit's schema."""

    name = "commerce.procurement"
    label = "procurement"
    default_auto_field = "django.db.models.BigAutoField"
