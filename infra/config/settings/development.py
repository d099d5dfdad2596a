"""Development and `make run`: embedded services unless the environment names others."""

from infra.config.settings.base import *  # noqa: F403
