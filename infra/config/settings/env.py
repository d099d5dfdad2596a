"""Every setting that comes from the environment: one table, one reader.

`manage settings` prints the table. Settings modules read `env("NAME")`; nothing else reads os.environ.
A name that is not in the table cannot be read.
"""

import json
import os
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qsl, unquote, urlsplit

ROOT = Path(__file__).resolve().parents[3]
SHORTEST_SECRET = 50  # characters
Kind = Literal["text", "secret", "url", "flag", "number", "list", "folder"]


class SettingError(RuntimeError):
    """A setting's value cannot be used; the message names the setting and the way out."""


@dataclass(frozen=True)
class Setting:
    """One row of the table. `unsafe` says which value production refuses, `is_unsafe` recognises it."""

    name: str
    kind: Kind
    default: Any
    meaning: str
    unsafe: str = ""
    is_unsafe: Callable[[Any], bool] | None = None


def _is_weak_secret(value: str) -> bool:
    return len(value) < SHORTEST_SECRET or len(set(value)) < 10 or "insecure" in value


def _is_open_to_every_host(value: list[str]) -> bool:
    return not value or any(host.startswith(("*", ".")) and len(host) < 4 for host in value)


def _is_no_key(value: str) -> bool:
    try:
        return len(b64decode(value, validate=True)) != 32
    except ValueError:
        return True


def _is_plain_http(value: str) -> bool:
    return urlsplit(value).scheme != "https"


