from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, memberships, roles and API keys, in `public`."""

    name = "tenants.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """This will connect what follows from log-in events."""
        from tenants.accounts.login import hooks

        hooks.connect()
