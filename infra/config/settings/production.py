"""Production: refuses to start with an unsafe value, and speaks https alone."""

from django.core.exceptions import ImproperlyConfigured

from infra.config.settings.env import unsafe_settings

_unsafe = unsafe_settings()
if _unsafe:
    raise ImproperlyConfigured(
        "Production does not start with these settings:\n  - "
        + "\n  - ".join(_unsafe)
        + "\n`manage settings` (with development settings) explains all of them."
    )

from infra.config.settings.base import *  # noqa: E402, F403 after the refusal

DEBUG = False

# The `__Host-` prefix makes browsers bind a cookie to this host and to https.
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_SAMESITE = "Lax"

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # our proxy sets it anew on every request
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$", r"^metrics$"]  # probes come from inside, without TLS
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
