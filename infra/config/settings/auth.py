"""Settings of people and access: sessions, log-in, second factors."""

from urllib.parse import urlsplit

from infra.config.settings.env import env

_PUBLIC = urlsplit(env("PUBLIC_URL"))
_SECURE = _PUBLIC.scheme == "https"

AUTH_USER_MODEL = "accounts.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

SESSION_ENGINE = "tenants.accounts.sessions"
SESSION_IDLE_SECONDS = env("SESSION_IDLE_MINUTES") * 60
SESSION_COOKIE_AGE = env("SESSION_HOURS") * 3600
SESSION_COOKIE_NAME = "__Host-session" if _SECURE else "session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

PRIVILEGED_ROLES_NEED_MFA = env("PRIVILEGED_ROLES_NEED_MFA")
"""Whether privileged roles need a second factor whatever their group says."""

ALLAUTH_TRUSTED_PROXY_COUNT = env("TRUSTED_PROXY_HOPS")