SETTINGS: tuple[Setting, ...] = (
    Setting("ALLOWED_HOSTS", "list", ["localhost", "127.0.0.1", "[::1]"],
            "Host names the platform answers to, separated by commas.",
            "empty or `*`: name each host", _is_open_to_every_host),
    Setting("API_POINTS_CALLER", "number", 600_000,
            "Points of query cost that one person or API key may spend a minute; one row's field is about a point."),
    Setting("API_POINTS_GROUP", "number", 6_000_000,
            "Points of query cost that all callers of one group may spend a minute."),
    Setting("API_POINTS_STRANGER", "number", 60_000,
            "The same for callers without a login, by network address; each field they ask for costs 1,000."),
    Setting("AUDIT_HEADS", "folder", "{HANSE_HOME}/audit",
            "Where the heads of the sealed audit trails are written; best on a volume that lets nothing be changed."),
    Setting("AUDIT_SIGNING_KEY", "secret", "",
            "Ed25519 key that signs the seals of audit trails: 32 random bytes in base64. Empty: made of SECRET_KEY.",
            "empty or no such key: make one with `head -c 32 /dev/urandom | base64`", _is_no_key),
    Setting("BIND", "text", "127.0.0.1",
            "The network address `make run` listens on; 0.0.0.0 opens it to other machines."),
    Setting("APPROVAL_MAX_HUMAN_STEPS", "number", 3,
            "How many human steps a path of an approval flow may have; sign-offs side by side count once.",
            "more than 5: approvals would never end", lambda value: not 1 <= value <= 5),
    Setting("CLAMD_ADDRESS", "text", "",
            "Where the virus scanner listens, host:port: a clamd that takes INSTREAM. Empty: `make run` starts a "
            "stand-in; elsewhere attached files wait unopened.",
            "empty: nobody could open an attached file", lambda value: not value),
    Setting("CLAMD_PORT", "number", 3310,
            "The port of the scanner's stand-in under `make run` without CLAMD_ADDRESS; the next free one when taken."),
    Setting("DATABASE_OWNER_URL", "url", "",
            "PostgreSQL address of the login that owns the tables; used by migrations and provisioning only.",
            "empty: the runtime login must not own tables", lambda value: not value),
    Setting("DATABASE_POOL_SIZE", "number", 4,
            "Connections to PostgreSQL that one process may hold."),
    Setting("DATABASE_URL", "url", "",
            "PostgreSQL address of the runtime login, e.g. postgresql://app_rt:…@db.example.com/hanse. "
            "Empty: `make run` starts its own server.",
            "empty", lambda value: not value),
    Setting("DEBUG", "flag", False,
            "Shows details of errors to whoever causes them.",
            "on: details of errors belong into the log", bool),
    Setting("DEMO_ORDERS", "number", 0,
            "How many of the 4,965 past orders `make run` loads with the demo group. 0: all."),
    Setting("DNB_API_BASE", "url", "",
            "Another address that speaks D&B Direct+: the stand-in of development and tests. Empty: D&B.",
            "any address: production speaks to D&B itself, never to a stand-in", bool),
    Setting("DNB_API_KEY", "text", "",
            "The key of D&B Direct+. Empty: suppliers' credit and licence are entered by hand."),
    Setting("DNB_API_SECRET", "secret", "",
            "The secret that belongs to DNB_API_KEY."),
    Setting("DNB_MONITORING", "text", "",
            "The beginning of the names of D&B monitoring registrations; `-` and the group's id follow. Empty: changes "
            "are learnt when a check is repeated."),
    Setting("EMAIL_FROM", "text", "Hanse <no-reply@localhost>",
            "The sender of all mail.",
            "an address at localhost", lambda value: "@localhost" in value),
    Setting("EMAIL_URL", "url", "console:",
            "How mail leaves: console: (printed), file:///folder, smtp://user:password@host:587?tls=1, smtps://….",
            "console: prints mail instead of sending it; use smtp:// or smtps://",
            lambda value: not value.startswith(("smtp://", "smtps://"))),
    Setting("FILE_KEYS", "list", [],
            "Secrets that wrap the data keys of stored files, the present one first; at least 50 random characters "
            "each. Empty: SECRET_KEY serves.",
            "empty: files would be lost with a changed SECRET_KEY", lambda value: not value),
    Setting("FRONTEND_DIST", "folder", str(ROOT / "frontend/dist"),
            "The built single-page app."),
    Setting("GRAPHQL_INTROSPECTION", "flag", False,
            "Lets anyone with a login read the GraphQL schema and opens GraphiQL.",
            "on: it shows the whole surface to strangers", bool),
    Setting("GRAPHQL_PERSISTED_ONLY", "flag", False,
            "Takes only the front end's own documents from browsers; API keys may still send any."),
    Setting("HANSE_HOME", "folder", str(ROOT / ".hanse"),
            "Where the embedded servers, uploads and logs of `make run` live."),
    Setting("LIVE_PORT", "number", 8001,
            "The port of live streams under `make run`; the next free one when it is taken."),
    Setting("LIVE_URL", "url", "",
            "Address of the live-stream process as browsers see it. Empty: the path /live of PUBLIC_URL.",
            "http: streams carry a login", lambda value: bool(value) and _is_plain_http(value)),
    Setting("LOG_FORMAT", "text", "console",
            "console: for people; json: one object a line, for collectors."),
    Setting("LOG_LEVEL", "text", "INFO",
            "DEBUG, INFO, WARNING or ERROR.",
            "DEBUG: such logs hold personal data", lambda value: value.upper() == "DEBUG"),
    Setting("MEDIA_ROOT", "folder", "{HANSE_HOME}/media",
            "Where uploaded and produced files are stored."),
    Setting("OUTSIDE_AT_ONCE", "number", 1,
            "How many calls to one kind of outside system all workers make at once; keep it below their number, so "
            "that a system that hangs never takes them all."),
    Setting("PRIVILEGED_ROLES_NEED_MFA", "flag", False,
            "Whether administrators' roles need a second factor in every group, whatever the group says.",
            "off: an administrator's password alone would open a group", lambda value: not value),
    Setting("PUBLIC_URL", "url", "http://localhost:8000",
            "The address people open in the browser; links in mail start with it.",
            "not https", _is_plain_http),
    Setting("REDIS_URL", "url", "",
            "Redis or Valkey address for broker, cache and live events: redis://…, rediss://… or unix:///path. "
            "Empty: `make run` starts its own server.",
            "empty", lambda value: not value),
    Setting("SAP_STAND_IN", "url", "",
            "The address of a stand-in on this machine that speaks SAP's OData: sources of demand below it are pulled "
            "in plain HTTP. Empty: public https addresses alone.",
            "any address: production asks real systems, never a stand-in", bool),
    Setting("SECRET_KEY", "secret", "insecure-for-development-only",
            "Signs sessions, stream tokens and task envelopes; at least 50 random characters.",
            "the default, or shorter than 50 characters: make one with `python3 -c "
            "\"import secrets; print(secrets.token_urlsafe(64))\"`", _is_weak_secret),
    Setting("SECRET_KEY_FALLBACKS", "list", [],
            "Former SECRET_KEYs that still verify while a new one takes over."),
    Setting("SESSION_HOURS", "number", 12,
            "Hours after which a person must log in again, however busy.",
            "more than 24", lambda value: not 0 < value <= 24),
    Setting("SESSION_IDLE_MINUTES", "number", 60,
            "Minutes without a request after which a person must log in again.",
            "more than 120", lambda value: not 0 < value <= 120),
    Setting("STATEMENT_TIMEOUT_MS", "number", 15000,
            "Milliseconds after which PostgreSQL ends a statement of a request.",
            "0: a statement could run for ever", lambda value: value <= 0),
    Setting("STRIPE_API_BASE", "url", "",
            "Another address that speaks Stripe's API: the stand-in of development and tests. Empty: Stripe.",
            "any address: production speaks to Stripe itself, never to a stand-in", bool),
    Setting("STRIPE_PORT", "number", 8010,
            "The port of Stripe's stand-in under `make run` without STRIPE_SECRET_KEY; the next free one when taken."),
    Setting("STRIPE_SECRET_KEY", "secret", "",
            "Stripe's secret key. Empty: `make run` starts a stand-in; elsewhere paid plans cannot be bought."),
    Setting("STRIPE_WEBHOOK_SECRETS", "list", [],
            "Secrets that sign Stripe's webhooks, at most two while one replaces the other."),
    Setting("TRUSTED_PROXY_HOPS", "number", 0,
            "How many proxies of ours stand in front; so many entries of X-Forwarded-For are believed.",
            "0: behind no proxy, slow clients and TLS would reach the workers", lambda value: value < 1),
    Setting("WEBHOOKS_TO_THIS_MACHINE", "flag", False,
            "Lets webhooks go to plain http addresses of this machine, for development.",
            "on: whoever may add a webhook would reach what listens beside us", bool),
    Setting("WEB_PORT", "number", 8000,
            "The port of the web process under `make run`; the next free one when it is taken."),
)  # fmt: skip

