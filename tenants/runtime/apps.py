from django.apps import AppConfig


class RuntimeConfig(AppConfig):
    """Outbox, audit trail and idempotency keys of the group, in `public`."""

    name = "tenants.runtime"
    label = "runtime"
    default_auto_field = "django.db.models.BigAutoField"
