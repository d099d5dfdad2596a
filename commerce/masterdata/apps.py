from django.apps import AppConfig


class MasterdataConfig(AppConfig):
    """What must be one in a group, in `public`."""

    name = "commerce.masterdata"
    label = "masterdata"
    default_auto_field = "django.db.models.BigAutoField"
