"""Development and `make run`: embedded services unless the environment names others."""

from infra.config.settings.env import use_running_platform

use_running_platform()

from infra.config.settings.base import *  # noqa: E402, F403

WEBHOOKS_TO_THIS_MACHINE = True
