from django.apps import AppConfig


class RuntimeUnitConfig(AppConfig):
    """Audit trail, idempotency keys and number series of one unit."""

    name = "tenants.runtime.unit"
    label = "runtime_unit"
    default_auto_field = "django.db.models.BigAutoField"
