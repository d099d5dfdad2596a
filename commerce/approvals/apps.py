from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    """A unit's approval flows, in every unit's schema."""

    name = "commerce.approvals"
    label = "approvals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """This will say what waits while approvals are off."""
        from commerce.approvals import open_work  # noqa: F401
