"""Settings of people and access: sessions, log-in, second factors, mail."""

from email.utils import parseaddr
from urllib.parse import urlsplit

from infra.config.settings.env import email_settings, env

PUBLIC_URL = env("PUBLIC_URL").rstrip("/")
_PUBLIC = urlsplit(PUBLIC_URL)
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

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "display_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "tenants.accounts.login.passwords.LongestPassword"},
]

ACCOUNT_ADAPTER = "tenants.accounts.login.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "tenants.accounts.login.forms.SignupFields"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _PUBLIC.scheme
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/15m/ip,5/15m/key",
    "signup": "20/m/ip",
    "reset_password": "20/m/ip,5/15m/key",
    "reauthenticate": "10/m/user",
}
"""Five failed log-ins lock an account's log-in, and thirty an address, until they are 15 minutes old."""

HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{PUBLIC_URL}/account/verify-email/{{key}}",
    "account_reset_password": f"{PUBLIC_URL}/account/password/forgot",
    "account_reset_password_from_key": f"{PUBLIC_URL}/account/password/reset/{{key}}",
    "account_signup": f"{PUBLIC_URL}/signup",
}
INVITATION_URL = f"{PUBLIC_URL}/invitations/{{token}}"
GROUP_SUPPLIER_URL = f"{PUBLIC_URL}/g/{{group}}/suppliers/{{supplier}}"
APPROVAL_URL = f"{PUBLIC_URL}/u/{{unit}}/approvals/{{run}}"
ALERTS_URL = f"{PUBLIC_URL}/{{place}}/alerts"

MFA_ADAPTER = "tenants.accounts.login.second_factor.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Hanse"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
"""Safe, since nobody is logged in with an unverified address; without it nobody with a factor could move to
another address."""
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _SECURE

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env("REDIS_URL"),
        "KEY_FUNCTION": "tenants.runtime.cache.scoped_key",
        "OPTIONS": {
            "serializer": "tenants.runtime.cache.JsonSerializer",
            "socket_timeout": 1,
            "socket_connect_timeout": 1,
        },
    }
}

DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("EMAIL_FROM")
MAIL_DOMAIN = parseaddr(DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
globals().update(email_settings(env("EMAIL_URL")))