TABLE: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}


def env(name: str) -> Any:
    """This will give the setting's value in its type, or its default when the variable is unset or empty.

    Raises KeyError for a name outside the table and SettingError for a value that cannot be read.
    """
    setting = TABLE[name]
    text = os.environ.get(name, "").strip()
    value = _parsed(setting, text) if text else setting.default
    if setting.kind != "folder":
        return value
    if "{HANSE_HOME}" in value:
        value = value.replace("{HANSE_HOME}", str(env("HANSE_HOME")))
    return Path(value).absolute()


def _parsed(setting: Setting, text: str) -> Any:
    if setting.kind == "list":
        return [part.strip() for part in text.split(",") if part.strip()]
    if setting.kind == "number":
        if not text.lstrip("-").isdigit():
            raise SettingError(f"{setting.name} must be a whole number.")
        return int(text)
    if setting.kind == "flag":
        lowered = text.lower()
        if lowered not in ("1", "true", "yes", "on", "0", "false", "no", "off"):
            raise SettingError(f"{setting.name} must be true or false.")
        return lowered in ("1", "true", "yes", "on")
    return text


def use_running_platform() -> None:
    """This will take the addresses of a platform started by `make run` where the environment names none.

    So `manage` works beside it. Development settings call this; production never does.
    """
    addresses = env("HANSE_HOME") / "addresses.json"
    if not addresses.exists() or os.environ.get("DATABASE_URL"):
        return
    for name, value in json.loads(addresses.read_text()).items():
        os.environ.setdefault(name, value)


def unsafe_settings() -> list[str]:
    """This will name every setting whose value production must refuse, with the reason and the way out."""
    return [
        f"{setting.name} is unsafe ({setting.unsafe}). {setting.meaning}"
        for setting in SETTINGS
        if setting.is_unsafe is not None and setting.is_unsafe(env(setting.name))
    ]


def database_settings(url: str) -> dict[str, Any]:
    """This will turn a PostgreSQL address into Django's NAME, USER, PASSWORD, HOST, PORT and OPTIONS.

    `?host=/folder` names a unix socket; other query parameters are handed to libpq. Raises SettingError.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or len(parts.path) < 2:
        raise SettingError("A database address looks like postgresql://login:password@host:5432/database.")
    options = dict(parse_qsl(parts.query))
    return {
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": options.pop("port", "") or str(parts.port or ""),
        "OPTIONS": options,
    }


def broker_url(redis_url: str) -> str:
    """This will give Celery's form of a Redis address (it spells unix sockets in its own way)."""
    parts = urlsplit(redis_url)
    if parts.scheme != "unix":
        return redis_url
    return f"redis+socket://{parts.path}?virtual_host={dict(parse_qsl(parts.query)).get('db', '0')}"


def email_settings(url: str) -> dict[str, Any]:
    """This will turn EMAIL_URL into Django's EMAIL_… settings. Raises SettingError."""
    parts = urlsplit(url)
    backend = "django.core.mail.backends."
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": f"{backend}console.EmailBackend"}
    if parts.scheme == "file":
        return {"EMAIL_BACKEND": f"{backend}filebased.EmailBackend", "EMAIL_FILE_PATH": parts.path}
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise SettingError("EMAIL_URL must start with console:, file://, smtp:// or smtps://.")
    return {
        "EMAIL_BACKEND": f"{backend}smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and dict(parse_qsl(parts.query)).get("tls", "1") == "1",
        "EMAIL_TIMEOUT": 10,
    }


def settings_table() -> str:
    """This will print the table for people: name, kind, default, meaning, what production refuses."""
    lines = []
    for setting in sorted(SETTINGS, key=lambda setting: setting.name):
        default = ",".join(setting.default) if isinstance(setting.default, list) else str(setting.default)
        lines.append(f"{setting.name}  ({setting.kind}, default: {default or 'empty'})")
        lines.append(f"    {setting.meaning}")
        if setting.unsafe:
            lines.append(f"    Production refuses: {setting.unsafe}.")
    return "\n".join(lines) + "\n"
