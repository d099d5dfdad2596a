"""Tests: cheap password hashing, mail kept in memory; everything else as it runs."""

from infra.config.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

UNSET = "postgresql://unset@127.0.0.1:1/unset"
DATABASES["owner"] = database(UNSET, engine="django_tenants.postgresql_backend")  # noqa: F405 from base
"""Both aliases are pointed at each worker's database by the tests' support."""

LOGGING["root"]["handlers"] = []  # noqa: F405 from base; pytest shows the log of a failed test
WEBHOOKS_TO_THIS_MACHINE = True
