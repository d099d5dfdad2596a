from django.apps import AppConfig
from django.core.checks import Tags, register


class CommandsConfig(AppConfig):
    """Commands and checks of the platform as a whole."""

    name = "infra.commands"
    label = "commands"

    def ready(self) -> None:
        """This will register the checks of a deployment."""
        from infra.config.checks import check_runtime_login

        register(check_runtime_login, Tags.security, deploy=True)
