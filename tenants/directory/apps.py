from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Groups, business units and domains, in `public`."""

    name = "tenants.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"
