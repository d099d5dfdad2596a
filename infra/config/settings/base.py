"""Settings that every environment shares. What differs comes from the environment: see `env.py`."""

from pathlib import Path
from typing import Any

from infra.config.logs import logging_settings
from infra.config.settings.auth import *  # noqa: F403
from infra.config.settings.env import database_settings, env

ROOT = Path(__file__).resolve().parents[3]


NOTICES_A_DEAD_LINE = {
    "connect_timeout": 5,
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
"""Seconds (the last: milliseconds) after which a server that fell silent is given up; an address may say otherwise."""


def database(url: str, *, engine: str, **options: object) -> dict[str, object]:
    """This will read a PostgreSQL address into Django's form; `?host=` may name a socket folder."""
    address: dict[str, Any] = database_settings(url) if url else {"NAME": "", "OPTIONS": {}}
    return {
        "ENGINE": engine,
        **address,
        "OPTIONS": {"application_name": "hanse", **NOTICES_A_DEAD_LINE, **address["OPTIONS"], **options},
        "CONN_MAX_AGE": 900,
        "ATOMIC_REQUESTS": False,
        "DISABLE_SERVER_SIDE_CURSORS": False,
        "TIME_ZONE": None,
    }


DEBUG = env("DEBUG")
SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = env("SECRET_KEY_FALLBACKS")
FILE_KEYS = env("FILE_KEYS")
AUDIT_SIGNING_KEY = env("AUDIT_SIGNING_KEY")
AUDIT_HEADS = env("AUDIT_HEADS")
ALLOWED_HOSTS = env("ALLOWED_HOSTS")
API_POINTS_CALLER = env("API_POINTS_CALLER")
API_POINTS_GROUP = env("API_POINTS_GROUP")
API_POINTS_STRANGER = env("API_POINTS_STRANGER")
CLAMD_ADDRESS = env("CLAMD_ADDRESS")
DNB_API_BASE = env("DNB_API_BASE")
DNB_API_KEY = env("DNB_API_KEY")
DNB_API_SECRET = env("DNB_API_SECRET")
DNB_MONITORING = env("DNB_MONITORING")
GRAPHQL_INTROSPECTION = env("GRAPHQL_INTROSPECTION")
GRAPHQL_PERSISTED_ONLY = env("GRAPHQL_PERSISTED_ONLY")
LIVE_URL = env("LIVE_URL")
REDIS_URL = env("REDIS_URL")
SAP_STAND_IN = env("SAP_STAND_IN")
OUTSIDE_AT_ONCE = env("OUTSIDE_AT_ONCE")
STRIPE_API_BASE = env("STRIPE_API_BASE")
STRIPE_SECRET_KEY = env("STRIPE_SECRET_KEY")
STRIPE_WEBHOOK_SECRETS = env("STRIPE_WEBHOOK_SECRETS")
WEBHOOKS_TO_THIS_MACHINE = env("WEBHOOKS_TO_THIS_MACHINE")
APPROVAL_MAX_HUMAN_STEPS = env("APPROVAL_MAX_HUMAN_STEPS")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]  # noqa: F405

SHARED_APPS = [
    "tenants.directory",
    "tenants.accounts",
    "tenants.webhooks",
    "tenants.departure",
    "tenants.privacy",
    "tenants.runtime",
    "tenants.operations",
    "billing",
    "commerce.masterdata",
    "commerce.analytics",
    "infra.commands",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
]
TENANT_APPS = [
    "tenants.runtime.unit",
    "commerce.approvals",
    "commerce.suppliers",
    "commerce.procurement",
    "commerce.analytics.unit",
]
INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS]
TENANT_MODEL = "directory.BusinessUnit"
TENANT_DOMAIN_MODEL = "directory.Domain"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES = {
    "default": database(
        env("DATABASE_URL"),
        engine="tenants.runtime.backend",
        server_side_binding=True,
        prepare_threshold=None,
        options=(
            f"-c lock_timeout=3s -c statement_timeout={env('STATEMENT_TIMEOUT_MS')}"
            " -c idle_in_transaction_session_timeout=60s"
        ),
    ),
}
if env("DATABASE_OWNER_URL"):
    DATABASES["owner"] = database(env("DATABASE_OWNER_URL"), engine="django_tenants.postgresql_backend")
    DATABASES["owner"]["CONN_MAX_AGE"] = 0
BLUEPRINTS = Path(env("HANSE_HOME")) / "blueprints"
"""Where the compiled unit template is kept."""
DATABASE_ROUTERS = ["tenants.runtime.router.SchemaRouter"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tenants.accounts.middleware.AccountsScopeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tenants.accounts.middleware.LoginMiddleware",
]
ROOT_URLCONF = "infra.config.urls"
WSGI_APPLICATION = "infra.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
MEDIA_ROOT = Path(env("MEDIA_ROOT") or Path(env("HANSE_HOME")) / "media")
FRONTEND_DIST = Path(env("FRONTEND_DIST"))
WHITENOISE_ROOT = FRONTEND_DIST if FRONTEND_DIST.is_dir() else None
WHITENOISE_INDEX_FILE = False
WHITENOISE_MAX_AGE = 3600


def WHITENOISE_IMMUTABLE_FILE_TEST(path: str, url: str) -> bool:  # noqa: N802 whitenoise names it
    """This will tell the files whose name holds their hash, which browsers may keep for ever."""
    return url.startswith("/assets/")


SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = logging_settings(env("LOG_LEVEL"), env("LOG_FORMAT"))
LOGGING_CONFIG = "logging.config.dictConfig"
