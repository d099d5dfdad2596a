from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    """A unit's approval flows, in every unit's schema."""

    name = "commerce.approvals"
    label = "approvals"
    default_auto_field = "django.db.models.BigAutoField"
