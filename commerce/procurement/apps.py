from django.apps import AppConfig


class ProcurementConfig(AppConfig):
    """Requisitions and purchase orders, in every unit's schema."""

    name = "commerce.procurement"
    label = "procurement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """This will make both documents known to approvals, listen to sanctions, say what waits while it is off,
        and measure suppliers by them."""
        from commerce.procurement import handlers, open_work  # noqa: F401
        from commerce.procurement.measures import ProcurementMeasures
        from commerce.procurement.services import approval, invoice_approval, order_change_approval
        from commerce.procurement.watch import kinds  # noqa: F401
        from commerce.suppliers.ports import register_measures

        approval.register()
        order_change_approval.register()
        invoice_approval.register()
        register_measures(ProcurementMeasures())
