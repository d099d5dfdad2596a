from django.apps import AppConfig


class ProcurementConfig(AppConfig):
    """Requisitions and purchase orders, in every unit's schema."""

    name = "commerce.procurement"
    label = "procurement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """This will make both documents known to approvals, and listen to sanctions."""
        from commerce.procurement import handlers  # noqa: F401
        from commerce.procurement.services import approval

        approval.register()
